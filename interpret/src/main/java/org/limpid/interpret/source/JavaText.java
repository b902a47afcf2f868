package org.limpid.interpret.source;

/** Texts and numbers as Java writes them, in ASCII. */
final class JavaText {
  private JavaText() {}

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        // Java replaces a Unicode escape before it looks for the end of a line.
        quoted.append("\\%03o".formatted((int) c));
      } else if (c > '~') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  static String number(double number) {
    if (Double.isNaN(number)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return Double.toString(number);
  }

  /** A name for a comment: whatever could end one, or mean something in it, becomes a space. */
  static String comment(String text) {
    return text.replaceAll("[^A-Za-z0-9 _.,:;()=+&-]", " ").strip();
  }
}
