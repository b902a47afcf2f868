package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.List;

/**
 * The terms of one stage and the cell of each row in them, packed as in {@link BinMatrix}.
 *
 * <p>Cells of single features are the matrix itself. Cells of pairs are put together when they are
 * asked for; as many of them are kept as fit into half a byte per cell of the matrix.
 */
final class StageTerms {
  private final BinMatrix matrix;
  private final List<TermShape> shapes;
  private final int[][] pairColumns;
  private final int[] slotOfTerm;
  private final int[] termOfSlot;
  private final long[] lastUse;
  private long clock;

  StageTerms(BinMatrix matrix, List<TermShape> shapes) {
    this.matrix = matrix;
    this.shapes = List.copyOf(shapes);
    int pairs = (int) shapes.stream().filter(TermShape::isPair).count();
    int slots = Math.min(pairs, Math.max(2, (matrix.featureCount() - 6) / 4));
    pairColumns = new int[slots][];
    termOfSlot = new int[slots];
    Arrays.fill(termOfSlot, -1);
    lastUse = new long[slots];
    slotOfTerm = new int[shapes.size()];
    Arrays.fill(slotOfTerm, -1);
  }

  int count() {
    return shapes.size();
  }

  TermShape shape(int term) {
    return shapes.get(term);
  }

  BinMatrix matrix() {
    return matrix;
  }

  long allCells() {
    return shapes.stream().mapToLong(TermShape::cellCount).sum();
  }

  int mostCells() {
    return shapes.stream().mapToInt(TermShape::cellCount).max().orElse(1);
  }

  /** The cells of all rows; valid until two other pairs were asked for. */
  int[] cells(int term) {
    TermShape shape = shapes.get(term);
    if (!shape.isPair()) {
      return matrix.column(shape.features()[0]);
    }
    int slot = slotOfTerm[term];
    if (slot < 0) {
      slot = leastRecentSlot();
      fill(slot, term);
    }
    lastUse[slot] = ++clock;
    return pairColumns[slot];
  }

  private int leastRecentSlot() {
    int oldest = 0;
    for (int slot = 1; slot < lastUse.length; slot++) {
      if (lastUse[slot] < lastUse[oldest]) {
        oldest = slot;
      }
    }
    return oldest;
  }

  private void fill(int slot, int term) {
    if (pairColumns[slot] == null) {
      pairColumns[slot] = new int[matrix.half()];
    }
    if (termOfSlot[slot] >= 0) {
      slotOfTerm[termOfSlot[slot]] = -1;
    }
    termOfSlot[slot] = term;
    slotOfTerm[term] = slot;
    TermShape shape = shapes.get(term);
    int[] first = scaled(shape.binsOfFine()[0], shape.binCounts()[1]);
    Kernels.combine(
        matrix.column(shape.features()[0]),
        matrix.column(shape.features()[1]),
        first,
        scaled(shape.binsOfFine()[1], 1),
        pairColumns[slot]);
  }

  /** Padded to a power of two, so that the kernel needs no checks of the index. */
  private static int[] scaled(int[] binOfFine, int factor) {
    int[] scaled = new int[Kernels.tableSize(binOfFine.length)];
    for (int i = 0; i < binOfFine.length; i++) {
      scaled[i] = binOfFine[i] * factor;
    }
    return scaled;
  }
}
