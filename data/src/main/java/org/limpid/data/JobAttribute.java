package org.limpid.data;

import java.util.List;
import java.util.Locale;

/**
 * What a data set may tell about its jobs beyond what all data sets tell. Each is a column of its
 * own, called like the constant in lower case. To add one: a constant here and a row in {@code
 * docs/data-format.md}.
 */
public enum JobAttribute {
  /** GPU types that the job may run on, separated by {@code |}. */
  GPU_TYPE(Kind.TEXT),
  /** Thousandths of a GPU that the job asks for in all; its GPUs are these, rounded up. */
  GPU_MILLI(Kind.NUMBER, 1),
  /** Fewest GPUs that the job can run on, at most those that it asks for. */
  MIN_GPU_NUM(Kind.NUMBER, 1),
  /** Most GPUs that the job can use, at least those that it asks for. */
  MAX_GPU_NUM(Kind.NUMBER, 1),
  /** Whether the job wants its nodes for itself. */
  WHOLE_NODES(Kind.FLAG),
  /** Memory of the nodes that the job asks for in all, MiB. */
  MEMORY_MIB(Kind.NUMBER, 1),
  /** Wall time that was requested, seconds; the job is killed when it runs longer. */
  TIME_LIMIT(Kind.NUMBER, 1),
  /** Priority that the user or the site gave; a larger one is more urgent. */
  PRIORITY(Kind.NUMBER, -JobAttribute.MAXIMUM),
  /** Class of service, such as {@code HP} or {@code Spot}. */
  JOB_CLASS(Kind.TEXT),
  /** When the job should have ended; a job without one is served as well as it goes. */
  DEADLINE(Kind.TIME),
  /** Name of a group of jobs that belong together. */
  JOB_GROUP(Kind.TEXT),
  /** What holds the group together. */
  GROUP_KIND(Kind.TEXT, "gang", "array", "chain"),
  /** The job that must have ended before. */
  PREDECESSOR(Kind.JOB),
  /** When nothing held the job back any more: no other job, no hold, no chosen time. */
  ELIGIBLE_TIME(Kind.TIME),
  /** When the job started in reality. */
  START_TIME(Kind.TIME),
  /** When the job ended in reality. */
  END_TIME(Kind.TIME),
  /** Nodes that the job ran on in reality, counted. */
  NODE_NUM(Kind.NUMBER, 1),
  /** Names of the nodes that the job ran on in reality, separated by {@code |}. */
  NODE_NAMES(Kind.TEXT),
  /** Whether the job was cut off, so that its true duration is the one given or longer. */
  CENSORED(Kind.FLAG),
  /** How often the job was started in reality. */
  ATTEMPTS(Kind.NUMBER, 1),
  /** Whether the job was running when the trace began. */
  RUNNING_AT_START(Kind.FLAG),
  /** Training iterations that the job has to do, on whatever number of GPUs. */
  ITERATIONS(Kind.NUMBER, 1),
  /** Name of the {@link ScalingCurve} that says how fast it does them. */
  SCALING(Kind.TEXT),
  /** Name of the {@link ResourceProfile} that says what CPUs and memory bring it. */
  SENSITIVITY(Kind.TEXT),
  /** Billionths of a second between the whole second of the submission and the submission. */
  SUBMIT_NANOS(0, 999_999_999);

  /** Larger numbers are mistakes: seconds of 300 years, and more than anything that is counted. */
  private static final long MAXIMUM = 10_000_000_000L;

  /** What the values of a column are. */
  public enum Kind {
    /** Any text. */
    TEXT(String.class),
    /** A whole number. */
    NUMBER(Long.class),
    /** Seconds since the origin; moves with the submission where a job is copied. */
    TIME(Long.class),
    /** Yes or no, 1 or 0. */
    FLAG(Long.class),
    /** The identifier of another job of the trace. */
    JOB(JobId.class);

    private final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
    }

    /** Type of a value in {@link JobAttributes}. */
    Class<?> type() {
      return type;
    }
  }

  private final Kind kind;
  private final long minimum;
  private final long maximum;
  private final List<String> choices;

  JobAttribute(Kind kind, String... choices) {
    this(kind, -JobAttribute.MAXIMUM, choices);
  }

  JobAttribute(Kind kind, long minimum, String... choices) {
    this(kind, minimum, JobAttribute.MAXIMUM, choices);
  }

  JobAttribute(long minimum, long maximum) {
    this(Kind.NUMBER, minimum, maximum);
  }

  JobAttribute(Kind kind, long minimum, long maximum, String... choices) {
    this.kind = kind;
    this.minimum = minimum;
    this.maximum = maximum;
    this.choices = List.of(choices);
  }

  /** Whether it is known only when the job has ended: no policy may look at it. */
  public boolean isKnownAfterwards() {
    return switch (this) {
      case ELIGIBLE_TIME, START_TIME, END_TIME, NODE_NUM, NODE_NAMES, CENSORED, ATTEMPTS -> true;
      case GPU_TYPE,
          GPU_MILLI,
          MIN_GPU_NUM,
          MAX_GPU_NUM,
          WHOLE_NODES,
          MEMORY_MIB,
          TIME_LIMIT,
          PRIORITY,
          JOB_CLASS,
          DEADLINE,
          JOB_GROUP,
          GROUP_KIND,
          PREDECESSOR,
          RUNNING_AT_START,
          ITERATIONS,
          SCALING,
          SENSITIVITY,
          SUBMIT_NANOS ->
          false;
    };
  }

  /** What its values are. */
  public Kind kind() {
    return kind;
  }

  /** Least value of a number. */
  public long minimum() {
    return minimum;
  }

  /** Largest value of a number. */
  public long maximum() {
    return maximum;
  }

  /** The texts that may stand there; empty: any. */
  public List<String> choices() {
    return choices;
  }

  /** Name of the column in a file. */
  public String columnName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
