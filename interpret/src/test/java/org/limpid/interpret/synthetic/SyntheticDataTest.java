package org.limpid.interpret.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limpid.interpret.model.DataHash;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;

/**
 * First rows, first targets and means as an independent generator in NumPy printed them, which
 * followed the same description of the four sets.
 */
final class SyntheticDataTest {
  private static final double ROUNDING = 1e-11;

  @Test
  void friedmanBeginsAsElsewhere() {
    assertBegins(
        SyntheticData.FRIEDMAN1,
        new double[] {
          0.5665615751722809,
          0.7457817572627011,
          0.9710027535867962,
          0.4443592170557721,
          0.44426470082635805,
          0.762894391911761,
          0.877348686764173,
          0.5230671798509814,
          0.28550868439696664,
          0.7939966056623056
        },
        new double[] {
          20.00467891272498,
          12.68825031523016,
          7.041942005975967,
          23.070543736218625,
          10.985920431904994
        });
  }

  @Test
  void tenShapesBeginAsElsewhere() {
    assertBegins(
        SyntheticData.ADDITIVE10,
        new double[] {
          0.5911897341980794,
          0.7491496838738246,
          0.5956380814000053,
          0.7654191541950295,
          0.3115886871811141,
          0.346622270411699,
          0.7263536145167477,
          0.7390873243475791,
          0.250312372191302,
          0.7276159645838901
        },
        new double[] {
          7.309679155983509,
          4.924615378511582,
          6.1097891934814355,
          11.429962790622486,
          9.909121630967132
        });
  }

  @Test
  void twoPairsBeginAsElsewhere() {
    assertBegins(
        SyntheticData.PAIR6,
        new double[] {
          0.11345034205715454,
          0.7002935135929024,
          0.6129746825466243,
          0.07286673677178535,
          0.21643910878148487,
          0.6362223157276478
        },
        new double[] {
          5.193866826029745,
          2.5579938251516356,
          4.232035865807987,
          0.7317405173088013,
          5.055332743105109
        });
  }

  @Test
  void logitBeginsAsElsewhere() {
    SyntheticSet.Part train = SyntheticData.LOGIT10.generate(4, 5, 1).train();
    assertEquals(0.43145581774497377, value(train, 0, 0));
    assertEquals(0.537671302385781, value(train, 9, 0));
    assertArrayEquals(new int[] {1, 1, 1, 1, 1}, codes(train));
    assertArrayEquals(
        new double[] {
          0.8376607291571608,
          0.13684714076943774,
          0.7256643161895718,
          0.9957195118718654,
          0.962447726480883
        },
        Arrays.stream(train.expectations()).mapToDouble(row -> row[1]).toArray(),
        ROUNDING);
  }

  /** Means of the training targets, to five digits. */
  @Test
  void meansAreThoseOfElsewhere() {
    assertEquals(14.43968, meanTarget(SyntheticData.FRIEDMAN1), 5e-6);
    assertEquals(7.88054, meanTarget(SyntheticData.ADDITIVE10), 5e-6);
    assertEquals(2.16686, meanTarget(SyntheticData.PAIR6), 5e-6);
    double share =
        IntStream.of(codes(SyntheticData.LOGIT10.generate().train())).average().orElse(0);
    assertEquals(0.49590, share, 5e-6);
  }

