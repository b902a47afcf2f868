package org.limpid.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the width or height of a figure. */
final class Millimetres implements ITypeConverter<Double> {
  private static final double LEAST = 20;
  private static final double MOST = 2000;

  @Override
  public Double convert(String text) {
    try {
      double value = Double.parseDouble(text);
      if (value >= LEAST && value <= MOST) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new TypeConversionException(
        "expected a length of %.0f to %.0f mm, found '%s'".formatted(LEAST, MOST, text));
  }
}
