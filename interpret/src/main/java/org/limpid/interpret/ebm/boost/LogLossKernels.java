package org.limpid.interpret.ebm.boost;

/** The loop over all rows of {@link LogLossBag}; see {@link Kernels}. */
final class LogLossKernels {
  private LogLossKernels() {}

  /**
   * Adds gradient and hessian of each row to the sums of its cell; those of validation rows to the
   * upper half of the table, where nobody reads them.
   *
   * @param sums per cell gradient and hessian, side by side; the length is a power of two
   */
  static void histogram(
      float[] low, float[] high, byte[] side, byte[] positive, int[] cells, double[] sums) {
    int mask = sums.length - 1;
    int shift = Integer.numberOfTrailingZeros(sums.length) - 2;
    for (int i = 0; i < low.length; i++) {
      int cell = cells[i];
      float a = 1 / (1 + low[i]);
      float b = 1 / (1 + high[i]);
      int lower = ((cell & 0xffff) | (side[i] & 1) << shift) << 1;
      int upper = ((cell >>> 16) | (side[i] >>> 1) << shift) << 1;
      sums[lower & mask] += a - (positive[i] & 1);
      sums[(lower | 1) & mask] += a * (1 - a);
      sums[upper & mask] += b - (positive[i] >>> 1);
      sums[(upper | 1) & mask] += b * (1 - b);
    }
  }
}
