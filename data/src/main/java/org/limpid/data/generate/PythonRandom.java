package org.limpid.data.generate;

import org.apache.commons.rng.core.source32.MersenneTwister;

/**
 * The numbers that Python's {@code random.Random(seed)} draws, so that traces of published
 * generators come out equal. Not safe for several threads.
 */
public final class PythonRandom {
  private static final double TO_UNIT = 0x1p-53;

  private final MersenneTwister words;

  /**
   * A stream.
   *
   * @param seed at least 0
   */
  public PythonRandom(long seed) {
    if (seed < 0) {
      throw new IllegalArgumentException("a seed is at least 0, found " + seed);
    }
    int high = (int) (seed >>> 32);
    words = new MersenneTwister(high == 0 ? new int[] {(int) seed} : new int[] {(int) seed, high});
  }

  /** {@code random()}: at least 0, below 1, from two words. */
  public double next() {
    long upper = words.nextInt() >>> 5;
    long lower = words.nextInt() >>> 6;
    return ((upper << 26) + lower) * TO_UNIT;
  }

  /** {@code uniform(from, to)}. */
  public double uniform(double from, double to) {
    return from + (to - from) * next();
  }

  /** {@code randrange(bound)}, {@code choice} of so many, and {@code randint} less its start. */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("a bound is at least 1, found " + bound);
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(bound);
    int drawn = bits(bits);
    while (Integer.compareUnsigned(drawn, bound) >= 0) {
      drawn = bits(bits);
    }
    return drawn;
  }

  /** {@code getrandbits(count)} for 1 to 32 bits. */
  private int bits(int count) {
    return words.nextInt() >>> (Integer.SIZE - count);
  }
}
