package org.limpid.plots.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class MinMaxThinningTest {
  private static final int COLUMNS = 50;

  /** First, smallest, largest and last value of a column; NaN are left out. */
  private static double[] summary(double[] values) {
    return new double[] {
      values[0],
      Arrays.stream(values).min().orElseThrow(),
      Arrays.stream(values).max().orElseThrow(),
      values[values.length - 1]
    };
  }

  private static TreeMap<Integer, double[]> summaries(double[] xs, double[] ys) {
    TreeMap<Integer, double[]> byColumn = new TreeMap<>();
    for (int i = 0; i < xs.length; i++) {
      if (!Double.isNaN(ys[i])) {
        int column = (int) Math.floor(xs[i] * COLUMNS);
        double[] before = byColumn.getOrDefault(column, new double[0]);
        double[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = ys[i];
        byColumn.put(column, after);
      }
    }
    byColumn.replaceAll((_, values) -> summary(values));
    return byColumn;
  }

  @Test
  void everyColumnKeepsFirstSmallestLargestAndLast() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(3000);
      double[] xs = random.doubles(size).sorted().toArray();
      double[] ys = random.doubles(size, -5, 5).toArray();
      MinMaxThinning.Series thin = MinMaxThinning.of(xs, ys, COLUMNS, Scales.linear(0, 1));
      TreeMap<Integer, double[]> expected = summaries(xs, ys);
      TreeMap<Integer, double[]> found = summaries(thin.xs(), thin.ys());
      assertEquals(expected.keySet(), found.keySet());
      expected.forEach((column, values) ->
          assertEquals(Arrays.toString(values), Arrays.toString(found.get(column))));
      assertTrue(thin.xs().length <= Math.max(size, 4 * COLUMNS));
      assertTrue(thin.xs().length <= size);
    }
  }

  @Test
  void orderIsKept() {
    double[] xs = new SplittableRandom(2).doubles(5000).sorted().toArray();
    double[] thin = MinMaxThinning.of(xs, xs.clone(), COLUMNS, Scales.linear(0, 1)).xs();
    double[] sorted = thin.clone();
    Arrays.sort(sorted);
    assertEquals(Arrays.toString(sorted), Arrays.toString(thin));
  }

  /** Of 1000 points in one column, 400 to 599 are a gap: what is left has a gap, too. */
  @Test
  void gapsStay() {
    double[] xs = new double[1000];
    double[] ys = new double[1000];
    Arrays.fill(ys, 400, 600, Double.NaN);
    double[] thin = MinMaxThinning.of(xs, ys, 10, Scales.linear(0, 1)).ys();
    assertEquals(
        Arrays.toString(new double[] {0, 0, Double.NaN, Double.NaN, 0, 0}), Arrays.toString(thin));
  }

  @Test
  void shortSeriesStayAsTheyAre() {
    double[] xs = {0, 0.1, 0.2};
    assertSame(xs, MinMaxThinning.of(xs, xs, 10, Scales.linear(0, 1)).xs());
  }
}
