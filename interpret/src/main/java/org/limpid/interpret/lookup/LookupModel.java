package org.limpid.interpret.lookup;

import java.util.Arrays;
import java.util.List;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainedModel;

/**
 * A table of means, medians or class shares by keys. Immutable.
 *
 * <p>A row gets the outputs of the cell that has all its keys. Where there is no such cell, the
 * last key is left out, then the one before, until a cell is found: that of all rows has no keys.
 */
public final class LookupModel extends TrainedModel {
  private final LookupCell[][] levels;

  /**
   * Assembles a model from the key columns, the most important first, and lists of cells that
   * ascend by keys: the one cell without keys, those with the first key, and so on. Throws an
   * {@code IllegalArgumentException} if cells do not fit or are not in their order.
   */
  public LookupModel(
      Task task, List<Feature> keys, List<List<LookupCell>> levels, Provenance provenance) {
    super(task, keys, provenance);
    this.levels =
        levels.stream().map(cells -> cells.toArray(LookupCell[]::new)).toArray(LookupCell[][]::new);
    if (levels.size() != keys.size() + 1 || levels.getFirst().size() != 1) {
      throw new IllegalArgumentException(
          "expected a cell for all rows and %d lists of cells".formatted(keys.size()));
    }
    for (int level = 0; level < this.levels.length; level++) {
      check(level, this.levels[level]);
    }
  }

  private void check(int level, LookupCell[] cells) {
    for (int i = 0; i < cells.length; i++) {
      LookupCell cell = cells[i];
      if (cell.keyCount() != level || cell.outputCount() != task().outputCount()) {
        throw new IllegalArgumentException(
            "expected %d keys and %d outputs".formatted(level, task().outputCount()));
      }
      if (i > 0 && cells[i - 1].compareKeys(cell) >= 0) {
        throw new IllegalArgumentException("expected different cells, ascending by keys");
      }
    }
  }

  /** The cells by the first keys, ascending; with 0 keys the one cell of all rows. */
  public List<LookupCell> cells(int keyCount) {
    return List.of(levels[keyCount]);
  }

  public LookupCell cell(Row row) {
    for (int level = levels.length - 1; level > 0; level--) {
      int found = find(levels[level], row);
      if (found >= 0) {
        return levels[level][found];
      }
    }
    return levels[0][0];
  }

  /** Binary search. Written here because {@link Arrays#binarySearch} would need a cell made. */
  private static int find(LookupCell[] cells, Row row) {
    int low = 0;
    int high = cells.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(cells[middle], row);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private static int compare(LookupCell cell, Row row) {
    for (int i = 0; i < cell.keyCount(); i++) {
      int order = Double.compare(cell.key(i), canonical(row.encoded(i)));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** One zero, one {@code NaN}. */
  static double canonical(double encoded) {
    return encoded == 0 ? 0.0 : encoded;
  }

  @Override
  public void predict(Row row, double[] outputs) {
    LookupCell cell = cell(row);
    for (int k = 0; k < outputs.length; k++) {
      outputs[k] = cell.output(k);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LookupModel that
        && isOfSameOrigin(that)
        && Arrays.deepEquals(levels, that.levels);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(levels);
  }
}
