package org.limpid.interpret.ebm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.interpret.ebm.EbmSets.mean;
import static org.limpid.interpret.ebm.EbmSets.numbers;
import static org.limpid.interpret.ebm.EbmSets.quickClassification;
import static org.limpid.interpret.ebm.EbmSets.quickFirstVersion;
import static org.limpid.interpret.ebm.EbmSets.quickRegression;
import static org.limpid.interpret.ebm.EbmSets.regression;
import static org.limpid.interpret.ebm.EbmSets.targets;
import static org.limpid.interpret.ebm.EbmSets.train;
import static org.limpid.interpret.ebm.EbmSets.uniform;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** Every objective learns: its own loss on fresh rows is well below that of the best constant. */
class EbmObjectivesTest {
  private static final int ROWS = 800;

  /** Loss of one prediction. */
  @FunctionalInterface
  private interface Loss {
    double of(double target, double predicted);
  }

  /** Draws a target whose mean is given. */
  @FunctionalInterface
  private interface Draw {
    double of(double mean, SplittableRandom random);
  }

  private static TrainingSet set(long seed, Draw draw) {
    Table table =
        Table.of(
            NumericColumn.of("x", uniform(ROWS, seed)),
            NumericColumn.of("z", uniform(ROWS, seed + 1)));
    double[] x = numbers(table, "x");
    double[] z = numbers(table, "z");
    SplittableRandom random = new SplittableRandom(seed + 2);
    return regression(table, row -> draw.of(Math.exp(3 * x[row] - (z[row] > 0.5 ? 1 : 0)), random));
  }

  private static double normal(double mean, SplittableRandom random) {
    return mean + random.nextGaussian();
  }

  private static double counts(double mean, SplittableRandom random) {
    int count = 0;
    for (double time = waiting(random); time < mean; time += waiting(random)) {
      count++;
    }
    return count;
  }

  private static double waiting(SplittableRandom random) {
    return -Math.log(1 - random.nextDouble());
  }

  private static double positive(double mean, SplittableRandom random) {
    return mean * (waiting(random) + waiting(random) + waiting(random)) / 3;
  }

  private static double positiveOrZero(double mean, SplittableRandom random) {
    double sum = 0;
    for (int i = (int) counts(mean, random); i > 0; i--) {
      sum += waiting(random);
    }
    return sum;
  }

  private static EbmModel assertLearns(EbmParameters parameters, Draw draw, Loss loss) {
    TrainingSet fresh = set(200, draw);
    EbmModel model = train(set(100, draw), parameters);
    double learnt = loss(fresh, model.predict(fresh.inputs()).values(), loss);
    double constant = bestConstant(fresh, loss);
    assertTrue(learnt < 0.7 * constant, "%s, a constant has %s".formatted(learnt, constant));
    return model;
  }

  private static EbmModel assertLearns(String objective, Draw draw, Loss loss) {
    return assertLearns(quickRegression().with(EbmParameter.OBJECTIVE, objective), draw, loss);
  }

  private static double loss(TrainingSet data, double[] predicted, Loss loss) {
    double[] targets = targets(data);
    return IntStream.range(0, ROWS)
        .mapToDouble(row -> loss.of(targets[row], predicted[row]))
        .average()
        .orElseThrow();
  }

  /** The best constant in hindsight: the mean or one of the percentiles of the fresh targets. */
  private static double bestConstant(TrainingSet data, Loss loss) {
    double[] sorted = Arrays.stream(targets(data)).sorted().toArray();
    DoubleStream percentiles = IntStream.range(1, 100).mapToDouble(i -> sorted[i * ROWS / 100]);
    return DoubleStream.concat(percentiles, DoubleStream.of(mean(sorted)))
        .map(constant -> constant == 0 ? 1e-3 : constant)
        .map(constant ->
            loss(data, DoubleStream.generate(() -> constant).limit(ROWS).toArray(), loss))
        .min()
        .orElseThrow();
  }

  private static double squared(double target, double predicted) {
    return (target - predicted) * (target - predicted);
  }

  @Test
  void squaredErrorLearns() {
    assertLearns("rmse", EbmObjectivesTest::normal, EbmObjectivesTest::squared);
  }

  @Test
  void innerBagsLearn() {
    assertLearns(
        quickRegression().with(EbmParameter.INNER_BAGS, 3),
        EbmObjectivesTest::normal,
        EbmObjectivesTest::squared);
  }

  @Test
  void defaultsOfTheFirstVersionLearn() {
    assertEquals(3, quickFirstVersion().whole(EbmParameter.MAX_LEAVES));
    assertEquals("low", quickFirstVersion().text(EbmParameter.MISSING));
    assertLearns(quickFirstVersion(), EbmObjectivesTest::normal, EbmObjectivesTest::squared);
  }

