package org.limpid.interpret.table;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Lines of a file in which the rows of a table stand. Immutable. */
final class RowLines {
  /** Of a table that was not read from a file. */
  static final RowLines UNKNOWN = new RowLines(0, null);

  private final int first;
  private final int[] lines;

  private RowLines(int first, int[] lines) {
    this.first = first;
    this.lines = lines;
  }

  /** Rows that are lines without a gap, the first of them at {@code line}; 0: rows are no lines. */
  static RowLines from(int line) {
    return line > 0 ? new RowLines(line, null) : UNKNOWN;
  }

  boolean isKnown() {
    return lines != null || first > 0;
  }

  int line(int row) {
    if (lines != null) {
      return lines[row];
    }
    return first > 0 ? first + row : 0;
  }

  RowLines rows(int[] rows) {
    return isKnown() ? new RowLines(0, IntStream.of(rows).map(this::line).toArray()) : UNKNOWN;
  }

  /** Keeps a line per row only once rows are not one line each. */
  static final class Builder {
    private int first;
    private int size;
    private int[] lines;

    void add(long line) {
      int known = Math.toIntExact(line);
      if (size == 0) {
        first = known;
      }
      if (lines == null && known != first + size) {
        int begin = first;
        lines = IntStream.range(0, size + (size >> 1) + 16).map(row -> begin + row).toArray();
      }
      if (lines != null) {
        if (size == lines.length) {
          lines = Arrays.copyOf(lines, size + (size >> 1));
        }
        lines[size] = known;
      }
      size++;
    }

    int size() {
      return size;
    }

    RowLines build() {
      return lines == null ? from(first) : new RowLines(0, Arrays.copyOf(lines, size));
    }
  }
}
