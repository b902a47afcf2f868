package org.limpid.app.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.limpid.data.JobId;
import org.limpid.experiment.chain.GapPrice;
import org.limpid.experiment.whatif.Spans;
import org.limpid.interpret.text.QuotedNames;
import org.limpid.models.tool.TestRows;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads values of options, a class for each kind, as the parser asks for one. */
final class Converters {
  private Converters() {}

  /** The name of a column, which may stand in quotes as in CSV. */
  static final class ColumnName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return QuotedNames.unquoted(text);
    }
  }

  static final class JobNumber implements ITypeConverter<JobId> {
    @Override
    public JobId convert(String text) {
      return JobId.parse(text)
          .orElseThrow(() ->
              new TypeConversionException(
                  "expected the number of a job, as in jobs.csv, found '%s'".formatted(text)));
    }
  }

  /** The width or height of a figure. */
  static final class Millimetres implements ITypeConverter<Double> {
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

  /** Pixels per inch. */
  static final class Resolution implements ITypeConverter<Integer> {
    private static final int LEAST = 20;
    private static final int MOST = 2400;

    @Override
    public Integer convert(String text) {
      int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
      if (number < LEAST || number > MOST) {
        throw new TypeConversionException(
            "expected %d to %d pixels per inch, found '%s'".formatted(LEAST, MOST, text));
      }
      return number;
    }
  }

  /** What an hour's gap between two jobs of a chain costs. */
  static final class PriceOfGaps implements ITypeConverter<GapPrice> {
    private static final double LEAST = 0.01;
    private static final double MOST = 1000;

    @Override
    public GapPrice convert(String text) {
      double price = text.matches("\\d{1,4}(\\.\\d{1,6})?") ? Double.parseDouble(text) : 0;
      if (price < LEAST || price > MOST) {
        throw new TypeConversionException(
            "expected a price of %s to %s, found '%s'".formatted(LEAST, MOST, text));
      }
      return new GapPrice(price);
    }
  }

  /** A date and a time of day. */
  static final class Moment implements ITypeConverter<LocalDateTime> {
    @Override
    public LocalDateTime convert(String text) {
      try {
        return LocalDateTime.parse(text);
      } catch (DateTimeParseException _) {
        throw new TypeConversionException(
            "expected a time such as 2026-03-02T09:00:00, found '%s'".formatted(text));
      }
    }
  }

  static final class SpanOfTime implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return Spans.seconds(text)
          .filter(seconds -> seconds > 0)
          .orElseThrow(() ->
              new TypeConversionException(
                  "expected a span of time such as 2h, 1h30m or 7200, found '%s'".formatted(text)));
    }
  }

  /** What a model is tested on: a share of the rows, or the name of a file. */
  static final class RowsForTest implements ITypeConverter<TestRows> {
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

  /** A date, or a date and a time, by the clock of the cluster. */
  static final class WallClock implements ITypeConverter<LocalDateTime> {
    @Override
    public LocalDateTime convert(String text) {
      try {
        return text.contains("T")
            ? LocalDateTime.parse(text)
            : LocalDate.parse(text).atStartOfDay();
      } catch (DateTimeException _) {
        throw new TypeConversionException(
            "expected a date-time like 2020-09-05 or 2020-09-05T13:30, found '%s'".formatted(text));
      }
    }
  }
}
