package org.limpid.data.generate;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers for one purpose: the JDK's {@code L64X128MixRandom}, seeded with a mix of the seed
 * of the run and the purpose. So streams are independent, and drawing more numbers for one purpose
 * leaves the others as they are.
 *
 * <p>Only {@code nextLong()} of the JDK's generator is used, and {@link StrictMath} on top of it:
 * the algorithm and the functions are specified bit by bit, so that a seed gives the same numbers
 * on every machine and JDK. Not safe for use by several threads.
 */
public final class RandomStream {
  private static final String ALGORITHM = "L64X128MixRandom";

  /** 2^-53: the distance of neighbouring values of {@link #uniform()}. */
  private static final double UNIT = 0x1.0p-53;

  /** Step of SplitMix64. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final RandomGenerator generator;

  /** What a stream of random numbers is for; each purpose has a stream of its own. */
  enum Purpose {
    /** How many jobs an hour sees. */
    ARRIVALS,
    /** Who the users are, and their tasks. */
    USERS,
    /** Which user works when, and in what bursts. */
    SESSIONS,
    /** How long jobs run and how they end. */
    DURATIONS,
    /** Measurement noise of pairs of workloads. */
    PAIRS
  }

  RandomStream(long seed, Purpose purpose) {
    this(seed, purpose.ordinal());
  }

  /**
   * @param purpose a number for what is drawn
   */
  public RandomStream(long seed, int purpose) {
    generator = RandomGeneratorFactory.of(ALGORITHM).create(mix(seed + purpose * GOLDEN));
  }

  /** Step and finaliser of SplitMix64 (Steele, Lea, Flood: OOPSLA 2014). */
  public static long mix(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The same over all characters of a text. */
  public static long mix(long seed, String text) {
    long key = seed;
    for (int i = 0; i < text.length(); i++) {
      key = mix(key ^ text.charAt(i));
    }
    return key;
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return unit(generator.nextLong());
  }

  /** A number in [0, 1) made of 64 random bits. */
  public static double unit(long bits) {
    return (bits >>> 11) * UNIT;
  }

  /** Uniform in 0..bound-1. */
  public int uniform(int bound) {
    return (int) (uniform() * bound);
  }

  /** True with the given probability. */
  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Standard normal, by Box and Muller's transform. */
  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  /** Log-normal with mean 1: exp(sigma z - sigma^2 / 2). */
  double unitMeanLognormal(double sigma) {
    return StrictMath.exp(sigma * gaussian() - sigma * sigma / 2);
  }

  /** Log-normal with the given median. */
  double lognormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * gaussian());
  }

  /**
   * Pareto variable rounded down: at least {@code minimum}, P(X >= x) = (minimum / x)^shape, at
   * most {@code maximum}.
   */
  int pareto(int minimum, double shape, int maximum) {
    double value = minimum * StrictMath.pow(1 - uniform(), -1 / shape);
    return (int) Math.min(maximum, value);
  }

  /** An index drawn in proportion to weights, given their running sums. */
  int index(double[] cumulativeWeights) {
    double target = uniform() * cumulativeWeights[cumulativeWeights.length - 1];
    int low = 0;
    int high = cumulativeWeights.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulativeWeights[middle] <= target) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
