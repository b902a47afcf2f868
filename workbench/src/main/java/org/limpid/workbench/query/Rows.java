package org.limpid.workbench.query;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table between two steps of a question.
 *
 * @param lengths names of the columns that hold lengths of time, in seconds
 */
record Rows(Table table, Set<String> lengths) {
  Rows {
    lengths = Set.copyOf(lengths);
  }

  /** The same columns, other rows in this order, from 0. */
  Rows at(int[] rows) {
    return new Rows(
        Table.create(
            table.name(), table.columns().stream().<Column<?>>map(each -> each.subset(rows))),
        lengths);
  }

  Rows with(Table other) {
    return new Rows(other, lengths);
  }

  /** The rows in another order; those that the order does not tell apart stay as they are. */
  Rows sorted(Comparator<Integer> order) {
    return at(
        IntStream.range(0, table.rowCount())
            .boxed()
            .sorted(order)
            .mapToInt(Integer::intValue)
            .toArray());
  }

  /**
   * The column of this name, or the only one that calculates so: {@code mean} for {@code
   * mean(queue)}.
   */
  Column<?> column(String name) {
    return find(name)
        .orElseThrow(() ->
            QueryProblem.unknown(name, "expected a column of the table", table.columnNames()));
  }

  private Optional<Column<?>> find(String name) {
    if (table.containsColumn(name)) {
      return Optional.of(table.column(name));
    }
    List<String> calculated =
        table.columnNames().stream().filter(each -> each.startsWith(name + "(")).toList();
    return calculated.size() == 1
        ? Optional.of(table.column(calculated.getFirst()))
        : Optional.empty();
  }

  /** The column of this name, which has to hold numbers. */
  NumericColumn<?> numbers(String name) {
    if (find(name).orElse(null) instanceof NumericColumn<?> numbers) {
      return numbers;
    }
    List<String> known =
        table.columns().stream().filter(NumericColumn.class::isInstance).map(Column::name).toList();
    throw QueryProblem.unknown(name, "expected a column of numbers", known);
  }

  /** The same with more columns of lengths. */
  Rows measuring(Set<String> more) {
    Set<String> all = new HashSet<>(lengths);
    all.addAll(more);
    return new Rows(table, all);
  }
}
