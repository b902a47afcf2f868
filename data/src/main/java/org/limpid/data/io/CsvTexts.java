package org.limpid.data.io;

import java.util.regex.Pattern;

/**
 * How texts stand in CSV files. Spreadsheets take a field that begins with {@code =} and the like
 * for a formula and run it, also in quotation marks; an apostrophe before it makes it a text. A
 * number such as {@code -1} is no formula.
 */
public enum CsvTexts {
  /** As they are: for data sets, which are read by programs. */
  EXACT,
  /**
   * As they are, in files in which Limpid takes away apostrophes of {@link #SAFE}: what looks as if
   * it had one gets one more.
   */
  RESTORABLE,
  /** With an apostrophe before what a spreadsheet would take for a formula. */
  SAFE;

  private static final char MARK = '\'';

  /** With those of full width, which some spreadsheets take for the same. */
  private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n＝＋－＠";

  private static final Pattern NUMBER =
      Pattern.compile("[+-](\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|-Infinity");

  CharSequence written(CharSequence text) {
    boolean marked =
        switch (this) {
          case EXACT -> false;
          case RESTORABLE -> isMarked(text);
          case SAFE -> needsMark(text);
        };
    return marked ? MARK + text.toString() : text;
  }

  /** The text that was written {@link #SAFE} or {@link #RESTORABLE}. */
  public static String restored(String text) {
    return isMarked(text) ? text.substring(1) : text;
  }

  private static boolean isMarked(CharSequence text) {
    return startsWith(text, MARK) && needsMark(text);
  }

  /** Whether it begins like a formula, behind any apostrophes. */
  private static boolean needsMark(CharSequence text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == MARK) {
      start++;
    }
    return start < text.length()
        && STARTS_OF_FORMULAS.indexOf(text.charAt(start)) >= 0
        && !isNumber(text.subSequence(start, text.length()));
  }

  private static boolean startsWith(CharSequence text, char first) {
    return !text.isEmpty() && text.charAt(0) == first;
  }

  private static boolean isNumber(CharSequence text) {
    return NUMBER.matcher(text).matches();
  }
}
