package org.limpid.data.importer;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads times in the logs of batch systems, and remembers what they tell of their zone. */
final class LogTime {
  private final Set<DateText.Kind> kinds = EnumSet.noneOf(DateText.Kind.class);

  /**
   * The field as a time: a date, or seconds since 1970. What is neither becomes a problem.
   *
   * @return seconds since 1970; empty where the field says nothing
   */
  OptionalLong seconds(TextRow row, String column) {
    String text = row.text(column);
    if (text.isEmpty() || text.equals("0")) {
      return OptionalLong.empty();
    }
    Optional<DateText> time = DateText.parse(text, DateText.DateOrder.UNKNOWN);
    time.ifPresent(each -> kinds.add(each.kind()));
    if (time.isEmpty()) {
      row.problem(column, "expected a time such as 2026-03-02T09:00:00, or seconds since 1970", "");
    }
    return OptionalLong.of(time.map(DateText::seconds).orElse(0L));
  }

  /** What users should know of them, one sentence each. */
  List<String> sentences() {
    if (kinds.contains(DateText.Kind.WALL_CLOCK)) {
      return List.of(
          "Times are those of a clock on the wall: where it was set by an hour, a wait may be wrong"
              + " by that hour.");
    }
    return kinds.contains(DateText.Kind.ZONED) ? List.of("Times are those of UTC.") : List.of();
  }
}
