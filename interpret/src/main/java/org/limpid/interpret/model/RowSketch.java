package org.limpid.interpret.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/**
 * Remembers some of the rows that a model was trained on, to find out later whether rows are among
 * them: of the hashes of all rows the {@value #CAPACITY} smallest (a bottom-k sketch). Of a table
 * of at most as many rows all are remembered. Of a larger one those rows can be told whose hashes
 * are not above the largest that is kept; which these are does not depend on whether a row was
 * trained on, so that they are a fair sample. That two different rows have the same hash of 64 bits
 * does not happen.
 *
 * <p>The hash of a row is made of the values of its columns by name, the target among them; the
 * order of rows and columns, and other columns, don't matter. Texts count as they are written,
 * numbers by their value.
 *
 * @param hashes ascending, each once; all rows are remembered where there are fewer than {@value
 *     #CAPACITY}
 */
public record RowSketch(List<Long> hashes) {
  /** Most hashes that are kept: a model file grows by at most 11 KB. */
  public static final int CAPACITY = 1024;

  /** Remembers nothing, and can tell nothing. */
  public static final RowSketch NONE = new RowSketch(List.of());

  public RowSketch {
    hashes = List.copyOf(hashes);
    for (int i = 0; i < hashes.size(); i++) {
      if (hashes.size() > CAPACITY || i > 0 && hashes.get(i - 1) >= hashes.get(i)) {
        throw new IllegalArgumentException(
            "expected at most %d ascending numbers".formatted(CAPACITY));
      }
    }
  }

  /** The sketch of a training set: the columns that the model looks at, and the target. */
  public static RowSketch of(Table inputs, Target target) {
    return new RowSketch(
        hashes(inputs.columns(), target).sorted().distinct().limit(CAPACITY).boxed().toList());
  }

  /**
   * What remembers the rows of both; nothing, where one of them remembers nothing. The smallest
   * hashes of all rows are among the smallest of the parts.
   */
  public RowSketch union(RowSketch other) {
    if (hashes.isEmpty() || other.hashes.isEmpty()) {
      return NONE;
    }
    return new RowSketch(
        Stream.concat(hashes.stream(), other.hashes.stream())
            .sorted()
            .distinct()
            .limit(CAPACITY)
            .toList());
  }

  /**
   * Of how many rows it can be told whether they were trained on, how many were, and how many there
   * are.
   */
  public record Found(int known, int trained, int all) {}

  /**
   * Looks for the rows of a table in the columns that the model was trained on; there may be
   * others, too.
   */
  public Found find(Table table, Collection<Feature> features, Target target) {
    if (hashes.isEmpty()) {
      return new Found(0, 0, table.rowCount());
    }
    long largest = hashes.size() < CAPACITY ? Long.MAX_VALUE : hashes.getLast();
    Set<Long> trained = Set.copyOf(hashes);
    List<Column> columns = features.stream().map(feature -> table.column(feature.name())).toList();
    long[] told = hashes(columns, target).filter(hash -> hash <= largest).toArray();
    int count = (int) Arrays.stream(told).filter(trained::contains).count();
    return new Found(told.length, count, table.rowCount());
  }

  private static LongStream hashes(List<Column> columns, Target target) {
    long[] sums = new long[target.size()];
    columns.forEach(column -> add(sums, column));
    add(sums, target);
    return Arrays.stream(sums).map(RowSketch::mix);
  }

  /** Sums don't depend on the order of the columns. */
  private static void add(long[] hashes, Column column) {
    long name = hash(column.name());
    for (int row = 0; row < hashes.length; row++) {
      hashes[row] += mix(name ^ value(column, row));
    }
  }

  private static long value(Column column, int row) {
    return switch (column) {
      case NumericColumn numbers -> hash(numbers.value(row));
      case TextColumn texts -> hash(texts.text(row));
    };
  }

  private static void add(long[] hashes, Target target) {
    long name = hash(target.name());
    for (int row = 0; row < hashes.length; row++) {
      long value =
          switch (target) {
            case Target.Numbers numbers -> hash(numbers.values()[row]);
            case Target.Classes classes -> hash(classes.classes().get(classes.codes()[row]));
          };
      hashes[row] += mix(mix(name) ^ value);
    }
  }

  /** Zeros of both signs are the same number. */
  private static long hash(double value) {
    return mix(Double.doubleToLongBits(value + 0.0));
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = mix(hash ^ text.charAt(i));
    }
    return hash;
  }

  /** The finaliser of SplitMix64, a bijection that spreads close numbers far apart. */
  private static long mix(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }

  /** The hashes as text: eight bytes each, in Base64. */
  public String toText() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * hashes.size());
    hashes.forEach(bytes::putLong);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * The sketch of a text that {@link #toText} made. Throws an {@code IllegalArgumentException} if
   * it is not such a text.
   */
  public static RowSketch ofText(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length % Long.BYTES != 0) {
      throw new IllegalArgumentException("expected 8 bytes per number");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new RowSketch(
        LongStream.range(0, bytes.length / Long.BYTES).map(_ -> buffer.getLong()).boxed().toList());
  }
}
