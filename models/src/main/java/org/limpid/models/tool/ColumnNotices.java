package org.limpid.models.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.limpid.files.Words;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Says which columns look as if something else was meant. */
final class ColumnNotices {
  private ColumnNotices() {}

  /**
   * A sentence per odd column.
   *
   * @param nominal columns that were said to hold names
   */
  static List<String> of(Table table, Set<String> nominal) {
    List<String> notices = new ArrayList<>();
    for (Column column : table.columns()) {
      if (!nominal.contains(column.name())) {
        notice(column).ifPresent(notices::add);
      }
    }
    return notices;
  }

  private static Optional<String> notice(Column column) {
    return switch (column) {
      case TextColumn texts -> differing(texts);
      case NumericColumn numbers when OddNumbers.countsRows(numbers) ->
          Optional.of(
              "%s counts the rows: a whole number each, without a gap. If it is no more than that,"
                      .formatted(column.name())
                  + " --exclude it.");
      case NumericColumn numbers -> OddNumbers.mark(numbers).map(mark -> mark(numbers, mark));
    };
  }

  private static String mark(NumericColumn column, OddNumbers.Mark mark) {
    return String.format(
        Locale.ROOT,
        "%s holds %s in %s, far from all others. Maybe it stands for a missing value:"
            + " --missing %s reads it so.",
        column.name(),
        column.text(mark.firstRow()),
        Words.count(mark.count(), "row"),
        column.text(mark.firstRow()));
  }

  private static Optional<String> differing(TextColumn column) {
    if (!isLikeId(column)) {
      return Optional.empty();
    }
    int levels = column.levels().size();
    return Optional.of(
        levels == column.size()
            ? "%s has another text in every row. Maybe --exclude it.".formatted(column.name())
            : String.format(
                Locale.ROOT,
                "%s has %,d different texts in %,d rows, of which little can be learnt. Maybe"
                    + " --exclude it.",
                column.name(),
                levels,
                column.size()));
  }

  /** Columns of texts that hardly repeat, as those of an id do. */
  static List<String> likeIds(Table table) {
    return table.columns().stream()
        .filter(column -> column instanceof TextColumn texts && isLikeId(texts))
        .map(Column::name)
        .toList();
  }

  private static boolean isLikeId(TextColumn column) {
    int levels = column.levels().size();
    boolean inEveryRow = levels > 2 && levels == column.size();
    return inEveryRow || (levels > MANY && 2L * levels > column.size());
  }

  private static final int MANY = 20;
}
