package org.limpid.app.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A date, or a date and a time, by the clock of the cluster. */
final class WallClock implements ITypeConverter<LocalDateTime> {
  @Override
  public LocalDateTime convert(String text) {
    try {
      return text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
    } catch (DateTimeException _) {
      throw new TypeConversionException(
          "expected a date-time like 2020-09-05 or 2020-09-05T13:30, found '%s'".formatted(text));
    }
  }
}
