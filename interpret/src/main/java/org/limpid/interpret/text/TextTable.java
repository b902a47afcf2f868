package org.limpid.interpret.text;

import java.util.ArrayList;
import java.util.List;
import org.limpid.files.AlignedColumns;

/** Lines of printable cells that are aligned by spaces. Not safe for several threads. */
public final class TextTable {
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
    lines.add(List.copyOf(cells));
    return this;
  }

  public TextTable line(String... cells) {
    return line(List.of(cells));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    AlignedColumns.of(leftColumns, lines).lines().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
