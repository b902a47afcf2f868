package org.limpid.results;

import java.util.Locale;
import org.limpid.data.io.CsvRow;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.sink.JobColumn;

/** The columns of {@code jobs.csv} in their order, described in {@code docs/outputs.md}. */
enum JobField {
  JOB_ID(Kind.NUMBER),
  USER(Kind.TEXT),
  VC(Kind.TEXT),
  GPU_NUM(Kind.GPUS),
  SUBMIT_TIME(Kind.TIME),
  DURATION(Kind.TIME),
  START_TIME(Kind.TIME),
  END_TIME(Kind.TIME),
  QUEUE(Kind.TIME),
  JCT(Kind.TIME),
  PREEMPTIONS(Kind.COUNT),
  NODES(Kind.TEXT),
  // Those that a policy adds.
  PROFILED(Kind.COUNT),
  PROFQUEUE(Kind.TIME),
  FINISHED_IN_PROFILER(Kind.COUNT),
  SHARESCORE(Kind.COUNT),
  RATE(Kind.RATE),
  COLOCATED_AT(Kind.TIME),
  DECOLOCATED_AT(Kind.TIME),
  PRIORITY(Kind.DECIMAL),
  PROBED_AT(Kind.TIME),
  BACKFILLED(Kind.COUNT),
  // Those that a run has only if there is something to tell.
  OUTCOME(Kind.OUTCOME),
  DEADLINE(Kind.TIME),
  BEST_EFFORT(Kind.COUNT),
  ACCEPTED(Kind.COUNT),
  MET_DEADLINE(Kind.COUNT),
  PREDICTED_SCALING(Kind.COUNT);

  private static final long LATEST = 1L << 53;

  private final Kind kind;

  private enum Kind {
    TEXT,
    NUMBER,
    GPUS,
    COUNT,
    TIME,
    RATE,
    DECIMAL,
    OUTCOME
  }

  JobField(Kind kind) {
    this.kind = kind;
  }

  /** The column of this name in the file. */
  static JobField named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Whether every file has it. */
  boolean isAlways() {
    return compareTo(NODES) <= 0;
  }

  /** Whether a policy adds it. */
  boolean isOfPolicy() {
    return !isAlways() && compareTo(OUTCOME) < 0;
  }

  /** Whether its numbers have a fraction. */
  boolean isDecimal() {
    return kind == Kind.RATE || kind == Kind.DECIMAL;
  }

  /** The whole number in a row; {@link JobColumn#NONE} where a policy has nothing to say. */
  long whole(CsvRow row) {
    return !isAlways() && this != OUTCOME && row.isEmpty(this)
        ? JobColumn.NONE
        : row.wholeNumber(this, least(), most(), RunFolder.CHANGED);
  }

  private long least() {
    return switch (kind) {
      case GPUS -> 1;
      case COUNT -> -1;
      case TIME -> -LATEST;
      case OUTCOME -> 0;
      default -> Long.MIN_VALUE + 1;
    };
  }

  private long most() {
    return switch (kind) {
      case GPUS, COUNT -> Integer.MAX_VALUE;
      case TIME -> LATEST;
      case OUTCOME -> Outcome.values().length - 1;
      default -> Long.MAX_VALUE;
    };
  }

  /** The number in a row; NaN where a policy has nothing to say. */
  double decimal(CsvRow row) {
    double least = kind == Kind.RATE ? 0 : -Double.MAX_VALUE;
    return row.isEmpty(this)
        ? Double.NaN
        : row.number(this, least, Double.MAX_VALUE, RunFolder.CHANGED);
  }
}
