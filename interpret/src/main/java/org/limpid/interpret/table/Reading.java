package org.limpid.interpret.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the cells of a file were read, where that is not plain: the decimal mark and the order of
 * dates that were said to be used, texts that stand for missing values besides the usual ones, and
 * columns whose texts stand for numbers or dates. A model keeps it, so that other files are read
 * alike.
 */
public record Reading(
    Optional<DecimalMark> decimal,
    Optional<DateOrder> dates,
    List<String> missing,
    Map<String, CellFormat> formats) {
  public static final Reading PLAIN =
      new Reading(Optional.empty(), Optional.empty(), List.of(), Map.of());

  public Reading {
    Objects.requireNonNull(decimal, "decimal");
    Objects.requireNonNull(dates, "dates");
    missing = List.copyOf(missing);
    formats = Collections.unmodifiableMap(new LinkedHashMap<>(formats));
  }

  public boolean isPlain() {
    return equals(PLAIN);
  }

  public Reading withFormats(Map<String, CellFormat> changed) {
    return new Reading(decimal, dates, missing, changed);
  }

  /** Whether texts of a format are to be expected rather than those of another one. */
  boolean prefers(CellFormat format) {
    return switch (format) {
      case CellFormat.Numbers numbers -> decimal.filter(numbers.decimal()::equals).isPresent();
      case CellFormat.Dates each -> dates.filter(each.order()::equals).isPresent();
    };
  }

  /** The column in which the marks for missing values are gaps. */
  public Column withGaps(Column column) {
    return missing.isEmpty() ? column : MissingMarks.of(missing).withGaps(column);
  }

  private record MissingMarks(Set<String> texts, Set<Double> numbers) {

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
}
