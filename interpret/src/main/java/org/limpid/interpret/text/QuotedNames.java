package org.limpid.interpret.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names of columns and categories within texts that have signs of their own: {@code a & b}, {@code
 * a:+}, {@code a; b}. As in CSV, a name may stand in double quotes, in which a quote is doubled; a
 * name that would be misread has to. A quote opens at the beginning of the text and behind one of
 * the signs {@code & , ; : =}, perhaps with blanks between; elsewhere it is a character like all
 * others.
 */
public final class QuotedNames {
  /** Stands between the names of the features of a term. */
  public static final String AND = " & ";

  private static final char QUOTE = '"';
  private static final String SIGNS = "&,;:=";

  private QuotedNames() {}

  /** The name of a term over these features, which no other features have. */
  public static String term(Collection<String> features) {
    return features.stream()
        .map(name -> hasAnd(name) || isOdd(name) ? quoted(name) : name)
        .collect(Collectors.joining(AND));
  }

  /** The name as it has to stand in a list with commas. */
  public static String listed(String name) {
    return name.indexOf(',') >= 0 || isOdd(name) ? quoted(name) : name;
  }

  /** The name as it has to stand among any of the signs. */
  public static String amongSigns(String name) {
    boolean signs = name.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0);
    return signs || isOdd(name) ? quoted(name) : name;
  }

  private static boolean hasAnd(String name) {
    return name.contains(" &") || name.contains("& ");
  }

  private static boolean isOdd(String name) {
    return name.isEmpty() || name.indexOf(QUOTE) >= 0 || !name.strip().equals(name);
  }

  private static String quoted(String name) {
    return QUOTE + name.replace("\"", "\"\"") + QUOTE;
  }

  /** The name that a text stands for: what is in the quotes, else the text without outer blanks. */
  public static String name(String text) {
    String bare = text.strip();
    return isQuoted(bare) ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"") : bare;
  }

  /** The name that a text of nothing else stands for; blanks count where there are no quotes. */
  public static String unquoted(String text) {
    return isQuoted(text) ? name(text) : text;
  }

  public static boolean isQuoted(String text) {
    return text.length() > 1 && text.charAt(0) == QUOTE && endOfQuotes(text, 0) == text.length();
  }

  /** The parts of a text between separators outside quotes, with their quotes. */
  public static List<String> split(String text, String separator) {
    BitSet inQuotes = inQuotes(text);
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
      if (!inQuotes.get(at) && at >= from) {
        parts.add(text.substring(from, at));
        from = at + separator.length();
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** Where a sign stands for the last time outside quotes before an end; -1: nowhere. */
  public static int lastIndexOf(String text, char sign, int end) {
    BitSet inQuotes = inQuotes(text);
    int at = text.lastIndexOf(sign, end - 1);
    while (at >= 0 && inQuotes.get(at)) {
      at = text.lastIndexOf(sign, at - 1);
    }
    return at;
  }

  private static BitSet inQuotes(String text) {
    BitSet inQuotes = new BitSet();
    int at = 0;
    while (at < text.length()) {
      int end = text.charAt(at) == QUOTE && opens(text, at) ? endOfQuotes(text, at) : -1;
      if (end > 0) {
        inQuotes.set(at, end);
      }
      at = Math.max(at + 1, end);
    }
    return inQuotes;
  }

  private static boolean opens(String text, int at) {
    String before = text.substring(0, at).strip();
    return before.isEmpty() || SIGNS.indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  /** Position behind the closing quote; -1 if there is none. */
  private static int endOfQuotes(String text, int from) {
    int at = from + 1;
    while (at < text.length()) {
      boolean isQuote = text.charAt(at) == QUOTE;
      boolean isDoubled = isQuote && at + 1 < text.length() && text.charAt(at + 1) == QUOTE;
      if (isQuote && !isDoubled) {
        return at + 1;
      }
      at += isDoubled ? 2 : 1;
    }
    return -1;
  }
}
