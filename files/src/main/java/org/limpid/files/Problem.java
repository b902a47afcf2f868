package org.limpid.files;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One thing that is wrong with input: where, what was found, what was expected, what to do. All but
 * the name of the file are kept as {@link PrintableText}, the value and the column cut where they
 * are long.
 *
 * @param file the file or folder
 * @param line line in the file, from 1; 0 when the problem has none
 * @param column name of the CSV column, or {@code column 12} in a JSON file; empty when none
 * @param value what was found there; empty when nothing can be shown
 * @param message what was expected, as a clause without a full stop
 * @param hint a sentence that begins with "Maybe" and says what to do; may be empty
 */
public record Problem(
    String file, long line, String column, String value, String message, String hint) {
  private static final int LONGEST_VALUE = 80;

  /** A clause and its hint name a few things, and each of them may be long. */
  private static final int LONGEST_CLAUSE = 2000;

  public Problem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(hint, "hint");
    column = PrintableText.inLine(column, LONGEST_VALUE);
    value = PrintableText.inLine(value, LONGEST_VALUE);
    message = PrintableText.inLine(message, LONGEST_CLAUSE);
    hint = PrintableText.inLine(hint, LONGEST_CLAUSE);
  }

  /** A problem of some input as a whole. */
  public static Problem of(String file, String message, String hint) {
    return new Problem(file, 0, "", "", message, hint);
  }

  /** A problem of a column as a whole. */
  public static Problem ofColumn(String file, String column, String message, String hint) {
    return new Problem(file, 0, column, "", message, hint);
  }

  /** A problem of a file as a whole. */
  public static Problem ofFile(Path file, String message, String hint) {
    return of(file.toString(), message, hint);
  }

  /** The problem in one line: {@code file:line: column: message, found 'value'. Maybe ...} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(PrintableText.inLine(file));
    if (line > 0) {
      text.append(':').append(line);
    }
    if (!column.isEmpty()) {
      text.append(": ").append(column);
    }
    text.append(": ").append(message);
    if (!value.isEmpty()) {
      text.append(", found '").append(value).append('\'');
    }
    text.append('.');
    return hint.isEmpty() ? text.toString() : text.append(' ').append(hint).toString();
  }
}
