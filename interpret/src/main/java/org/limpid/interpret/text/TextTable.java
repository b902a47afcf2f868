package org.limpid.interpret.text;

import java.util.ArrayList;
import java.util.List;
import org.limpid.files.PrintableText;

/** Lines of printable cells that are aligned by spaces. Not safe for several threads. */
public final class TextTable {
  private static final String GAP = "  ";

  private final int leftColumns;
  private final List<List<String>> lines = new ArrayList<>();

  /**
   * A table without lines, whose first columns are aligned to the left, the others to the right.
   */
  public TextTable(int leftColumns) {
    this.leftColumns = leftColumns;
  }

  /** Adds a line of as many cells as all others have. */
  public TextTable line(List<String> cells) {
    if (!lines.isEmpty() && lines.getFirst().size() != cells.size()) {
      throw new IllegalArgumentException(
          "expected %d cells, found %d".formatted(lines.getFirst().size(), cells.size()));
    }
    lines.add(cells.stream().map(PrintableText::inLine).toList());
    return this;
  }

  public TextTable line(String... cells) {
    return line(List.of(cells));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int[] widths = widths();
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        padded.append(i == 0 ? "" : GAP).append(padded(line.get(i), widths[i], i < leftColumns));
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[lines.isEmpty() ? 0 : lines.getFirst().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return widths;
  }

  private static String padded(String cell, int width, boolean left) {
    String padding = " ".repeat(width - cell.length());
    return left ? cell + padding : padding + cell;
  }
}
