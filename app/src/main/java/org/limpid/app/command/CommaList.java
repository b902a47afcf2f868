package org.limpid.app.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Items of an option with commas between them. As in CSV, an item that holds commas stands in
 * quotes, and a quote within those is doubled: {@code "a,b",c} are two items. Blanks around an item
 * are no part of it, unless it is quoted.
 *
 * @param items the items
 */
record CommaList<T>(List<T> items) {
  /** Between the items of a list: a comma, with or without blanks around it. */
  static final String SEPARATOR = "\\s*,\\s*";

  private static final char QUOTE = '"';
  private static final char COMMA = ',';

  CommaList {
    items = List.copyOf(items);
  }

  /** The items of an option that was given several times. */
  static <T> List<T> join(List<CommaList<T>> lists) {
    return lists.stream().flatMap(list -> list.items().stream()).toList();
  }

  /** Reads items that a converter reads one by one. */
  abstract static class Parser<T> implements ITypeConverter<CommaList<T>> {
    private final ITypeConverter<T> converter;

    Parser(ITypeConverter<T> converter) {
      this.converter = converter;
    }

    /** The items, of which those that stand in quotes have lost them. */
    List<String> items(String text) {
      return split(text);
    }

    @Override
    public CommaList<T> convert(String text) throws Exception {
      List<T> items = new ArrayList<>();
      for (String item : items(text)) {
        items.add(converter.convert(item));
      }
      return new CommaList<>(items);
    }
  }

  /** Reads names of columns. */
  static final class Texts extends Parser<String> {
    Texts() {
      super(text -> text);
    }
  }

  /**
   * Splits at commas that do not stand in quotes.
   *
   * @throws TypeConversionException if a quote is not closed, or not followed by a comma
   */
  static List<String> split(String text) {
    List<String> items = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      from = afterBlanks(text, from);
      boolean quoted = from < text.length() && text.charAt(from) == QUOTE;
      int end = quoted ? endOfQuoted(text, from) : text.indexOf(COMMA, from);
      int to = end < 0 ? text.length() : end;
      String item = text.substring(from, to);
      items.add(quoted ? unquoted(item.strip()) : item.strip());
      from = to + 1;
    }
    return items;
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String unquoted(String item) {
    return item.substring(1, item.length() - 1).replace("\"\"", "\"");
  }

  /** Position of the comma behind the closing quote, or of the end. */
  private static int endOfQuoted(String text, int from) {
    int at = from + 1;
    while (at < text.length()) {
      boolean isQuote = text.charAt(at) == QUOTE;
      boolean isDoubled = isQuote && at + 1 < text.length() && text.charAt(at + 1) == QUOTE;
      if (isQuote && !isDoubled) {
        return afterQuote(text, at + 1);
      }
      at += isDoubled ? 2 : 1;
    }
    throw new TypeConversionException("expected a closing quote, found '%s'".formatted(text));
  }

  private static int afterQuote(String text, int behind) {
    int at = afterBlanks(text, behind);
    if (at < text.length() && text.charAt(at) != COMMA) {
      throw new TypeConversionException(
          "expected a comma after the closing quote, found '%s'".formatted(text.substring(at)));
    }
    return at;
  }
}
