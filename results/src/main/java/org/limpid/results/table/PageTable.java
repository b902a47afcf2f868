package org.limpid.results.table;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A table with all that a page needs to show it. Immutable.
 *
 * @param name of its files, without the extension: small letters, digits, hyphens
 * @param label what the paper calls it: {@code Table 4}
 * @param title what it shows, beginning with a capital, without a full stop
 * @param caption one or two short sentences made from its numbers; may be empty
 * @param columns at least one
 * @param rows each with a cell per column
 * @param notes sentences that explain it
 */
public record PageTable(
    String name,
    String label,
    String title,
    String caption,
    List<PageColumn> columns,
    List<List<Cell>> rows,
    List<String> notes) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public PageTable {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "expected a name of small letters, digits and hyphens, found '%s'".formatted(name));
    }
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(caption, "caption");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
    int width = columns.size();
    if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException(
          "expected rows of as many cells as there are columns, found %s for %s"
              .formatted(rows.stream().map(List::size).distinct().toList(), columns));
    }
  }

  /** The same under another name. */
  public PageTable named(String other) {
    return new PageTable(other, label, title, caption, columns, rows, notes);
  }

  /** Label and title: {@code Table 4: Job completion time}. */
  public String heading() {
    return label + ": " + title;
  }
}
