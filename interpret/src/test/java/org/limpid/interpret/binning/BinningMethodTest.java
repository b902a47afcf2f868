package org.limpid.interpret.binning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BinningMethodTest {

  /** Four values and up to ten cuts: a cut midway between every two neighbours. */
  @Test
  void fewValuesHaveABinEach() {
    double[] values = {8, 4, 1, Double.NaN, 4, 2};
    assertArrayEquals(new double[] {1.5, 3, 6}, cuts(BinningMethod.QUANTILE, values, 10));
    assertArrayEquals(new double[] {1.5, 3, 6}, cuts(BinningMethod.QUANTILE, values, 3));
  }

  @Test
  void oneValueOrNoCutGivesOneBin() {
    for (BinningMethod finder : BinningMethod.values()) {
      assertEquals(0, cuts(finder, new double[] {7, 7, Double.NaN}, 9).length);
      assertEquals(0, cuts(finder, new double[] {Double.NaN}, 9).length);
      assertEquals(0, cuts(finder, new double[] {1, 2, 3}, 0).length);
    }
  }

  /** From 0 to 10 in five parts: the ends do not count, nor how many rows lie where. */
  @Test
  void uniformCutsAreEquallyFarApart() {
    double[] values = {0, 0, 0, 0.1, 10};
    assertArrayEquals(new double[] {2, 4, 6, 8}, cuts(BinningMethod.UNIFORM, values, 4), 1e-12);
  }

  /** Midway of 1.23 and 1.37 lies 1.3, which needs two digits; of 7.6 and 8.7 it is 8.15, so 8. */
  @Test
  void roundedCutsAreShort() {
    assertArrayEquals(
        new double[] {1.3}, cuts(BinningMethod.ROUNDED_QUANTILE, new double[] {1.23, 1.37}, 5));
    assertArrayEquals(
        new double[] {8}, cuts(BinningMethod.ROUNDED_QUANTILE, new double[] {7.6, 8.7}, 5));
  }

  /** 3100 different values in 31 groups of 100: three groups at either end become one. */
  @Test
  void thirtyCutsHaveWideEnds() {
    double[] expected = new double[26];
    Arrays.setAll(expected, i -> 100 * (i + 3) - 0.5);
    assertArrayEquals(expected, cuts(BinningMethod.QUANTILE, upTo(3100), 30));
  }

  /** 3000 different values in 30 groups of 100. */
  @Test
  void fewerCutsHaveNarrowEnds() {
    double[] expected = new double[29];
    Arrays.setAll(expected, i -> 100 * (i + 1) - 0.5);
    assertArrayEquals(expected, cuts(BinningMethod.QUANTILE, upTo(3000), 29));
  }

  private static double[] upTo(int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> i);
    return values;
  }

  @Test
  void cutsAreFewAndAscendAndSeparate() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 400; round++) {
      double[] values = randomValues(random);
      int most = random.nextInt(0, 80);
      double low = Arrays.stream(values).filter(v -> v == v).min().orElse(0);
      double high = Arrays.stream(values).filter(v -> v == v).max().orElse(0);
      for (BinningMethod finder : BinningMethod.values()) {
        double[] cuts = cuts(finder, values, most);
        assertTrue(cuts.length <= most);
        for (int i = 0; i < cuts.length; i++) {
          assertTrue(cuts[i] > (i == 0 ? low : cuts[i - 1]) && cuts[i] <= high);
        }
      }
    }
  }

  /** A third of the rows at one value, all others different. */
  @Test
  void aHeavyValueHasABinOfItsOwn() {
    SplittableRandom random = new SplittableRandom(6);
    for (int round = 0; round < 300; round++) {
      double[] values = random.doubles(random.nextInt(90, 600), -1, 1).toArray();
      double heavy = random.nextDouble(-0.8, 0.8);
      for (int i = 0; i < values.length; i += 3) {
        values[i] = heavy;
      }
      DistinctValues distinct = DistinctValues.takingOver(values.clone());
      CutBins bins = new CutBins(BinningMethod.QUANTILE.cuts(distinct, random.nextInt(6, 60)));
      long alone = 0;
      for (int i = 0; i < distinct.size(); i++) {
        alone += bins.binOf(distinct.value(i)) == bins.binOf(heavy) ? 1 : 0;
      }
      assertEquals(1, alone);
    }
  }

  @Test
  void aMonotoneTransformLeavesTheBinsOfAllRows() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 200; round++) {
      double[] values = randomValues(random);
      double[] transformed = Arrays.stream(values).map(v -> Math.exp(v / 20) - 3).toArray();
      int most = random.nextInt(1, 60);
      for (BinningMethod finder :
          new BinningMethod[] {BinningMethod.QUANTILE, BinningMethod.ROUNDED_QUANTILE}) {
        assertArrayEquals(bins(finder, values, most), bins(finder, transformed, most));
      }
    }
  }

  @Test
  void roundingLeavesTheBinsOfAllRows() {
    SplittableRandom random = new SplittableRandom(8);
    for (int round = 0; round < 200; round++) {
      double[] values = randomValues(random);
      int most = random.nextInt(1, 60);
      assertArrayEquals(
          bins(BinningMethod.QUANTILE, values, most),
          bins(BinningMethod.ROUNDED_QUANTILE, values, most));
    }
  }

  private static int[] bins(BinningMethod finder, double[] values, int most) {
    CutBins bins = new CutBins(cuts(finder, values, most));
    return Arrays.stream(values).mapToInt(bins::binOf).toArray();
  }

  /** Some many times, some once, some missing. */
  private static double[] randomValues(SplittableRandom random) {
    double[] values = new double[random.nextInt(1, 600)];
    int steps = random.nextInt(1, 40);
    int[] kinds = {random.nextInt(3), random.nextInt(3)};
    for (int i = 0; i < values.length; i++) {
      double fine = random.nextDouble(-50, 50);
      double coarse = random.nextInt(steps) * 0.375;
      values[i] = kinds[random.nextInt(2)] == 0 ? fine : coarse;
      values[i] = random.nextInt(20) == 0 ? Double.NaN : values[i];
    }
    return values;
  }

  private static double[] cuts(BinningMethod method, double[] values, int most) {
    return method.cuts(DistinctValues.takingOver(values.clone()), most);
  }
}
