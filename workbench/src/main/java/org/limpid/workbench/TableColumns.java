package org.limpid.workbench;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Columns of Tablesaw from values by row, from 0. */
final class TableColumns {
  private TableColumns() {}

  static StringColumn texts(String name, int size, IntFunction<String> value) {
    return StringColumn.create(name, IntStream.range(0, size).mapToObj(value));
  }

  static StringColumn constant(String name, int size, String value) {
    return texts(name, size, _ -> value);
  }

  static IntColumn counts(String name, int size, IntUnaryOperator value) {
    return IntColumn.create(name, IntStream.range(0, size).map(value).toArray());
  }

  static LongColumn whole(String name, int size, IntToLongFunction value) {
    return LongColumn.create(name, IntStream.range(0, size).mapToLong(value).toArray());
  }

  /** NaN is a missing value. */
  static DoubleColumn decimals(String name, int size, IntToDoubleFunction value) {
    return DoubleColumn.create(name, IntStream.range(0, size).mapToDouble(value).toArray());
  }

  static BooleanColumn truths(String name, int size, IntPredicate value) {
    return BooleanColumn.create(name, IntStream.range(0, size).mapToObj(value::test));
  }

  /** The tables of several things one below the other. */
  static <T> Table below(List<T> things, Function<T, Table> table) {
    Table all = table.apply(things.getFirst());
    things.stream().skip(1).map(table).forEach(all::append);
    return all;
  }
}