  @Test
  void logarithmicErrorLearnsWithinTheRangeOfTheTargets() {
    EbmModel model =
        assertLearns(
            "rmse_log1p",
            EbmObjectivesTest::positive,
            (y, p) -> squared(Math.log1p(y), Math.log1p(p)));
    assertEquals(LinkFunction.LOG1P, model.link());
    double[] targets = targets(set(100, EbmObjectivesTest::positive));
    EbmModel.ResponseRange range = model.clip().orElseThrow();
    assertEquals(Arrays.stream(targets).min().orElseThrow(), range.minimum());
    assertEquals(Arrays.stream(targets).max().orElseThrow(), range.maximum());
  }

  /** The sum of two effects that never met: without clipping, it would leave the range. */
  @Test
  void logarithmicErrorClipsPredictions() {
    Table table =
        Table.of(
            NumericColumn.generate("x", 400, row -> row % 2),
            NumericColumn.generate("z", 400, row -> row % 4 == 2 ? 1 : 0));
    TrainingSet data = regression(table, row -> row % 4 == 2 || row % 2 == 1 ? 1000 + row : row);
    EbmModel model = train(data, quickRegression().with(EbmParameter.OBJECTIVE, "rmse_log1p"));
    Table both = Table.of(NumericColumn.of("x", 1), NumericColumn.of("z", 1));
    assertEquals(1399, model.predict(both).values()[0]);
  }

  @Test
  void absoluteErrorLearns() {
    assertLearns("mae", EbmObjectivesTest::normal, (y, p) -> Math.abs(y - p));
  }

  @Test
  void quantilesLearnAndLieAboveTheirShareOfTheTargets() {
    EbmModel model =
        assertLearns(
            "quantile:alpha=0.9",
            EbmObjectivesTest::normal,
            (y, p) -> y > p ? 0.9 * (y - p) : 0.1 * (p - y));
    TrainingSet fresh = set(300, EbmObjectivesTest::normal);
    double below = loss(fresh, model.predict(fresh.inputs()).values(), (y, p) -> y <= p ? 1 : 0);
    assertEquals(0.9, below, 0.06);
  }

  @Test
  void pseudoHuberLearns() {
    assertLearns(
        "pseudo_huber:delta=1",
        EbmObjectivesTest::normal,
        (y, p) -> Math.sqrt(1 + squared(y, p)) - 1);
  }

  @Test
  void poissonLearns() {
    assertLearns(
        "poisson_deviance",
        EbmObjectivesTest::counts,
        (y, p) -> 2 * ((y > 0 ? y * Math.log(y / p) : 0) - y + p));
  }

  @Test
  void gammaLearns() {
    assertLearns(
        "gamma_deviance", EbmObjectivesTest::positive, (y, p) -> 2 * (Math.log(p / y) + y / p - 1));
  }

  /** The deviance of power 1.5: 4 (sqrt(y) - sqrt(p))^2 / sqrt(p). */
  @Test
  void tweedieLearns() {
    assertLearns(
        "tweedie_deviance:variance_power=1.5",
        EbmObjectivesTest::positiveOrZero,
        (y, p) -> 4 * squared(Math.sqrt(y), Math.sqrt(p)) / Math.sqrt(p));
  }

  @Test
  void twoClassesLearn() {
    assertClassesLearn(List.of("no", "yes"), 4);
  }

  @Test
  void threeClassesLearn() {
    assertClassesLearn(List.of("few", "some", "many"), 2, 6);
  }

  private static void assertClassesLearn(List<String> classes, double... limits) {
    TrainingSet fresh = classes(set(200, EbmObjectivesTest::normal), classes, limits);
    EbmModel model =
        train(classes(set(100, EbmObjectivesTest::normal), classes, limits), quickClassification());
    double[][] learnt = model.predict(fresh.inputs()).outputs();
    int[] codes = ((Target.Classes) fresh.target()).codes();
    double loss = 0;
    double entropy = 0;
    for (int row = 0; row < ROWS; row++) {
      int code = codes[row];
      assertEquals(1, Arrays.stream(learnt[row]).sum(), 1e-12);
      loss -= Math.log(learnt[row][code]);
      entropy -= Math.log((double) Arrays.stream(codes).filter(c -> c == code).count() / ROWS);
    }
    assertTrue(loss < 0.7 * entropy, "%s, a constant has %s".formatted(loss, entropy));
  }

  private static TrainingSet classes(TrainingSet data, List<String> classes, double... limits) {
    int[] codes =
        Arrays.stream(targets(data))
            .mapToInt(y -> (int) Arrays.stream(limits).filter(limit -> y > limit).count())
            .toArray();
    return TrainingSet.of(data.inputs(), new Target.Classes("class", codes, classes));
  }
}
