package org.limpid.data.io;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.ThroughputSeries.Gap;
import org.limpid.files.Problems;

/**
 * The table of what was submitted in each slot of ten minutes. Rows ascend in time and begin a
 * whole number of slots after the first one; slots without a row become gaps of the series.
 */
public final class SeriesTable {
  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(Column.TIME, Column.SUBMIT_GPU_JOB, Column.SUBMIT_GPU_NUM),
              EnumSet.range(Column.SUBMIT_JOB_ALL, Column.END_GPU_NUM))
          .ignoringOthers();

  /** Counts that are checked but not kept. */
  private static final EnumSet<Column> UNUSED =
      EnumSet.range(Column.SUBMIT_JOB_ALL, Column.END_GPU_NUM);

  /** 76 years; keeps a misspelt year from filling the memory. */
  private static final int MOST_SLOTS = 4_000_000;

  private enum Column {
    TIME,
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

  private final LocalDateTime origin;
  private final List<Gap> gaps = new ArrayList<>();
  private double[] jobs = new double[1024];
  private double[] gpus = new double[1024];
  private long start;
  private int size;

  private SeriesTable(LocalDateTime origin) {
    this.origin = origin;
  }

  /** Reads a series; empty when anything is wrong with it, or it has no row. */
  public static Optional<ThroughputSeries> read(
      Path file, LocalDateTime origin, Problems problems) {
    long before = problems.count();
    SeriesTable table = new SeriesTable(origin);
    CsvInput.read(file, SCHEMA, problems, table::add);
    if (problems.count() == before && table.size == 0) {
      problems.add(file, "expected at least one slot, found none", "");
    }
    return problems.count() > before ? Optional.empty() : Optional.of(table.series());
  }

  /** Writes a series without the slots that had no row; each has a row of its own. */
  static void write(CsvOutput csv, ThroughputSeries series, LocalDateTime origin) {
    csv.row("time", "submit_gpu_job", "submit_gpu_num");
    for (int slot = 0; slot < series.size(); slot++) {
      if (!isInGap(series, series.seconds(slot))) {
        csv.field(ThroughputTables.time(origin, series.seconds(slot)))
            .field(series.jobs(slot))
            .field(series.gpus(slot))
            .endRow();
      }
    }
  }

  private static boolean isInGap(ThroughputSeries series, long seconds) {
    return series.gaps().stream()
        .anyMatch(gap ->
            seconds >= gap.startSeconds()
                && seconds < gap.startSeconds() + (long) gap.slots() * series.slotSeconds());
  }

  private void add(CsvRow row) {
    long time = row.seconds(Column.TIME, origin, -Limits.MAX_SECONDS, "");
    double newJobs = row.number(Column.SUBMIT_GPU_JOB, 0, Limits.MAX_NUMBER, "");
    double newGpus = row.number(Column.SUBMIT_GPU_NUM, 0, Limits.MAX_NUMBER, "");
    for (Column column : UNUSED) {
      if (row.has(column)) {
        row.number(column, 0, Limits.MAX_NUMBER, "");
      }
    }
    if (row.isGood() && isInPlace(time, row)) {
      advanceTo(time);
      jobs[size - 1] = newJobs;
      gpus[size - 1] = newGpus;
    }
  }

  private boolean isInPlace(long time, CsvRow row) {
    if (size == 0) {
      start = time;
      return true;
    }
    if (time < end()) {
      row.problem(
          Column.TIME,
          "expected a time ten minutes or more after the row before",
          "Maybe the rows must be sorted, or one is there twice.");
    } else if ((time - start) % ThroughputSeries.TEN_MINUTES != 0) {
      row.problem(
          Column.TIME,
          "expected a time a multiple of ten minutes after the first row",
          "Maybe the slots have another length.");
    } else if ((time - start) / ThroughputSeries.TEN_MINUTES >= MOST_SLOTS) {
      row.problem(
          Column.TIME,
          "expected at most %,d slots from the first row on".formatted(MOST_SLOTS),
          "Maybe the year is misspelt.");
    }
    return row.isGood();
  }

  private long end() {
    return start + (long) size * ThroughputSeries.TEN_MINUTES;
  }

  /** Makes room up to the slot of a time, and notes the slots that were passed over. */
  private void advanceTo(long time) {
    int passed = Math.toIntExact((time - end()) / ThroughputSeries.TEN_MINUTES);
    if (passed > 0) {
      gaps.add(new Gap(end(), passed));
    }
    size += passed + 1;
    if (size > jobs.length) {
      jobs = Arrays.copyOf(jobs, 2 * size);
      gpus = Arrays.copyOf(gpus, 2 * size);
    }
  }

  private ThroughputSeries series() {
    return new ThroughputSeries(
        origin,
        start,
        ThroughputSeries.TEN_MINUTES,
        Arrays.copyOf(jobs, size),
        Arrays.copyOf(gpus, size),
        gaps);
  }
}
