package org.limpid.files;

/**
 * Text from files and command lines as it may be shown: what a terminal would obey, what is
 * invisible and what turns the direction of writing is escaped. These are control characters,
 * format characters (such as those of bidirectional text and those without a width), separators of
 * lines and paragraphs, halves of surrogate pairs, and code points that are no characters. The
 * escapes are those of JSON, so that JSON stays JSON of the same content.
 */
public final class PrintableText {
  /** The last two code points of every plane are no characters; XML forbids the first of them. */
  private static final int LAST_OF_PLANE = 0xfffe;

  private PrintableText() {}

  /** Text for one line: line feeds and tabs are escaped, too. */
  public static String inLine(String text) {
    return isPrintable(text, false) ? text : escaped(text, false);
  }

  /** Text of several lines: line feeds and tabs stay. */
  public static String inLines(String text) {
    return isPrintable(text, true) ? text : escaped(text, true);
  }

  /** Text for one line that is cut where it is longer than so many characters. */
  public static String inLine(String text, int longest) {
    if (text.length() <= longest) {
      return inLine(text);
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(longest - 1));
    return inLine(text.substring(0, splitsPair ? longest - 1 : longest)) + "...";
  }

  /**
   * Text of several lines for XML and HTML, with what means something there replaced. XML forbids
   * some control characters even as references, so they stand there as their escapes.
   */
  public static String inMarkup(String text) {
    return inLines(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static boolean isPrintable(String text, boolean keepsLines) {
    return text.codePoints().allMatch(c -> isPrintable(c, keepsLines));
  }

  private static boolean isPrintable(int character, boolean keepsLines) {
    if (character == '\n' || character == '\t') {
      return keepsLines;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> (character & LAST_OF_PLANE) != LAST_OF_PLANE;
    };
  }

  private static String escaped(String text, boolean keepsLines) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (isPrintable(c, keepsLines)) {
            escaped.appendCodePoint(c);
          } else {
            for (char unit : Character.toChars(c)) {
              escaped.append("\\u%04x".formatted((int) unit));
            }
          }
        });
    return escaped.toString();
  }
}
