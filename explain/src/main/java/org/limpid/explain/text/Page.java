package org.limpid.explain.text;

import java.util.ArrayList;
import java.util.List;
import org.limpid.files.PrintableText;

/** Printable text for a terminal: headlines, paragraphs and tables. For one thread. */
public final class Page {
  private static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

  /** Begins a section. */
  public Page headline(String words) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(PrintableText.inLine(words)).append('\n');
    return this;
  }

  /** Sentences, broken into lines. */
  public Page sentences(String words) {
    return paragraph("", words);
  }

  /** Sentences behind a label; further lines begin below the first one's sentence. */
  public Page paragraph(String label, String words) {
    String indent = " ".repeat(label.length());
    StringBuilder line = new StringBuilder(label);
    boolean isEmpty = true;
    for (String word : PrintableText.inLine(words).split(" ")) {
      if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
        end(line);
        line.append(indent);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    end(line);
    return this;
  }

  private void end(StringBuilder line) {
    text.append(line.toString().stripTrailing()).append('\n');
    line.setLength(0);
  }

  /**
   * A table.
   *
   * @param leftColumns how many columns are texts; the others are numbers
   * @param rows of equal length, the first one the header
   */
  public Page table(int leftColumns, List<List<String>> rows) {
    List<List<String>> cells =
        rows.stream().map(row -> row.stream().map(PrintableText::inLine).toList()).toList();
    int[] widths = new int[cells.getFirst().size()];
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : cells) {
      List<String> padded = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        String gap = " ".repeat(widths[i] - row.get(i).length());
        padded.add(i < leftColumns ? row.get(i) + gap : gap + row.get(i));
      }
      end(new StringBuilder("  ").append(String.join("  ", padded)));
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
