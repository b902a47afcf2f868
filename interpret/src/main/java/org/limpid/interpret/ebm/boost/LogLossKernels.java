package org.limpid.interpret.ebm.boost;

/** The loops over rows of {@link LogLossBag}; see {@link Kernels}. */
final class LogLossKernels {
  /** Words whose probabilities are computed together, so that divisions become vectors. */
  private static final int BLOCK = 512;

  private LogLossKernels() {}

  static final class Buffers {
    private final float[] low = new float[BLOCK];
    private final float[] high = new float[BLOCK];
  }

  /**
   * Multiplies each odds by the factor that is due, then adds the row's probability and its square
   * to the sums of the row's cell; those of validation rows to the upper half of the table, where
   * nobody reads them.
   *
   * @param dueCells cells that the factors are of
   * @param factors factor of each of these cells; the length is a power of two
   * @param weights of the lower rows, then of the upper ones, 0 for validation rows; or {@code
   *     null}
   * @param sums per cell sum and sum of squares, side by side; the length is a power of two
   */
  static void histogram(
      float[] low,
      float[] high,
      int[] dueCells,
      float[] factors,
      byte[] side,
      float[] weights,
      int[] cells,
      double[] sums,
      Buffers buffers) {
    for (int start = 0; start < low.length; start += BLOCK) {
      int count = Math.min(BLOCK, low.length - start);
      if (factors.length > 1) {
        multiply(low, high, dueCells, factors, start, start + count);
      }
      probabilities(low, start, count, buffers.low);
      probabilities(high, start, count, buffers.high);
      if (weights == null) {
        scatter(buffers, side, cells, start, count, sums);
      } else {
        scatterWeighted(buffers, weights, cells, start, count, sums);
      }
    }
  }

  static void multiply(float[] low, float[] high, int[] cells, float[] factors, int from, int to) {
    int mask = factors.length - 1;
    for (int i = from; i < to; i++) {
      int cell = cells[i];
      low[i] *= factors[cell & 0xffff & mask];
      high[i] *= factors[(cell >>> 16) & mask];
    }
  }

  /** Copies first: loops over one array become vectors, those over two that might be one don't. */
  private static void probabilities(float[] odds, int start, int count, float[] target) {
    System.arraycopy(odds, start, target, 0, count);
    for (int i = 0; i < count; i++) {
      target[i] = 1 / (1 + target[i]);
    }
  }

  private static void scatter(
      Buffers buffers, byte[] side, int[] cells, int start, int count, double[] sums) {
    int mask = sums.length - 1;
    int shift = Integer.numberOfTrailingZeros(sums.length) - 2;
    float[] low = buffers.low;
    float[] high = buffers.high;
    for (int i = 0; i < count; i++) {
      int cell = cells[start + i];
      int flags = side[start + i];
      int lower = ((cell & 0xffff) | (flags & 1) << shift) << 1;
      int upper = ((cell >>> 16) | (flags >>> 1) << shift) << 1;
      float a = low[i];
      float b = high[i];
      sums[lower & mask] += a;
      sums[(lower | 1) & mask] += a * a;
      sums[upper & mask] += b;
      sums[(upper | 1) & mask] += b * b;
    }
  }

  private static void scatterWeighted(
      Buffers buffers, float[] weights, int[] cells, int start, int count, double[] sums) {
    int mask = sums.length - 1;
    float[] low = buffers.low;
    float[] high = buffers.high;
    for (int i = 0; i < count; i++) {
      int cell = cells[start + i];
      int lower = (cell & 0xffff) << 1;
      int upper = (cell >>> 16) << 1;
      float a = weights[start + i] * low[i];
      float b = weights[cells.length + start + i] * high[i];
      sums[lower & mask] += a;
      sums[(lower | 1) & mask] += a * low[i];
      sums[upper & mask] += b;
      sums[(upper | 1) & mask] += b * high[i];
    }
  }

  /**
   * Product of an odds and the factor that its cell is still to be multiplied by; {@code shift} is
   * 0 for rows in the lower half-words, 16 for those in the upper ones.
   */
  private static double odds(float[] odds, int[] cells, float[] factors, int shift, int word) {
    return odds[word] * factors[((cells[word] >>> shift) & 0xffff) & (factors.length - 1)];
  }

  /**
   * Sum of log(1 + odds) over the rows at these positions, each with its weight unless there are
   * none.
   */
  static double sumLogOnePlus(
      float[] odds,
      int[] cells,
      float[] factors,
      int shift,
      int[] positions,
      double[] weights,
      double[] buffer) {
    for (int i = 0; i < positions.length; i++) {
      buffer[i] = 1 + odds(odds, cells, factors, shift, positions[i]);
    }
    if (weights == null) {
      return Kernels.sumOfLogs(buffer, positions.length);
    }
    double total = 0;
    for (int i = 0; i < positions.length; i++) {
      total += weights[i] * Math.log(buffer[i]);
    }
    return total;
  }
}
