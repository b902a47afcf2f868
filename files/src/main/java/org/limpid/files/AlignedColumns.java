package org.limpid.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows of cells as lines of text whose columns are aligned by spaces. The one place where tables
 * for people are laid out.
 *
 * @param isLeft which columns are flush left, by number; the others are flush right
 * @param rows of equal length; may be empty
 */
public record AlignedColumns(IntPredicate isLeft, List<List<String>> rows) {
  private static final String GAP = "  ";

  /**
   * Cells are made printable.
   *
   * @throws IllegalArgumentException if rows are not of equal length
   */
  public AlignedColumns {
    rows = rows.stream().map(row -> row.stream().map(PrintableText::inLine).toList()).toList();
    for (List<String> row : rows) {
      if (row.size() != rows.getFirst().size()) {
        throw new IllegalArgumentException(
            "expected %d cells, found %d".formatted(rows.getFirst().size(), row.size()));
      }
    }
  }

  /** The first columns are flush left, the others flush right. */
  public static AlignedColumns of(int leftColumns, List<List<String>> rows) {
    return new AlignedColumns(column -> column < leftColumns, rows);
  }

  /** All columns side by side, one line per row. */
  public List<String> lines() {
    int[] widths = widths();
    return lines(IntStream.range(0, widths.length).boxed().toList(), widths);
  }

  /**
   * The same where lines may have so many characters: columns that are too many for a line follow
   * below, behind an empty line, beside the first column once more. A column that is too wide by
   * itself stays so.
   */
  public List<String> lines(int width) {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    for (List<Integer> columns : parts(widths, width)) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(lines(columns, widths));
    }
    return lines;
  }

  /** Columns that fit side by side, each time as many as possible. */
  private static List<List<Integer>> parts(int[] widths, int width) {
    List<List<Integer>> parts = new ArrayList<>();
    List<Integer> part = new ArrayList<>();
    int used = 0;
    for (int column = 0; column < widths.length; column++) {
      boolean isFull = part.size() > 1 && used + GAP.length() + widths[column] > width;
      if (isFull) {
        parts.add(part);
        part = new ArrayList<>(List.of(0));
        used = widths[0];
      }
      used += (part.isEmpty() ? 0 : GAP.length()) + widths[column];
      part.add(column);
    }
    parts.add(part);
    return parts;
  }

  private int[] widths() {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private List<String> lines(List<Integer> columns, int[] widths) {
    return rows.stream()
        .map(row ->
            String.join(GAP, columns.stream().map(i -> padded(row.get(i), widths[i], i)).toList())
                .stripTrailing())
        .toList();
  }

  private String padded(String cell, int width, int column) {
    String padding = " ".repeat(width - cell.length());
    return isLeft.test(column) ? cell + padding : padding + cell;
  }
}
