package org.limpid.data.importer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.Limits;

/**
 * Reads times and durations of a table, in seconds, and remembers of what kind they were. Not safe
 * for several threads.
 */
final class TableTimes {
  private static final String DAY_OR_MONTH = "\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}.*";
  private static final String CLOCK = "\\d{1,2}:\\d{2}(\\.\\d+)?";

  /** So many seconds have 300 years. */
  private final TableMap map;

  private final DateText.DateOrder order;
  private final Set<DateText.Kind> kinds = EnumSet.noneOf(DateText.Kind.class);
  private boolean clocks;

  TableTimes(TableMap map, DateText.DateOrder order) {
    this.map = map;
    this.order = order;
  }

  /** The text of a field; empty where there is none, or it says that nothing is known. */
  String text(CsvRow row, TableColumn column) {
    if (!map.has(column)) {
      return "";
    }
    TableColumn read = map.read(column);
    String text = row.restoredText(read).strip();
    return row.isMissing(read) ? "" : text;
  }

  /** Seconds since 1970; a problem of the row if nobody can read them. */
  long submitted(CsvRow row) {
    return time(row, TableColumn.SUBMIT);
  }

  double fromStartToEnd(CsvRow row) {
    return (double) time(row, TableColumn.END) - time(row, TableColumn.START);
  }

  private long time(CsvRow row, TableColumn column) {
    Optional<DateText> time = DateText.parse(text(row, column), order);
    time.ifPresent(each -> kinds.add(each.kind()));
    if (time.isEmpty()) {
      row.problem(map.read(column), expected(text(row, column)), "");
    }
    return time.map(DateText::seconds).orElse(0L);
  }

  /**
   * A time that can be done without, in seconds since 1970; empty where there is none.
   *
   * @param notes where it is told if nobody can read it
   */
  OptionalLong observed(CsvRow row, TableColumn column, TableNotes notes) {
    String text = text(row, column);
    Optional<DateText> time = DateText.parse(text, order);
    if (time.isEmpty() && !text.isEmpty()) {
      notes.unreadable(column, row.line(), text);
    }
    return time.map(each -> OptionalLong.of(each.seconds())).orElseGet(OptionalLong::empty);
  }

  private static String expected(String found) {
    return found.matches(DAY_OR_MONTH)
        ? "expected a date that can be read in one way only, or --dates day-first or month-first"
        : "expected a time: a date, or seconds since 1970";
  }

  double duration(CsvRow row) {
    OptionalDouble seconds = span(row, TableColumn.DURATION);
    if (seconds.isEmpty()) {
      row.problem(
          map.read(TableColumn.DURATION),
          "expected a duration: seconds, or a time such as 1-02:03:04 or 1h30m",
          "");
    }
    return seconds.orElse(0);
  }

  /** The time limit of a job; empty where there is none. */
  OptionalDouble limit(CsvRow row, TableNotes notes) {
    String text = text(row, TableColumn.TIME_LIMIT);
    if (text.isEmpty() || DurationText.isUnlimited(text)) {
      return OptionalDouble.empty();
    }
    OptionalDouble limit = span(row, TableColumn.TIME_LIMIT);
    if (limit.isEmpty() || limit.getAsDouble() < 1 || limit.getAsDouble() > Limits.MAX_SECONDS) {
      notes.unreadable(TableColumn.TIME_LIMIT, row.line(), text);
      return OptionalDouble.empty();
    }
    return limit;
  }

  private OptionalDouble span(CsvRow row, TableColumn column) {
    String text = text(row, column);
    clocks |= text.matches(CLOCK);
    String number = map.separator() == ';' ? text.replaceFirst("^(\\d+),(\\d+)$", "$1.$2") : text;
    return DurationText.seconds(number, map.unit(column));
  }

  /** What a user should know of how times were read, one sentence each. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (kinds.contains(DateText.Kind.COUNTED)) {
      sentences.add(
          "Times are small numbers: seconds from a moment that the table doesn't tell. Here it is"
              + " the start of 1970, so that days of the week mean nothing.");
    }
    if (kinds.contains(DateText.Kind.ZONED)) {
      sentences.add(
          "Times are those of UTC%s."
              .formatted(
                  kinds.contains(DateText.Kind.WALL_CLOCK)
                      ? ", also where they name no zone"
                      : ""));
    }
    for (TableColumn column : List.of(TableColumn.DURATION, TableColumn.TIME_LIMIT)) {
      if (map.has(column) && map.unit(column) != 1) {
        sentences.add(
            "Numbers of %s count %s s each, as its name says."
                .formatted(map.name(column), plain(map.unit(column))));
      }
    }
    if (clocks) {
      sentences.add(
          "Durations such as 01:30 are minutes and seconds, as Slurm writes them, unless the name"
              + " of their column ends with hours or h.");
    }
    return sentences;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
