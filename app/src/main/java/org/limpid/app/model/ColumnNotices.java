package org.limpid.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Says which columns of texts look as if something else was meant. */
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
      if (column instanceof TextColumn texts && !nominal.contains(column.name())) {
        notice(texts).ifPresent(notices::add);
      }
    }
    return notices;
  }

  private static Optional<String> notice(TextColumn column) {
    List<String> levels = column.levels();
    long numbers = levels.stream().filter(ColumnNotices::isNumber).count();
    if (2 * numbers > levels.size()) {
      String other = levels.stream().filter(level -> !isNumber(level)).findFirst().orElseThrow();
      return Optional.of(
          "%s is nominal, as it holds '%s' among numbers.".formatted(column.name(), other));
    }
    return levels.size() > 2 && levels.size() == column.size()
        ? Optional.of(
            "%s has another text in every row. Maybe --exclude it.".formatted(column.name()))
        : Optional.empty();
  }

  private static boolean isNumber(String text) {
    try {
      Double.parseDouble(text);
      return true;
    } catch (NumberFormatException _) {
      return false;
    }
  }
}
