package org.limpid.interpret.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** Columns of equal length, found by name. Immutable. */
public final class Table {
  private final String source;
  private final RowLines lines;
  private final int rowCount;
  private final Map<String, Column> columns;
  private final Reading reading;

  private Table(
      String source, RowLines lines, int rowCount, Map<String, Column> columns, Reading reading) {
    this.source = source;
    this.lines = lines;
    this.rowCount = rowCount;
    this.columns = columns;
    this.reading = reading;
  }

  /**
   * A table of these columns. Throws an {@code IllegalArgumentException} if they differ in length
   * or two have one name.
   */
  public static Table of(Column... columns) {
    return of("table", 0, List.of(columns));
  }

  /**
   * A table that was read from a file, whose row 0 stands in this line, or 0 if rows are not lines.
   * Throws an {@code IllegalArgumentException} if the columns differ in length or two have one
   * name.
   */
  public static Table of(String source, int firstLine, List<? extends Column> columns) {
    return of(source, RowLines.from(firstLine), columns, Reading.PLAIN);
  }

  /** A table whose rows stand in these lines of a file. */
  static Table of(String source, RowLines lines, List<? extends Column> columns, Reading reading) {
    int rowCount = columns.isEmpty() ? 0 : columns.getFirst().size();
    Map<String, Column> byName = new LinkedHashMap<>();
    for (Column column : columns) {
      if (column.size() != rowCount) {
        throw new IllegalArgumentException(
            "expected %d rows in column %s, found %d"
                .formatted(rowCount, column.name(), column.size()));
      }
      if (byName.put(column.name(), column) != null) {
        throw new IllegalArgumentException("two columns are called " + column.name());
      }
    }
    return new Table(source, lines, rowCount, byName, reading);
  }

  /** Name of the file that the table came from, or {@code table}. */
  public String source() {
    return source;
  }

  /** How cells were read that are not plain. */
  public Reading reading() {
    return reading;
  }

  /** The same rows with columns that were made from the ones here. */
  public Table reread(List<? extends Column> made, Reading how) {
    return new Table(source, lines, rowCount, of(source, lines, made, how).columns, how);
  }

  /** Line of the file in which a row stands; 0 when not known. */
  public int line(int row) {
    return lines.line(row);
  }

  public int rowCount() {
    return rowCount;
  }

  public List<Column> columns() {
    return List.copyOf(columns.values());
  }

  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  public Optional<Column> find(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /**
   * The column of this name. Throws a {@code DataException} if there is none; the message names the
   * closest one.
   */
  public Column column(String name) {
    return find(name)
        .orElseThrow(() ->
            new DataException(
                new Problem(
                    source,
                    lines.isKnown() ? 1 : 0,
                    name,
                    "",
                    "there is no such column",
                    ClosestName.hint(name, columns.keySet()))));
  }

  public Table select(Collection<String> names) {
    return subset(names.stream().map(this::column).toList());
  }

  public Table without(Set<String> names) {
    return subset(
        columns.values().stream().filter(column -> !names.contains(column.name())).toList());
  }

  /** Without any column, too, the table keeps its rows. */
  private Table subset(List<Column> kept) {
    return new Table(source, lines, rowCount, of(source, lines, kept, reading).columns, reading);
  }

  /** The table with a column added at the end, or replaced where one has its name. */
  public Table with(Column column) {
    Map<String, Column> changed = new LinkedHashMap<>(columns);
    changed.put(column.name(), column);
    return of(source, lines, List.copyOf(changed.values()), reading);
  }

  public Table rows(int... rows) {
    if (IntStream.of(rows).anyMatch(row -> row < 0 || row >= rowCount)) {
      throw new NoSuchElementException("rows are 0 to " + (rowCount - 1));
    }
    return of(
        source,
        lines.rows(rows),
        columns.values().stream().map(column -> column.rows(rows)).toList(),
        reading);
  }

  /** A problem with one value, or with a whole column when {@code row} is negative. */
  public Problem problem(int row, Column column, String message, String hint) {
    boolean located = row >= 0;
    String place = located && !lines.isKnown() ? "%s, row %d".formatted(source, row) : source;
    long line = located ? lines.line(row) : 0;
    String value = located ? column.text(row) : "";
    return new Problem(place, line, column.name(), value, message, hint);
  }
}
