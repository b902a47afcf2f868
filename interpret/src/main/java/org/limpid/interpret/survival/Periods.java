package org.limpid.interpret.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Times that cut all durations into periods. Period i, from 0, begins behind its edge i - 1, the
 * first one at 0, and ends with its edge i. Immutable.
 *
 * @param edges where periods end: finite, positive and ascending, at least one
 */
public record Periods(double... edges) {
  public Periods {
    edges = edges.clone();
    double before = 0;
    for (double edge : edges) {
      if (!(edge > before && Double.isFinite(edge))) {
        throw new IllegalArgumentException("expected positive ascending edges, found " + edge);
      }
      before = edge;
    }
    if (edges.length == 0) {
      throw new IllegalArgumentException("expected an edge or more");
    }
  }

  /**
   * Periods in which about equally many ended, at most so many: the last one ends with the longest
   * duration whose end was seen. Quantiles of the durations that ended, of which each is an edge
   * where they are few (Hyndman and Fan's type 1).
   *
   * @param ended durations whose end was seen, at least one above 0
   * @throws IllegalArgumentException if none is above 0
   */
  public static Periods ofEqualEnds(double[] ended, int most) {
    double[] sorted = Arrays.stream(ended).filter(duration -> duration > 0).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("expected a duration above 0 whose end was seen");
    }
    return new Periods(
        IntStream.rangeClosed(1, most)
            .mapToDouble(i -> sorted[(int) Math.ceilDiv((long) sorted.length * i, most) - 1])
            .distinct()
            .toArray());
  }

  @Override
  public double[] edges() {
    return edges.clone();
  }

  /** How many there are. */
  public int count() {
    return edges.length;
  }

  /** Where a period begins. */
  public double start(int period) {
    return period == 0 ? 0 : edges[period - 1];
  }

  /** Where a period ends. */
  public double end(int period) {
    return edges[period];
  }

  /** The period in which a duration ends; {@link #count()} behind the last one. */
  public int of(double duration) {
    int found = Arrays.binarySearch(edges, duration);
    return found >= 0 ? found : -found - 1;
  }

  /** How much of a period lies before a time, 0 to 1. */
  public double share(int period, double time) {
    return Math.clamp((time - start(period)) / (end(period) - start(period)), 0, 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Periods(var others) && Arrays.equals(edges, others);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges);
  }

  @Override
  public String toString() {
    return Arrays.toString(edges);
  }
}
