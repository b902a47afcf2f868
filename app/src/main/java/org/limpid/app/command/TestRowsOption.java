package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.models.tool.TestRows;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a model is tested on: a share of the rows, or the name of a file. */
final class TestRowsOption implements ITypeConverter<TestRows> {
  @Override
  public TestRows convert(String text) {
    if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)")) {
      return new TestRows.OfFile(Path.of(text));
    }
    double share = Double.parseDouble(text);
    if (share == 0) {
      return new TestRows.None();
    }
    if (!(share > 0 && share < 1)) {
      throw new TypeConversionException(
          "expected a file, or a share of the rows between 0 and 1, found '%s'".formatted(text));
    }
    return new TestRows.HeldOut(share);
  }
}
