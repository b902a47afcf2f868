package org.limpid.interpret.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds names in a list: as they are written, or else without the blanks at the ends of those in
 * the list, or else, where a name is a number that just one of the list equals, this one. So {@code
 * 1.0} finds {@code 1}; where {@code 007} and {@code 7} are both known, {@code 7.0} finds neither.
 * Numbers are compared in all their digits. Not safe for several threads.
 */
public final class CategoryCodes {
  /** What is not found. */
  public static final int UNKNOWN = -1;

  private static final int SEVERAL = -2;
  private static final int LONGEST_NUMBER = 100;

  private final Map<String, Integer> codes = new HashMap<>();
  private Map<BigDecimal, Integer> numbers;

  public CategoryCodes(List<String> names) {
    names.forEach(name -> codes.putIfAbsent(name, codes.size()));
    addWithoutBlanks();
  }

  /**
   * A CSV file loses the blanks at the ends of a name unless the field is quoted, so that what is
   * between them has to do: it becomes another key of the name, unless it is a name itself, or that
   * of several.
   */
  private void addWithoutBlanks() {
    Map<String, Integer> between = new HashMap<>();
    codes.forEach((name, code) -> {
      if (!codes.containsKey(name.trim())) {
        between.merge(name.trim(), code, (first, second) -> SEVERAL);
      }
    });
    between.values().removeIf(code -> code == SEVERAL);
    codes.putAll(between);
  }

  /** Position of a name in the list, or {@link #UNKNOWN}. */
  public int code(String name) {
    Integer exact = codes.get(name);
    return exact == null ? codeOfNumber(name) : exact;
  }

  private int codeOfNumber(String name) {
    BigDecimal number = number(name);
    if (number == null) {
      return UNKNOWN;
    }
    if (numbers == null) {
      numbers = new HashMap<>();
      codes.forEach(this::addNumber);
    }
    return Math.max(UNKNOWN, numbers.getOrDefault(number, UNKNOWN));
  }

  private void addNumber(String name, int code) {
    BigDecimal number = number(name);
    if (number != null) {
      numbers.merge(number, code, (first, second) -> SEVERAL);
    }
  }

  /** The number that a name is, so that equal ones are equal objects; else {@code null}. */
  private static BigDecimal number(String name) {
    boolean possible = !name.isEmpty() && name.length() <= LONGEST_NUMBER && beginsNumber(name);
    try {
      return possible ? new BigDecimal(name).stripTrailingZeros() : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static boolean beginsNumber(String name) {
    char first = name.charAt(0);
    char last = name.charAt(name.length() - 1);
    return (isDigit(first) || first == '-' || first == '+' || first == '.')
        && (isDigit(last) || last == '.');
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
