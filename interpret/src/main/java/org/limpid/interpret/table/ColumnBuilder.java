package org.limpid.interpret.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the fields of one column, one after the other. */
sealed interface ColumnBuilder {
  /**
   * Takes a field, the characters from {@code from} to before {@code to}, unless it does not fit:
   * numbers refuse other texts, texts refuse the NUL character.
   */
  boolean add(char[] buffer, int from, int to);

  /** The column; the builder must not be used afterwards. */
  Column build(String name);

  private static int grown(int length) {
    return length + (length >> 1) + 16;
  }

  /** A column that holds only numbers so far. */
  final class Numbers implements ColumnBuilder {
    private double[] values = new double[64];
    private int size;
    private boolean hasNumbers;

    @Override
    public boolean add(char[] buffer, int from, int to) {
      double value = Double.NaN;
      if (!FieldText.isMissing(buffer, from, to)) {
        value = FieldText.number(buffer, from, to);
        if (Double.isNaN(value)) {
          return false;
        }
        hasNumbers = true;
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, grown(size));
      }
      values[size++] = value;
      return true;
    }

    int size() {
      return size;
    }

    boolean hasNumbers() {
      return hasNumbers;
    }

    /** A column without any value counts as text, which suits numeric and nominal features. */
    @Override
    public Column build(String name) {
      return hasNumbers
          ? new NumericColumn(name, size == values.length ? values : Arrays.copyOf(values, size))
          : new Texts(size).build(name);
    }
  }

  final class Texts implements ColumnBuilder {
    private static final int FIRST_SLOTS = 16;

    private int[] codes;
    private int size;
    private final List<String> levels = new ArrayList<>();

    /** Open addressing with linear probing: code + 1 of the text at a slot, or 0. */
    private int[] slots = new int[FIRST_SLOTS];

    /** A column that begins with so many missing values. */
    Texts(int missing) {
      codes = new int[Math.max(64, missing)];
      Arrays.fill(codes, 0, missing, TextColumn.MISSING);
      size = missing;
    }

    @Override
    public boolean add(char[] buffer, int from, int to) {
      int before = levels.size();
      int code =
          FieldText.isMissing(buffer, from, to) ? TextColumn.MISSING : code(buffer, from, to);
      if (size == codes.length) {
        codes = Arrays.copyOf(codes, grown(size));
      }
      codes[size++] = code;
      return levels.size() == before || levels.getLast().indexOf('\0') < 0;
    }

    private int code(char[] buffer, int from, int to) {
      int slot = slot(hash(buffer, from, to));
      while (slots[slot] != 0) {
        int code = slots[slot] - 1;
        if (isEqual(levels.get(code), buffer, from, to)) {
          return code;
        }
        slot = slot + 1 & slots.length - 1;
      }
      levels.add(new String(buffer, from, to - from));
      slots[slot] = levels.size();
      if (2 * levels.size() > slots.length) {
        rehash();
      }
      return levels.size() - 1;
    }

    private void rehash() {
      slots = new int[2 * slots.length];
      for (int code = 0; code < levels.size(); code++) {
        int slot = slot(levels.get(code).hashCode());
        while (slots[slot] != 0) {
          slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = code + 1;
      }
    }

    private int slot(int hash) {
      return (hash ^ hash >>> 16) * 0x9E3779B9 >>> 32 - Integer.numberOfTrailingZeros(slots.length);
    }

    /** As {@link String#hashCode()}. */
    private static int hash(char[] buffer, int from, int to) {
      int hash = 0;
      for (int i = from; i < to; i++) {
        hash = 31 * hash + buffer[i];
      }
      return hash;
    }

    private static boolean isEqual(String text, char[] buffer, int from, int to) {
      if (text.length() != to - from) {
        return false;
      }
      for (int i = from; i < to; i++) {
        if (text.charAt(i - from) != buffer[i]) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Column build(String name) {
      return new TextColumn(
          name, size == codes.length ? codes : Arrays.copyOf(codes, size), levels);
    }
  }
}
