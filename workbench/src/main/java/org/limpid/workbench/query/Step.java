package org.limpid.workbench.query;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.joining.JoinType;

/** What a question does with a table. */
sealed interface Step {
  /**
   * The table afterwards.
   *
   * @param sources tables that the question may name
   * @param notices told what is to be known of the answer, in sentences
   */
  Rows apply(Rows rows, Sources sources, Consumer<String> notices);

  /** Keeps the rows that are so. */
  record Where(Condition condition) implements Step {
    @Override
    public Rows apply(Rows rows, Sources sources, Consumer<String> notices) {
      IntPredicate kept = condition.on(rows, notices);
      return rows.at(IntStream.range(0, rows.table().rowCount()).filter(kept).toArray());
    }
  }

  /**
   * Puts beside each row those of another table with the same values in some columns, without the
   * columns that are there already. Rows without such go.
   */
  record Join(String source, List<String> keys) implements Step {
    @Override
    public Rows apply(Rows rows, Sources sources, Consumer<String> notices) {
      Rows other = sources.rows(source);
      String[] on = keys.toArray(String[]::new);
      keys.forEach(key -> requireAlike(rows.column(key), other.column(key)));
      Set<String> known = new HashSet<>(rows.table().columnNames());
      known.removeAll(keys);
      Table right = other.table();
      right =
          right.rejectColumns(known.stream().filter(right::containsColumn).toArray(String[]::new));
      return rows.with(rows.table().joinOn(on).type(JoinType.INNER).with(right).join())
          .measuring(other.lengths());
    }

    private void requireAlike(Column<?> left, Column<?> right) {
      if (!left.type().equals(right.type())) {
        throw QueryProblem.of(left.name(), "expected a column that both tables have alike", "");
      }
    }
  }

  /** Makes a row of each group of rows. */
  record Group(List<String> keys, List<Aggregate> aggregates) implements Step {
    @Override
    public Rows apply(Rows rows, Sources sources, Consumer<String> notices) {
      return Groups.of(rows, keys).calculated(aggregates);
    }
  }

  /** Makes a row of each value of a column, and in it a column of each value of another one. */
  record Pivot(String down, String across, Aggregate aggregate) implements Step {
    private static final int MOST_COLUMNS = 100;

    @Override
    public Rows apply(Rows rows, Sources sources, Consumer<String> notices) {
      Groups lines = Groups.of(rows, List.of(down));
      Rows result = lines.calculated(List.of());
      Groups columns = Groups.of(rows, List.of(across));
      requireFew(columns.members().size());
      boolean isLength = aggregate.isLength(rows);
      for (int[] column : columns.members()) {
        String name = rows.column(across).getString(column[0]);
        requireNew(name, result.table());
        result.table().addColumns(cells(rows, lines, column).setName(name));
        result = isLength ? result.measuring(Set.of(name)) : result;
      }
      return result;
    }

    /** Tablesaw tells names apart by more than upper and lower case only. */
    private void requireNew(String name, Table table) {
      if (table.columnNames().stream().anyMatch(name::equalsIgnoreCase)) {
        throw QueryProblem.of(
            name,
            "expected values of %s that differ in more than case, also from %s"
                .formatted(across, down),
            "");
      }
    }

    private Column<?> cells(Rows rows, Groups lines, int[] column) {
      Set<Integer> inside = new HashSet<>(IntStream.of(column).boxed().toList());
      return aggregate.of(
          rows,
          lines.members().stream()
              .map(line -> IntStream.of(line).filter(inside::contains).toArray())
              .toList());
    }

    private void requireFew(int count) {
      if (count > MOST_COLUMNS) {
        throw QueryProblem.of(
            across,
            "expected a column with at most %d values, one has %,d".formatted(MOST_COLUMNS, count),
            "Maybe %s by %s is what you want.".formatted(across, down));
      }
    }
  }

  /** Keeps some columns, in this order. */
  record Select(List<String> columns) implements Step {
    @Override
    public Rows apply(Rows rows, Sources sources, Consumer<String> notices) {
      return rows.with(
          Table.create(
              rows.table().name(), columns.stream().<Column<?>>map(rows::column).distinct()));
    }
  }

  /** Orders rows; what is not told apart stays as it is, and missing values come last. */
  record Sort(List<Key> keys) implements Step {
    /** A column to sort by. */
    record Key(String column, boolean descending) {
      Comparator<Integer> on(Rows rows) {
        Column<?> values = rows.column(column);
        Comparator<Integer> ascending =
            values instanceof NumericColumn<?> numbers
                ? Comparator.comparingDouble(numbers::getDouble)
                : Comparator.comparing(values::getString);
        return Comparator.<Integer, Boolean>comparing(values::isMissing)
            .thenComparing(descending ? ascending.reversed() : ascending);
      }
    }

    @Override
    public Rows apply(Rows rows, Sources sources, Consumer<String> notices) {
      return rows.sorted(
          keys.stream().map(key -> key.on(rows)).reduce(Comparator::thenComparing).orElseThrow());
    }
  }

  /** Keeps the first rows. */
  record Top(int count) implements Step {
    @Override
    public Rows apply(Rows rows, Sources sources, Consumer<String> notices) {
      return rows.at(IntStream.range(0, Math.min(count, rows.table().rowCount())).toArray());
    }
  }
}
