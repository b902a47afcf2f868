package org.limpid.files;

import java.util.ArrayList;
import java.util.List;

/**
 * Printable text for people: headlines, sentences and tables, laid out for the width that they are
 * shown in. The one place where lines are broken. For one thread.
 */
public final class Page {
  /** Longer lines are hard to read, however wide a terminal is. */
  private static final int WIDEST_SENTENCES = 100;

  /** With less room words would stand alone beside dates. */
  private static final int NARROWEST = 40;

  private static final int UNBROKEN = Integer.MAX_VALUE;
  private static final String TABLE_INDENT = "  ";

  private final List<Block> blocks = new ArrayList<>();

  /** A part of a page. */
  private sealed interface Block {}

  private record Headline(String words) implements Block {}

  /** Lines after the first begin below its words. */
  private record Paragraph(String label, String words) implements Block {}

  private record Table(AlignedColumns columns) implements Block {}

  /** Lines as they are, unless they are too long. */
  private record Lines(String text) implements Block {}

  /** Begins a section. */
  public Page headline(String words) {
    return add(new Headline(words));
  }

  /** Sentences, broken into lines. */
  public Page sentences(String words) {
    return paragraph("", words);
  }

  /** Sentences behind a label; further lines begin below the first one's sentence. */
  public Page paragraph(String label, String words) {
    return add(new Paragraph(label, words));
  }

  /**
   * A table.
   *
   * @param leftColumns how many columns are texts; the others are numbers
   * @param rows of equal length, the first one the header
   */
  public Page table(int leftColumns, List<List<String>> rows) {
    return add(new Table(AlignedColumns.of(leftColumns, rows)));
  }

  /** Text that is laid out already; on a terminal its long lines are broken between words. */
  public Page lines(String text) {
    return add(new Lines(text));
  }

  private Page add(Block block) {
    blocks.add(block);
    return this;
  }

  /** For a terminal of so many characters. */
  public String text(int width) {
    int room = Math.max(NARROWEST, width);
    return text(Math.min(room, WIDEST_SENTENCES), room);
  }

  /**
   * For files and other programs: sentences in lines of 100 characters, tables as wide as it takes.
   */
  @Override
  public String toString() {
    return text(WIDEST_SENTENCES, UNBROKEN);
  }

  private String text(int sentences, int rest) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      switch (block) {
        case Headline it -> {
          text.append(text.isEmpty() ? "" : "\n");
          append(text, PrintableText.inLine(it.words()), 0, rest);
        }
        case Paragraph it ->
            append(
                text,
                it.label() + PrintableText.inLine(it.words()),
                it.label().length(),
                sentences);
        case Table it ->
            it.columns()
                .lines(rest - TABLE_INDENT.length())
                .forEach(
                    line -> append(text, TABLE_INDENT + line, 2 * TABLE_INDENT.length(), rest));
        case Lines it ->
            PrintableText.inLines(it.text())
                .lines()
                .forEach(line -> append(text, line, hanging(line), rest));
      }
    }
    return text.toString();
  }

  /** Sentences go on where they began; rows of columns further to the right. */
  private static int hanging(String line) {
    String words = line.stripLeading();
    int indent = line.length() - words.length();
    return words.contains(TABLE_INDENT) ? indent + TABLE_INDENT.length() : indent;
  }

  /**
   * Appends a line, broken between words where it has more characters than fit. A word that is
   * longer than the room stays whole.
   *
   * @param hanging how far the following lines are indented
   */
  private static void append(StringBuilder text, String line, int hanging, int width) {
    String rest = line;
    while (rest.length() > width) {
      int last = rest.lastIndexOf(' ', width);
      int end =
          isBetweenWords(rest, last, hanging)
              ? last
              : rest.indexOf(' ', Math.max(width, hanging + 1));
      if (end < 0) {
        break;
      }
      text.append(rest.substring(0, end).stripTrailing()).append('\n');
      rest = " ".repeat(hanging) + rest.substring(end).stripLeading();
    }
    text.append(rest.stripTrailing()).append('\n');
  }

  private static boolean isBetweenWords(String line, int place, int hanging) {
    return place > hanging && !line.substring(0, place).isBlank();
  }
}
