package org.limpid.data.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limpid.files.Words;

/**
 * Counts what was filled in for what a table doesn't tell, so that nothing is made up in silence.
 * Not safe for several threads.
 */
final class TableNotes {
  private final Map<TableColumn, Unread> unread = new EnumMap<>(TableColumn.class);
  private final Map<Sentence, Long> counts = new TreeMap<>();

  private record Sentence(String text, String name) implements Comparable<Sentence> {
    private static final Comparator<Sentence> ORDER =
        Comparator.comparing(Sentence::text).thenComparing(Sentence::name);

    String about(long rows) {
      return Words.counted(text, rows).replace("%s", name);
    }

    @Override
    public int compareTo(Sentence other) {
      return ORDER.compare(this, other);
    }
  }

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
   * @param sentence about a number of rows, as for {@link Words#counted}
   */
  void count(String sentence) {
    count(sentence, "");
  }

  /**
   * Counts something.
   *
   * @param sentence the same, with {@code %s} where a name belongs
   */
  void count(String sentence, String name) {
    counts.merge(new Sentence(sentence, name), 1L, Long::sum);
  }

  /** All of it, one sentence each. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    counts.forEach((sentence, rows) -> sentences.add(sentence.about(rows)));
    unread.forEach((column, fields) ->
        sentences.add(
            "%s is not known of %s for which it can't be read, such as '%s' in line %,d."
                .formatted(
                    column.word(),
                    Words.count(fields.count(), "job"),
                    fields.value(),
                    fields.line())));
    return sentences;
  }
}
