package org.limpid.data.io;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.limpid.data.Forecast;
import org.limpid.files.Problems;

/** The tables with the load over time: what happened and what was expected. */
public final class ThroughputTables {
  private static final CsvSchema FORECAST =
      CsvSchema.of(List.of(Column.TIME, Column.PRED_GPU_JOB, Column.PRED_GPU_NUM), List.of())
          .ignoringOthers();
  private static final CsvSchema SERIES =
      CsvSchema.of(
              List.of(Column.TIME, Column.SUBMIT_GPU_JOB, Column.SUBMIT_GPU_NUM),
              EnumSet.range(Column.SUBMIT_JOB_ALL, Column.END_GPU_NUM))
          .ignoringOthers();

  private enum Column {
    TIME,
    PRED_GPU_JOB,
    PRED_GPU_NUM,
    SUBMIT_GPU_JOB,
    SUBMIT_GPU_NUM,
    SUBMIT_JOB_ALL,
    START_JOB_ALL,
    END_JOB_ALL,
    START_GPU_JOB,
    END_GPU_JOB,
    START_GPU_NUM,
    END_GPU_NUM
  }

  private ThroughputTables() {}

  /**
   * A forecast; {@link Forecast#EMPTY} when anything is wrong with it.
   *
   * @param origin what times are counted from
   */
  public static Forecast forecast(Path file, LocalDateTime origin, Problems problems) {
    long before = problems.count();
    ForecastRows rows = new ForecastRows(origin);
    CsvInput.read(file, FORECAST, problems, rows::add);
    return problems.count() > before ? Forecast.EMPTY : rows.forecast();
  }

  /** Notes all that is wrong with a series of the load. */
  public static void checkSeries(Path file, LocalDateTime origin, Problems problems) {
    ForecastRows times = new ForecastRows(origin);
    CsvInput.read(
        file,
        SERIES,
        problems,
        row -> {
          times.ascending(row);
          EnumSet.range(Column.SUBMIT_GPU_JOB, Column.END_GPU_NUM).stream()
              .filter(row::has)
              .forEach(column -> row.number(column, 0, Double.MAX_VALUE, ""));
        });
  }

  /** Collects rows whose times ascend. */
  private static final class ForecastRows {
    private final LocalDateTime origin;
    private long[] seconds = new long[1024];
    private double[] jobs = new double[1024];
    private double[] gpus = new double[1024];
    private int size;
    private long last = Long.MIN_VALUE;

    ForecastRows(LocalDateTime origin) {
      this.origin = origin;
    }

    /** Forecasts may lie slightly below zero, as models that are not told otherwise give them. */
    void add(CsvRow row) {
      long time = ascending(row);
      double expectedJobs =
          row.number(Column.PRED_GPU_JOB, -Double.MAX_VALUE, Double.MAX_VALUE, "");
      double expectedGpus =
          row.number(Column.PRED_GPU_NUM, -Double.MAX_VALUE, Double.MAX_VALUE, "");
      if (size == seconds.length) {
        seconds = Arrays.copyOf(seconds, 2 * size);
        jobs = Arrays.copyOf(jobs, 2 * size);
        gpus = Arrays.copyOf(gpus, 2 * size);
      }
      seconds[size] = time;
      jobs[size] = expectedJobs;
      gpus[size] = expectedGpus;
      size++;
    }

    long ascending(CsvRow row) {
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
          Arrays.copyOf(seconds, size), Arrays.copyOf(jobs, size), Arrays.copyOf(gpus, size));
    }
  }
}
