package org.limpid.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A column of names, of which there are few: each name once, and per row its number. Immutable. */
public final class NameColumn {
  private final List<String> names;
  private final int[] codes;

  private NameColumn(List<String> names, int[] codes) {
    this.names = List.copyOf(names);
    this.codes = codes;
  }

  /** The names, in the order in which they first occur. */
  public List<String> names() {
    return names;
  }

  /** The names in alphabetical order. */
  public List<String> sortedNames() {
    return names.stream().sorted().toList();
  }

  /** The rows with a name. */
  public int[] rowsOf(String name) {
    int code = names.indexOf(name);
    return IntStream.range(0, codes.length).filter(row -> codes[row] == code).toArray();
  }

  /** Number of the name in a row, its place in {@link #names()}. */
  public int code(int row) {
    return codes[row];
  }

  /** The name in a row. */
  public String name(int row) {
    return names.get(codes[row]);
  }

  /** Some rows; the names stay. */
  NameColumn rows(int[] rows) {
    return new NameColumn(names, Columns.rows(codes, rows));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NameColumn column
        && names.equals(column.names)
        && Arrays.equals(codes, column.codes);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.hashCode(codes);
  }

  /** Collects a column. */
  static final class Builder {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> codeOf = new HashMap<>();
    private final IntStream.Builder codes = IntStream.builder();
    private String last;
    private int lastCode;

    void add(String name) {
      if (!name.equals(last)) {
        last = name;
        lastCode = codeOf.computeIfAbsent(name, _ -> codeOf.size());
        if (lastCode == names.size()) {
          names.add(name);
        }
      }
      codes.add(lastCode);
    }

    NameColumn build() {
      return new NameColumn(names, codes.build().toArray());
    }
  }
}