  /** The test rows come after the training rows, from the same stream. */
  @Test
  void testRowsFollowTrainingRows() {
    SyntheticSet split = SyntheticData.PAIR6.generate(3, 30, 12);
    SyntheticSet.Part whole = SyntheticData.PAIR6.generate(3, 42, 1).train();
    for (int row = 0; row < 12; row++) {
      assertEquals(value(whole, 5, 30 + row), value(split.test(), 5, row));
      assertEquals(targets(whole)[30 + row], targets(split.test())[row]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedGivesSameBytesAndAnotherSeedOthers(SyntheticData data) {
    assertEquals(hash(data, data.seed()), hash(data, data.seed()));
    assertFalse(hash(data, data.seed()).equals(hash(data, data.seed() + 1)));
  }

  @ParameterizedTest
  @EnumSource
  void namesAreFound(SyntheticData data) {
    assertEquals(Optional.of(data), SyntheticData.named(data.setName()));
  }

  /** Scores minus shapes minus pairs leave the same number for every row: the intercept. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "FRIEDMAN1",
        "ADDITIVE10",
        "PAIR6",
        "LOGIT10",
        "COUNTS",
        "DURATIONS",
        "MONOTONE",
        "HEAVY_TAILED"
      })
  void shapesAndPairsAddUpToTheExpectation(SyntheticData data) {
    SyntheticSet set = data.generate(data.seed(), 200, 1);
    double[] left =
        IntStream.range(0, 200).mapToDouble(row -> score(data, set, row) - sum(set, row)).toArray();
    for (double each : left) {
      assertEquals(left[0], each, 1e-9);
    }
  }

  @ParameterizedTest
  @EnumSource
  void trueShapesAndPairsHaveMeanZero(SyntheticData data) {
    SyntheticSet set = data.generate(data.seed(), 1, 1);
    for (TrueShape shape : set.shapes()) {
      assertEquals(0, mean(shape::at), 2e-3, shape.feature());
    }
    for (TruePair pair : set.pairs()) {
      for (double other : new double[] {0.1, 0.35, 0.9}) {
        assertEquals(0, mean(value -> pair.at(value, other)), 2e-3, pair.name());
        assertEquals(0, mean(value -> pair.at(other, value)), 2e-3, pair.name());
      }
    }
  }

  /** Noise of deviation 1, 0.5 and 0.5; the tolerance is five standard errors. */
  @Test
  void targetsScatterAroundExpectationsAsTheNoiseSays() {
    assertEquals(1, deviation(SyntheticData.FRIEDMAN1), 5 / Math.sqrt(2 * 20_000));
    assertEquals(0.5, deviation(SyntheticData.ADDITIVE10), 2.5 / Math.sqrt(2 * 20_000));
    assertEquals(0.5, deviation(SyntheticData.PAIR6), 2.5 / Math.sqrt(2 * 20_000));
  }

  /** Mean and variance of a Poisson variate are equal; gamma of shape 2 has variance mean^2 / 2. */
  @Test
  void countsAndDurationsHaveTheVarianceOfTheirDistribution() {
    assertEquals(1, dispersion(SyntheticData.COUNTS, mean -> mean), 0.05);
    assertEquals(1, dispersion(SyntheticData.DURATIONS, mean -> mean * mean / 2), 0.05);
    assertTrue(
        DoubleStream.of(targets(SyntheticData.DURATIONS.generate().train())).min().orElse(0) > 0);
  }

  @Test
  void classesAreAsFrequentAsTheirProbabilities() {
    SyntheticSet.Part train = SyntheticData.THREE_CLASSES.generate().train();
    for (int k = 0; k < 3; k++) {
      int wanted = k;
      double share = IntStream.of(codes(train)).filter(code -> code == wanted).count() / 20_000.0;
      double mean =
          Arrays.stream(train.expectations()).mapToDouble(row -> row[wanted]).average().orElse(0);
      assertEquals(mean, share, 0.02);
      assertTrue(share > 0.2, "a class is rare");
    }
  }

  @Test
  void mixedTableHasGapsTextsWeightsAndCategoriesOfTestRowsOnly() {
    SyntheticSet set = SyntheticData.MIXED.generate();
    TrainingSet train = set.train().data();
    NumericColumn load = (NumericColumn) train.inputs().column("load");
    long missing = IntStream.range(0, load.size()).filter(load::isMissing).count();
    assertEquals(0.1, missing / (double) load.size(), 0.02);
    assertTrue(train.isNominal("color") && train.isNominal("user") && !train.isNominal("size"));
    assertTrue(train.weights().isPresent());
    assertFalse(texts(train, "color").contains("black"));
    assertTrue(texts(set.test().data(), "color").contains("black"));
  }

  @Test
  void circuitsHaveTheirImpedanceAndPhase() {
    for (SyntheticData data : List.of(SyntheticData.FRIEDMAN2, SyntheticData.FRIEDMAN3)) {
      SyntheticSet.Part part = data.generate(3, 50, 1).train();
      for (int row = 0; row < 50; row++) {
        double r = 100 * feature(part, "x0", row);
        double w = 40 * Math.PI + 520 * Math.PI * feature(part, "x1", row);
        double reactance =
            w * feature(part, "x2", row) - 1 / (w * (1 + 10 * feature(part, "x3", row)));
        double expected =
            data == SyntheticData.FRIEDMAN2
                ? Math.sqrt(r * r + reactance * reactance)
                : Math.atan2(reactance, r);
        assertEquals(expected, part.expectations()[row][0], 1e-9 * Math.abs(expected));
      }
    }
  }

  @Test
  void halfOfTheRowsLieInTheBall() {
    SyntheticSet.Part part = SyntheticData.BALL.generate(4, 4000, 1).train();
    assertEquals(0.5, IntStream.of(codes(part)).average().orElse(0), 0.03);
    for (int row = 0; row < 100; row++) {
      double squares = 0;
      for (int j = 0; j < 10; j++) {
        squares += Math.pow(feature(part, "x" + j, row), 2);
      }
      assertEquals(squares > 9.34 ? 1 : 0, codes(part)[row]);
    }
  }

  private static double feature(SyntheticSet.Part part, String name, int row) {
    return ((NumericColumn) part.data().inputs().column(name)).value(row);
  }

  @Test
  void heavyTailsAreHeavyAndFinite() {
    double[] targets = targets(SyntheticData.HEAVY_TAILED.generate().train());
    assertTrue(DoubleStream.of(targets).allMatch(Double::isFinite));
    assertTrue(DoubleStream.of(targets).map(Math::abs).max().orElse(0) > 50);
  }

  @Test
  void rowsMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> SyntheticData.FRIEDMAN1.generate(1, 0, 10));
  }

  /**
   * The grid of additive10's step at 0.3 lacks 0.295, 0.3 and 0.305; an error is as its estimate.
   */
  @Test
  void errorsAreTakenOverTheGridAwayFromJumps() {
    TrueShape step = SyntheticData.ADDITIVE10.generate(2, 1, 1).shapes().get(2);
    assertEquals(199 - 3, step.grid().length);
    ShapeError error = step.errorOf(value -> step.at(value) + (value < 0.0051 ? 3 : 0));
    assertEquals(3, error.largest(), ROUNDING);
    assertEquals(Math.sqrt(9.0 / 196), error.rootMeanSquare(), ROUNDING);
  }

  /** The saw lacks what is near 0, 0.25, 0.5, 0.75 and 1: 3 points inside, 1 at either end. */
  @Test
  void gridOfTheSawLacksElevenPoints() {
    TrueShape saw = SyntheticData.ADDITIVE10.generate(2, 1, 1).shapes().get(7);
    assertEquals(199 - 11, saw.grid().length);
  }

  /** The board of pair6 lacks the lines at 0.48, 0.5 and 0.52. */
  @Test
  void errorsOfPairsAreTakenOverTheGridOfBoth() {
    List<TruePair> pairs = SyntheticData.PAIR6.generate(3, 1, 1).pairs();
    assertEquals(49, pairs.get(0).grid().length);
    assertEquals(46, pairs.get(1).grid().length);
    ShapeError error = pairs.get(1).errorOf((a, b) -> pairs.get(1).at(a, b) - 0.25);
    assertEquals(0.25, error.largest(), ROUNDING);
    assertEquals(0.25, error.rootMeanSquare(), ROUNDING);
  }

  /** The quantile function of t(2) is (2 u - 1) / sqrt(2 u (1 - u)): sqrt(2 / 3) at u = 3/4. */
  @Test
  void studentHasTheQuartilesOfTwoDegreesOfFreedom() {
    SplittableRandom random = new SplittableRandom(11);
    double[] sorted =
        DoubleStream.generate(() -> Draws.studentWithTwoDegrees(random))
            .limit(100_000)
            .sorted()
            .toArray();
    assertEquals(Math.sqrt(2.0 / 3), sorted[75_000], 0.03);
    assertEquals(-Math.sqrt(2.0 / 3), sorted[25_000], 0.03);
  }

  private static void assertBegins(SyntheticData data, double[] firstRow, double[] firstTargets) {
    SyntheticSet.Part train = data.generate(data.seed(), 5, 1).train();
    assertEquals(firstRow.length, train.data().inputs().columns().size());
    for (int column = 0; column < firstRow.length; column++) {
      assertEquals(firstRow[column], value(train, column, 0));
    }
    assertArrayEquals(firstTargets, targets(train), ROUNDING);
  }

  private static double value(SyntheticSet.Part part, int column, int row) {
    return ((NumericColumn) part.data().inputs().column("x" + column)).value(row);
  }

  private static double[] targets(SyntheticSet.Part part) {
    return ((Target.Numbers) part.data().target()).values();
  }

  private static int[] codes(SyntheticSet.Part part) {
    return ((Target.Classes) part.data().target()).codes();
  }

  private static double meanTarget(SyntheticData data) {
    return DoubleStream.of(targets(data.generate().train())).average().orElse(0);
  }

  private static String hash(SyntheticData data, long seed) {
    SyntheticSet set = data.generate(seed, 50, 20);
    return DataHash.of(set.train().data()) + DataHash.of(set.test().data());
  }

  /** The expectation on the scale of the scores. */
  private static double score(SyntheticData data, SyntheticSet set, int row) {
    double[] outputs = set.train().expectations()[row];
    return switch (data) {
      case LOGIT10 -> Math.log(outputs[1] / outputs[0]);
      case COUNTS, DURATIONS -> Math.log(outputs[0]);
      default -> outputs[0];
    };
  }

  private static double sum(SyntheticSet set, int row) {
    double sum = 0;
    for (TrueShape shape : set.shapes()) {
      sum += shape.at(valueOf(set, shape.feature(), row));
    }
    for (TruePair pair : set.pairs()) {
      sum += pair.at(valueOf(set, pair.first(), row), valueOf(set, pair.second(), row));
    }
    return sum;
  }

  private static double valueOf(SyntheticSet set, String feature, int row) {
    return ((NumericColumn) set.train().data().inputs().column(feature)).value(row);
  }

  /** Mean over 0 to 1 by midpoints. */
  private static double mean(DoubleUnaryOperator function) {
    return IntStream.range(0, 4000)
        .mapToDouble(i -> (i + 0.5) / 4000)
        .map(function)
        .average()
        .orElse(9);
  }

  private static double deviation(SyntheticData data) {
    SyntheticSet.Part train = data.generate(data.seed(), 20_000, 1).train();
    double[] targets = targets(train);
    return Math.sqrt(
        IntStream.range(0, targets.length)
            .mapToDouble(row -> Math.pow(targets[row] - train.expectations()[row][0], 2))
            .average()
            .orElse(0));
  }

  private static double dispersion(SyntheticData data, DoubleUnaryOperator variance) {
    SyntheticSet.Part train = data.generate().train();
    double[] targets = targets(train);
    return IntStream.range(0, targets.length)
        .mapToDouble(row -> {
          double mean = train.expectations()[row][0];
          return Math.pow(targets[row] - mean, 2) / variance.applyAsDouble(mean);
        })
        .average()
        .orElse(0);
  }

  private static Set<String> texts(TrainingSet data, String column) {
    return IntStream.range(0, data.rowCount())
        .mapToObj(row -> data.inputs().column(column).text(row))
        .collect(Collectors.toSet());
  }
}
