package org.limpid.data;

import java.util.Arrays;

/**
 * The identifiers of the jobs of a trace, row by row: eight bytes a job where all are numbers.
 * Immutable and safe to share between threads.
 */
public final class JobIds {
  private final long[] numbers;

  /** Null for a number; null altogether where all are numbers. */
  private final String[] texts;

  private JobIds(long[] numbers, String[] texts) {
    this.numbers = numbers;
    this.texts = texts;
  }

  /** Number of jobs. */
  public int size() {
    return numbers.length;
  }

  /** The identifier of job {@code row}. */
  public JobId get(int row) {
    return new JobId(numbers[row], texts == null ? null : texts[row]);
  }

  /** The first row with an identifier; -1 where there is none. */
  public int rowOf(JobId id) {
    int row = 0;
    while (row < size() && !isAt(row, id)) {
      row++;
    }
    return row < size() ? row : -1;
  }

  private boolean isAt(int row, JobId id) {
    return numbers[row] == id.number()
        && (texts == null || texts[row] == null ? id.isNumber() : texts[row].equals(id.text()));
  }

  /** The identifiers of some jobs. */
  public JobIds rows(int[] rows) {
    Builder builder = new Builder();
    for (int row : rows) {
      builder.add(get(row));
    }
    return builder.build();
  }

  boolean areNumbers() {
    return texts == null;
  }

  /** Collects identifiers. Not safe for several threads. */
  public static final class Builder {
    private long[] numbers = new long[1024];
    private String[] texts;
    private int size;

    /** Appends an identifier. */
    public void add(JobId id) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size + (size >> 1));
      }
      numbers[size] = id.number();
      if (!id.isNumber()) {
        if (texts == null || texts.length <= size) {
          texts = texts == null ? new String[numbers.length] : Arrays.copyOf(texts, numbers.length);
        }
        texts[size] = id.text();
      }
      size++;
    }

    /** All identifiers so far. */
    public JobIds build() {
      return new JobIds(
          Arrays.copyOf(numbers, size), texts == null ? null : Arrays.copyOf(texts, size));
    }
  }
}
