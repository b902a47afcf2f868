package org.limpid.data.io;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.limpid.data.Forecast;
import org.limpid.files.AtomicFiles;
import org.limpid.files.Problems;

/** The table with the load that was expected, slot by slot. */
public final class ThroughputTables {
  private static final CsvSchema FORECAST =
      CsvSchema.of(List.of(Column.TIME, Column.PRED_GPU_JOB, Column.PRED_GPU_NUM), List.of())
          .ignoringOthers();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private enum Column {
    TIME,
    PRED_GPU_JOB,
    PRED_GPU_NUM
  }

  private ThroughputTables() {}

  /** A forecast; {@link Forecast#EMPTY} when anything is wrong with it. */
  public static Forecast forecast(Path file, LocalDateTime origin, Problems problems) {
    long before = problems.count();
    ForecastRows rows = new ForecastRows(origin);
    CsvInput.read(file, FORECAST, problems, rows::add);
    return problems.count() > before ? Forecast.EMPTY : rows.forecast();
  }

  /**
   * Writes a forecast that {@link #forecast} reads: all rows, to a file that is there in full or
   * not at all. Numbers read back bit for bit. A name that ends with {@code .gz} makes a gzipped
   * file.
   *
   * @throws org.limpid.files.DataException if the file cannot be written
   */
  public static void writeForecast(Path file, Forecast forecast, LocalDateTime origin) {
    boolean gzipped = file.toString().endsWith(".gz");
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(gzipped ? AtomicFiles.gzip(out) : out)) {
            write(csv, forecast, origin);
          }
        });
  }

  static void write(CsvOutput csv, Forecast forecast, LocalDateTime origin) {
    csv.row("time", "pred_gpu_job", "pred_gpu_num");
    for (int row = 0; row < forecast.size(); row++) {
      csv.field(time(origin, forecast.seconds(row)))
          .field(forecast.jobs(row))
          .field(forecast.gpus(row))
          .endRow();
    }
  }

  static String time(LocalDateTime origin, long seconds) {
    return TIME.format(origin.plusSeconds(seconds));
  }

  /** Collects rows whose times ascend. */
  private static final class ForecastRows {
    private final LocalDateTime origin;
    private final LongStream.Builder seconds = LongStream.builder();
    private final DoubleStream.Builder jobs = DoubleStream.builder();
    private final DoubleStream.Builder gpus = DoubleStream.builder();
    private long last = Long.MIN_VALUE;

    ForecastRows(LocalDateTime origin) {
      this.origin = origin;
    }

    void add(CsvRow row) {
      seconds.add(ascending(row));
      jobs.add(expected(row, Column.PRED_GPU_JOB));
      gpus.add(expected(row, Column.PRED_GPU_NUM));
    }

    /** Forecasts may lie slightly below zero, as models that are not told otherwise give them. */
    private static double expected(CsvRow row, Column column) {
      return row.number(column, -Limits.MAX_NUMBER, Limits.MAX_NUMBER, "");
    }

    private long ascending(CsvRow row) {
      long time = row.seconds(Column.TIME, origin, -Limits.MAX_SECONDS, "");
      if (row.isGood()) {
        if (time <= last) {
          row.problem(
              Column.TIME,
              "expected a later time than in the row before",
              "Maybe the rows must be sorted, or one is there twice.");
        }
        last = time;
      }
      return time;
    }

    Forecast forecast() {
      return new Forecast(
          seconds.build().toArray(), jobs.build().toArray(), gpus.build().toArray());
    }
  }
}
