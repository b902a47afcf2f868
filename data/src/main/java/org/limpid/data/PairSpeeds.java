package org.limpid.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast every workload of a list runs next to every other on the same GPUs, relative to running
 * alone: measured, or predicted by a model.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class PairSpeeds {
  /** No speeds at all. */
  public static final PairSpeeds EMPTY = new PairSpeeds(List.of(), new double[0][0]);

  private final List<Workload> workloads;
  private final Map<Workload, Integer> positions = new HashMap<>();
  private final double[][] rates;
  private final double error;

  /**
   * Rates of which nobody knows how far they are off.
   *
   * @param workloads what the rows and columns are, each once
   * @param rates workloads x workloads: rate of the row's workload next to the column's, above 0;
   *     {@code NaN} where it is not known
   * @throws IllegalArgumentException if the shape or a rate is wrong, or a workload comes twice
   */
  public PairSpeeds(List<Workload> workloads, double[][] rates) {
    this(workloads, rates, Double.NaN);
  }

  private PairSpeeds(List<Workload> workloads, double[][] rates, double error) {
    this.error = error;
    this.workloads = List.copyOf(workloads);
    this.rates = Arrays.stream(rates).map(double[]::clone).toArray(double[][]::new);
    for (Workload workload : workloads) {
      if (positions.putIfAbsent(workload, positions.size()) != null) {
        throw new IllegalArgumentException("expected each workload once: " + workload);
      }
    }
    checkRates();
  }

  private void checkRates() {
    int size = workloads.size();
    if (rates.length != size || Arrays.stream(rates).anyMatch(row -> row.length != size)) {
      throw new IllegalArgumentException("expected %d x %d rates".formatted(size, size));
    }
    for (double[] row : rates) {
      for (double rate : row) {
        if (rate <= 0 || Double.isInfinite(rate)) {
          throw new IllegalArgumentException("rates must be positive and finite, found " + rate);
        }
      }
    }
  }

  /**
   * The measured rates of these workloads, {@code NaN} for pairs that were not measured. A pair
   * measured in one order only counts for both; next to itself a workload has the mean of its two
   * rates.
   *
   * @param workloads each once
   * @param pairs may name other workloads, too
   */
  public static PairSpeeds measured(List<Workload> workloads, List<PairProfile> pairs) {
    MeasuredPairs found = new MeasuredPairs(pairs);
    double[][] rates = new double[workloads.size()][workloads.size()];
    for (int own = 0; own < rates.length; own++) {
      for (int other = 0; other < rates.length; other++) {
        rates[own][other] = rate(found.find(workloads.get(own), workloads.get(other)));
      }
    }
    return new PairSpeeds(workloads, rates);
  }

  private static double rate(PairProfile pair) {
    if (pair == null) {
      return Double.NaN;
    }
    return pair.first().equals(pair.second())
        ? (pair.firstRate() + pair.secondRate()) / 2
        : pair.firstRate();
  }

  /**
   * The same rates.
   *
   * @param error how far predictions of such rates were off where they could be compared: root of
   *     the mean of squares; {@code NaN} if nobody knows
   */
  public PairSpeeds withError(double error) {
    return new PairSpeeds(workloads, rates, error);
  }

  /**
   * How far predictions of such rates were off: root of the mean of squares; {@code NaN} if nobody
   * knows.
   */
  public double error() {
    return error;
  }

  /** What the rows and columns are. */
  public List<Workload> workloads() {
    return workloads;
  }

  /** Rate of one workload next to another, by their positions in {@link #workloads()}. */
  public double rate(int own, int other) {
    return rates[own][other];
  }

  /** Rate of one workload next to another; {@code NaN} if it is not known. */
  public double rate(Workload own, Workload other) {
    Integer row = positions.get(own);
    Integer column = positions.get(other);
    return row == null || column == null ? Double.NaN : rates[row][column];
  }

  /** Equal when workloads, their order, all rates and the error are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PairSpeeds that
        && workloads.equals(that.workloads)
        && Arrays.deepEquals(rates, that.rates)
        && Double.compare(error, that.error) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * workloads.hashCode() + Arrays.deepHashCode(rates);
  }
}
