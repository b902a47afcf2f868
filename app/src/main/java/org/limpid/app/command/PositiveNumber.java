package org.limpid.app.command;

import org.limpid.interpret.text.NumberText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a finite number above 0. */
final class PositiveNumber implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      double number = NumberText.parse(text.strip());
      if (number > 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new TypeConversionException("expected a number above 0, found '%s'".formatted(text));
  }

  /** Reads several with commas between them. */
  static final class Several extends CommaList.Parser<Double> {
    Several() {
      super(new PositiveNumber());
    }
  }
}
