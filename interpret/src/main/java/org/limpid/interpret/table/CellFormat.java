package org.limpid.interpret.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How the texts of a column stand for numbers or dates. Immutable. */
public sealed interface CellFormat {
  /** The number that a text stands for, or the seconds since 1970 of a date; else {@code NaN}. */
  double value(String text);

  /** What a text of this format stands for, as a person would write it. */
  String meaning(String text);

  /** What a sentence calls values of this format. */
  String description();

  /** The columns that stand for this one; texts of another format are missing there. */
  List<Column> read(TextColumn column);

  /**
   * Numbers with a decimal mark and a unit: a currency symbol, which may stand before or behind the
   * number or be left out; {@code %}, which must be there; or empty.
   */
  record Numbers(DecimalMark decimal, String unit) implements CellFormat {
    /** What columns of numbers are written in. */
    public static final Numbers PLAIN = new Numbers(DecimalMark.POINT, "");

    public Numbers {
      Objects.requireNonNull(decimal, "decimal");
      Objects.requireNonNull(unit, "unit");
    }

    @Override
    public double value(String text) {
      return FormattedNumber.value(text, this);
    }

    @Override
    public String meaning(String text) {
      return NumericColumn.of("", value(text)).text(0);
    }

    @Override
    public String description() {
      String marks = decimal == DecimalMark.COMMA ? "numbers with decimal commas" : "numbers";
      return unit.isEmpty() ? marks : marks + " in " + unit;
    }

    @Override
    public List<Column> read(TextColumn column) {
      double[] values = column.levels().stream().mapToDouble(this::value).toArray();
      return List.of(numbers(column, column.name(), values));
    }
  }

  /**
   * Dates, perhaps with a time of day.
   *
   * <p>A column {@code d} becomes {@code d.hour}, the time of day in hours from 0 to below 24, if
   * it has a clock; {@code d.weekday}, the name of the day; and {@code d.time}, the seconds since
   * the beginning of 1970. Hour and weekday are those that are written; an offset from UTC shifts
   * {@code d.time} only.
   *
   * @param order of the parts of a date
   * @param clock whether there are times of day
   */
  record Dates(DateOrder order, boolean clock) implements CellFormat {
    public Dates {
      Objects.requireNonNull(order, "order");
    }

    @Override
    public double value(String text) {
      return Moment.parse(text, order).map(Moment::epochSeconds).orElse(Double.NaN);
    }

    @Override
    public String meaning(String text) {
      return Moment.parse(text, order).map(moment -> moment.day().toString()).orElse("");
    }

    @Override
    public String description() {
      return clock ? "dates with a time of day" : "dates";
    }

    /** Names of the columns that stand for a column of dates. */
    public List<String> names(String column) {
      List<String> names = new ArrayList<>(clock ? List.of(hour(column)) : List.of());
      names.addAll(List.of(weekday(column), time(column)));
      return names;
    }

    /** Name of the column with the names of days. */
    public String weekday(String column) {
      return column + ".weekday";
    }

    /** The days that a column of weekdays holds, Monday first. */
    public static List<String> inOrder(Column weekdays) {
      Set<String> found = new HashSet<>();
      IntStream.range(0, weekdays.size()).forEach(row -> found.add(weekdays.text(row)));
      return Moment.WEEKDAYS.stream().filter(found::contains).toList();
    }

    /** The same with a clock if any of the texts has one. */
    Dates withClock(List<String> texts) {
      boolean any =
          texts.stream()
              .anyMatch(text -> Moment.parse(text, order).filter(Moment::clock).isPresent());
      return new Dates(order, any);
    }

    @Override
    public List<Column> read(TextColumn column) {
      List<Optional<Moment>> moments =
          column.levels().stream().map(text -> Moment.parse(text, order)).toList();
      List<Column> columns = new ArrayList<>();
      if (clock) {
        columns.add(numbers(column, hour(column.name()), values(moments, Moment::hour)));
      }
      columns.add(weekdays(column, moments));
      columns.add(numbers(column, time(column.name()), values(moments, Moment::epochSeconds)));
      return columns;
    }

    private static double[] values(
        List<Optional<Moment>> moments, ToDoubleFunction<Moment> valueOf) {
      return moments.stream()
          .mapToDouble(
              moment -> moment.isPresent() ? valueOf.applyAsDouble(moment.get()) : Double.NaN)
          .toArray();
    }

    private TextColumn weekdays(TextColumn column, List<Optional<Moment>> moments) {
      String[] texts = new String[column.size()];
      for (int row = 0; row < texts.length; row++) {
        texts[row] =
            column.isMissing(row)
                ? null
                : moments.get(column.code(row)).map(Moment::weekday).orElse(null);
      }
      return TextColumn.of(weekday(column.name()), texts);
    }

    private static String hour(String column) {
      return column + ".hour";
    }

    private static String time(String column) {
      return column + ".time";
    }
  }

  private static NumericColumn numbers(TextColumn column, String name, double[] values) {
    return NumericColumn.generate(
        name, column.size(), row -> column.isMissing(row) ? Double.NaN : values[column.code(row)]);
  }
}
