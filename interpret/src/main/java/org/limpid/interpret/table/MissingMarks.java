package org.limpid.interpret.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts and numbers that stand for missing values. */
record MissingMarks(Set<String> texts, Set<Double> numbers) {

  static MissingMarks of(List<String> marks) {
    return new MissingMarks(
        Set.copyOf(marks),
        marks.stream()
            .map(CellFormat.Numbers.PLAIN::value)
            .filter(number -> !number.isNaN())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** A mark that is a number stands for all texts of this number. */
  private boolean isMark(String text) {
    return texts.contains(text)
        || !numbers.isEmpty() && numbers.contains(CellFormat.Numbers.PLAIN.value(text));
  }

  Column withGaps(Column column) {
    return switch (column) {
      case TextColumn each -> gaps(each);
      case NumericColumn each ->
          numbers.isEmpty()
              ? each
              : NumericColumn.generate(
                  each.name(),
                  each.size(),
                  row -> numbers.contains(each.value(row)) ? Double.NaN : each.value(row));
    };
  }

  private TextColumn gaps(TextColumn column) {
    String[] kept = new String[column.size()];
    List<String> levels =
        column.levels().stream().map(level -> isMark(level) ? null : level).toList();
    for (int row = 0; row < kept.length; row++) {
      kept[row] = column.isMissing(row) ? null : levels.get(column.code(row));
    }
    return TextColumn.of(column.name(), kept);
  }
}
