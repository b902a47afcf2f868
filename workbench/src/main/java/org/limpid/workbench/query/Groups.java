package org.limpid.workbench.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Rows with the same values in some columns, in the order in which they first occur. */
record Groups(Rows rows, List<String> keys, List<int[]> members) {
  /** All rows are one group where there are no columns. */
  static Groups of(Rows rows, List<String> keys) {
    List<Column<?>> columns = keys.stream().<Column<?>>map(rows::column).toList();
    Map<List<String>, IntStream.Builder> members = new LinkedHashMap<>();
    if (keys.isEmpty()) {
      members.put(List.of(), IntStream.builder());
    }
    for (int row = 0; row < rows.table().rowCount(); row++) {
      int at = row;
      members
          .computeIfAbsent(
              columns.stream().map(column -> column.getString(at)).toList(),
              _ -> IntStream.builder())
          .add(row);
    }
    return new Groups(
        rows,
        columns.stream().map(Column::name).toList(),
        members.values().stream().map(each -> each.build().toArray()).toList());
  }

  /** A row per group: its values in these columns, and numbers. */
  Rows calculated(List<Aggregate> aggregates) {
    int[] first = members.stream().filter(group -> group.length > 0).mapToInt(g -> g[0]).toArray();
    Stream<Column<?>> own = keys.stream().map(key -> rows.table().column(key).subset(first));
    Stream<Column<?>> numbers = aggregates.stream().map(each -> each.of(rows, members));
    return rows.with(Table.create(rows.table().name(), Stream.concat(own, numbers)))
        .measuring(
            aggregates.stream()
                .filter(each -> each.isLength(rows))
                .map(Aggregate::name)
                .collect(Collectors.toSet()));
  }
}
