package org.limpid.data.importer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what was filled in for what a table doesn't tell, so that nothing is made up in silence.
 * Not safe for several threads.
 */
final class TableNotes {
  private final Map<TableColumn, Unread> unread = new EnumMap<>(TableColumn.class);
  private final Map<String, Long> counts = new TreeMap<>();

  /** Fields of one column that say nothing of use: how many, and the first of them. */
  private record Unread(long count, long line, String value) {
    Unread plusOne() {
      return new Unread(count + 1, line, value);
    }
  }

  /** Notes a field that can be done without and isn't what its column should hold. */
  void unreadable(TableColumn column, long line, String value) {
    unread.merge(column, new Unread(1, line, value), (known, _) -> known.plusOne());
  }

  /**
   * Counts something.
   *
   * @param sentence with {@code %,d} where the number of rows belongs
   */
  void count(String sentence) {
    counts.merge(sentence, 1L, Long::sum);
  }

  /** All of it, one sentence each. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    counts.forEach((sentence, rows) -> sentences.add(sentence.formatted(rows)));
    unread.forEach((column, fields) ->
        sentences.add(
            "%s is not known of %,d jobs for which it can't be read, such as '%s' in line %,d."
                .formatted(column.word(), fields.count(), fields.value(), fields.line())));
    return sentences;
  }
}
