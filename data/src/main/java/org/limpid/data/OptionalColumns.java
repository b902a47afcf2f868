package org.limpid.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.limpid.data.JobAttribute.Kind;

/**
 * The columns of a trace that a data set may lack, one per {@link JobAttribute}. A column that is
 * there takes eight bytes a job, one that is not takes none. Immutable and safe to share between
 * threads.
 */
public final class OptionalColumns {
  /** A number, time or flag that is not known of a job. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  static final OptionalColumns NONE =
      new OptionalColumns(new long[JobAttribute.values().length][], List.of());

  /** By the ordinal of the attribute; texts by their index, jobs by their row. */
  private final long[][] columns;

  private final List<String> texts;

  private OptionalColumns(long[][] columns, List<String> texts) {
    this.columns = columns;
    this.texts = texts;
  }

  /** Without the columns that are known only when a job has ended. */
  OptionalColumns knownBeforehand() {
    long[][] left = columns.clone();
    for (JobAttribute attribute : JobAttribute.values()) {
      if (attribute.isKnownAfterwards()) {
        left[attribute.ordinal()] = null;
      }
    }
    return new OptionalColumns(left, texts);
  }

  /** The columns that are there: of each a job or more has a value. */
  public Set<JobAttribute> present() {
    Set<JobAttribute> present = EnumSet.allOf(JobAttribute.class);
    present.removeIf(attribute -> !has(attribute));
    return present;
  }

  /** Whether the column is there. */
  public boolean has(JobAttribute attribute) {
    return columns[attribute.ordinal()] != null;
  }

  /** Whether job {@code row} has a value in the column. */
  public boolean has(JobAttribute attribute, int row) {
    return has(attribute) && columns[attribute.ordinal()][row] != UNKNOWN;
  }

  /** The number, time or flag of job {@code row}; {@link #UNKNOWN} where it has none. */
  public long number(JobAttribute attribute, int row) {
    return has(attribute) ? columns[attribute.ordinal()][row] : UNKNOWN;
  }

  /** The text of job {@code row}; empty where it has none. */
  public String text(JobAttribute attribute, int row) {
    return has(attribute, row) ? texts.get((int) columns[attribute.ordinal()][row]) : "";
  }

  /** Whether the flag of job {@code row} is set. */
  public boolean isSet(JobAttribute attribute, int row) {
    return number(attribute, row) == 1;
  }

  /** Row of the job that must have ended before job {@code row}; -1 where there is none. */
  public int predecessorRow(int row) {
    return has(JobAttribute.PREDECESSOR, row) ? (int) number(JobAttribute.PREDECESSOR, row) : -1;
  }

  /** Memory of all columns. */
  long bytes() {
    return Arrays.stream(columns).filter(Objects::nonNull).mapToLong(c -> c.length * 8L).sum();
  }

  /** All that is known of job {@code row}. */
  JobAttributes of(int row, IntFunction<JobId> idOf) {
    if (this == NONE) {
      return JobAttributes.NONE;
    }
    Map<JobAttribute, Object> values = new EnumMap<>(JobAttribute.class);
    for (JobAttribute attribute : present()) {
      if (has(attribute, row)) {
        long value = number(attribute, row);
        values.put(
            attribute,
            switch (attribute.kind()) {
              case NUMBER, TIME, FLAG -> value;
              case TEXT -> text(attribute, row);
              case JOB -> idOf.apply((int) value);
            });
      }
    }
    return values.isEmpty() ? JobAttributes.NONE : new JobAttributes(values);
  }

  /** Collects what is known of jobs, row by row. Not safe for several threads. */
  static final class Builder {
    private final long[][] columns = new long[JobAttribute.values().length][];
    private final List<Object> values = new ArrayList<>();
    private final Map<Object, Integer> indices = new HashMap<>();

    void add(int row, JobAttributes attributes) {
      attributes
          .values()
          .forEach((attribute, value) ->
              column(attribute, row)[row] = value instanceof Long number ? number : indexOf(value));
    }

    private int indexOf(Object value) {
      return indices.computeIfAbsent(
          value,
          each -> {
            values.add(each);
            return values.size() - 1;
          });
    }

    private long[] column(JobAttribute attribute, int row) {
      long[] column = columns[attribute.ordinal()];
      if (column == null || row >= column.length) {
        column = sized(column == null ? new long[0] : column, row + row / 2 + 16);
        columns[attribute.ordinal()] = column;
      }
      return column;
    }

    private static long[] sized(long[] column, int size) {
      long[] copy = Arrays.copyOf(column, size);
      Arrays.fill(copy, Math.min(column.length, size), size, UNKNOWN);
      return copy;
    }

    /**
     * The columns of so many jobs. A job that refers to one that is not among them refers to none.
     */
    OptionalColumns build(int size, IntFunction<JobId> idOf) {
      if (Arrays.stream(columns).allMatch(Objects::isNull)) {
        return NONE;
      }
      long[][] built = new long[columns.length][];
      for (JobAttribute attribute : JobAttribute.values()) {
        long[] column = columns[attribute.ordinal()];
        if (column != null) {
          long[] copy = sized(column, size);
          built[attribute.ordinal()] = attribute.kind() == Kind.JOB ? rows(copy, idOf) : copy;
        }
      }
      return new OptionalColumns(built, values.stream().map(Object::toString).toList());
    }

    /** From indices of identifiers to rows; null when no job is left. */
    private long[] rows(long[] column, IntFunction<JobId> idOf) {
      long[] rowOfValue = new long[values.size()];
      Arrays.fill(rowOfValue, UNKNOWN);
      for (int row = 0; row < column.length; row++) {
        Integer index = indices.get(idOf.apply(row));
        if (index != null) {
          rowOfValue[index] = row;
        }
      }
      boolean any = false;
      for (int row = 0; row < column.length; row++) {
        if (column[row] != UNKNOWN) {
          column[row] = rowOfValue[(int) column[row]];
          any |= column[row] != UNKNOWN;
        }
      }
      return any ? column : null;
    }
  }
}
