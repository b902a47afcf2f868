package org.limpid.interpret.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A column of texts that repeat: each distinct text is kept once, rows hold its position.
 * Immutable.
 */
public final class TextColumn implements Column {
  /** The code of a row without a value. */
  public static final int MISSING = -1;

  private final String name;
  private final int[] codes;
  private final List<String> levels;

  /** A column of codes that point into levels; takes over the array, which nobody may change. */
  TextColumn(String name, int[] codes, Collection<String> levels) {
    this.name = Objects.requireNonNull(name, "name");
    this.codes = codes;
    this.levels = List.copyOf(levels);
  }

  /** A column of texts; {@code null} is a missing value. */
  public static TextColumn of(String name, String... texts) {
    Map<String, Integer> known = new LinkedHashMap<>();
    int[] codes = new int[texts.length];
    for (int row = 0; row < texts.length; row++) {
      codes[row] = texts[row] == null ? MISSING : code(known, texts[row]);
    }
    return new TextColumn(name, codes, known.keySet());
  }

  private static int code(Map<String, Integer> known, String text) {
    Integer code = known.putIfAbsent(text, known.size());
    return code == null ? known.size() - 1 : code;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return codes.length;
  }

  /** Position of the row's text in {@link #levels()}, or {@link #MISSING}. */
  public int code(int row) {
    return codes[row];
  }

  /**
   * The distinct texts, in the order in which they first appeared; perhaps some that no row has.
   */
  public List<String> levels() {
    return levels;
  }

  @Override
  public boolean isMissing(int row) {
    return codes[row] == MISSING;
  }

  @Override
  public String text(int row) {
    return isMissing(row) ? "" : levels.get(codes[row]);
  }

  @Override
  public TextColumn rows(int[] rows) {
    return new TextColumn(name, Arrays.stream(rows).map(row -> codes[row]).toArray(), levels);
  }
}
