package org.limpid.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a job. */
final class JobNumber implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException _) {
      throw new TypeConversionException(
          "expected the number of a job, as in jobs.csv, found '%s'".formatted(text));
    }
  }
}
