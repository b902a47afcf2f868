package org.limpid.interpret.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;
import org.limpid.interpret.testing.GlassBoxData;

/**
 * Reference numbers are from scikit-learn 1.2.1 with U as in {@link GlassBoxData#uniform}, 300 x 5,
 * X = U[:, :4] * [1, 100, .01, 1] + [0, 5, 3, -1], y = 10 * X[:, 0] + numpy.where(U[:, 1] &gt; .5,
 * 4, 0) * U[:, 2] + U[:, 4], w = 1 + numpy.floor(3 * U[:, 3]), c = numpy.minimum(2, numpy.floor((y
 * - 2) / 4.)).clip(0).astype(int), b = (c &gt; 0) and Z = StandardScaler().fit_transform(X,
 * sample_weight=w). Logistic models were made with solver='newton-cg', tol=1e-13.
 */
final class LinearTrainerTest {
  private static final double[][] U = GlassBoxData.uniform(300, 5);
  private static final double[] FACTORS = {1, 100, 0.01, 1};
  private static final double[] OFFSETS = {0, 5, 3, -1};
  private static final double[][] SCALED =
      Arrays.stream(U).map(LinearTrainerTest::scaled).toArray(double[][]::new);
  private static final Table X = GlassBoxData.table(SCALED, 4);
  private static final double[] Y =
      Arrays.stream(U).mapToDouble(u -> 10 * u[0] + (u[1] > 0.5 ? 4 : 0) * u[2] + u[4]).toArray();
  private static final double[] W =
      Arrays.stream(U).mapToDouble(u -> 1 + Math.floor(3 * u[3])).toArray();
  private static final int[] C =
      Arrays.stream(Y).mapToInt(y -> (int) Math.clamp(Math.floor((y - 2) / 4), 0, 2)).toArray();
  private static final TrainingSet NUMBERS = TrainingSet.of(X, new Target.Numbers("y", Y));
  private static final TrainingSet THREE =
      TrainingSet.of(X, new Target.Classes("c", C, List.of("a", "b", "c")));
  private static final TrainingSet TWO =
      TrainingSet.of(
          X,
          new Target.Classes(
              "b", Arrays.stream(C).map(c -> Math.min(c, 1)).toArray(), List.of("no", "yes")));

  private static double[] scaled(double[] u) {
    double[] scaled = new double[4];
    Arrays.setAll(scaled, i -> u[i] * FACTORS[i] + OFFSETS[i]);
    return scaled;
  }

  private static LinearTrainer trainer(double l2) {
    return new LinearTrainer(LinearTrainer.defaults().with("l2", Double.toString(l2)));
  }

  private static double[] raw(LinearModel model, int score) {
    return model.terms().stream().mapToDouble(term -> term.coefficient(score)).toArray();
  }

  private static double[] standardised(LinearModel model, int score) {
    return model.terms().stream().mapToDouble(term -> term.standardised(score)).toArray();
  }

  private static double[] firstProbabilities(LinearModel model) {
    return model.predict(X).outputs()[0];
  }

  /** LinearRegression().fit(X, y) and .fit(X, y, w) */
  @Test
  void leastSquaresAreThoseOfScikitLearn() {
    LinearModel model = trainer(0).train(NUMBERS);
    assertEquals(-620.1426774756098, model.intercept()[0], 1e-7);
    assertArrayEquals(
        new double[] {
          10.058612834945025, 0.0327202342974815, 206.2667609160323, -0.010158680151523658
        },
        raw(model, 0),
        1e-8);
    LinearModel weighted = trainer(0).train(NUMBERS.withWeights(W));
    assertEquals(-631.2722026363973, weighted.intercept()[0], 1e-7);
    assertArrayEquals(
        new double[] {
          10.071049531704652, 0.03309638232150197, 209.96171847610233, -0.021132016129944302
        },
        raw(weighted, 0),
        1e-8);
  }

  /** Ridge(alpha=50).fit(Z, y, w) */
  @Test
  void ridgeIsThatOfScikitLearn() {
    LinearModel model = trainer(50).train(NUMBERS.withWeights(W));
    assertEquals(6.708579079708129, centred(model)[0], 1e-10);
    assertArrayEquals(
        new double[] {
          2.7036666145431574, 0.8491143094555403, 0.6047553830649498, -0.024817447798434242
        },
        standardised(model, 0),
        1e-10);
  }

  /** LogisticRegression(C=1) and LogisticRegression(penalty='none') on Z, b, w */
  @Test
  void binaryLogisticModelIsThatOfScikitLearn() {
    LinearModel model = trainer(1).train(TWO.withWeights(W));
    assertEquals(1.0618433225457082, centred(model)[0], 1e-8);
    assertArrayEquals(
        new double[] {
          4.893897501861228, 1.3212319692898224, 1.2575679830270423, -0.029714340550534075
        },
        standardised(model, 0),
        1e-8);
    assertArrayEquals(
        new double[] {0.9953946677286842, 0.004605332271315773}, firstProbabilities(model), 1e-9);
    LinearModel free = trainer(0).train(TWO.withWeights(W));
    assertEquals(1.5295185988825222, centred(free)[0], 1e-8);
    assertArrayEquals(
        new double[] {
          6.854545084215719, 1.94030397216801, 1.8485830408220048, -0.05044049186082513
        },
        standardised(free, 0),
        1e-8);
  }

  /** LogisticRegression(C=1, multi_class='multinomial') on Z, c, w */
  @Test
  void multinomialModelIsThatOfScikitLearn() {
    LinearModel model = trainer(1).train(THREE.withWeights(W));
    assertArrayEquals(
        new double[] {0.5184808234188366, 1.5622050381271373, -2.080685861545973},
        centred(model),
        1e-7);
    assertArrayEquals(
        new double[] {
          -4.343404008723149, -1.396164447561032, -1.0826614771173446, -0.019567794094711394
        },
        standardised(model, 0),
        1e-7);
    assertArrayEquals(
        new double[] {
          3.747349856352549, 1.4761235664462888, 0.8941306713438665, 0.07427595724228254
        },
        standardised(model, 2),
        1e-7);
    assertArrayEquals(
        new double[] {0.9956834823771058, 0.0043155403259959235, 9.772968983323022e-07},
        firstProbabilities(model),
        1e-10);
  }

  /** LogisticRegression(C=1e12, multi_class='multinomial') on Z, c, w */
  @Test
  void multinomialModelWithoutPenaltyIsThatOfScikitLearn() {
    LinearModel model = trainer(0).train(THREE.withWeights(W));
    assertArrayEquals(
        new double[] {0.4645773355153725, 1.9727827254153767, -2.4373600609307466},
        centred(model),
        1e-6);
    assertArrayEquals(
        new double[] {
          0.9707464161566515, 0.03472786970702368, 0.32631219783049764, -0.0714437714815497
        },
        standardised(model, 1),
        1e-6);
  }

  /**
   * With k = numpy.floor(4 * U[:, 3]).astype(int), O = numpy.eye(4)[k]:
   * LinearRegression().fit(numpy.hstack([X[:, :2], O[:, 1:]]), y), where category 0 is what the
   * others are compared to, and Ridge(alpha=1) on the standardised hstack([X[:, :2], O]).
   */
  @Test
  void categoriesAreThoseOfOneHotColumnsInScikitLearn() {
    double[] k = Arrays.stream(U).mapToDouble(u -> Math.floor(4 * u[3])).toArray();
    Table table = X.select(List.of("x0", "x1")).with(NumericColumn.of("k", k));
    TrainingSet data = TrainingSet.of(table, new Target.Numbers("y", Y)).withNominal(Set.of("k"));
    LinearModel free = trainer(0).train(data);
    assertEquals(-0.343759720479218, free.intercept()[0], 1e-9);
    assertArrayEquals(
        new double[] {
          10.280151779100375,
          0.0321180687972462,
          0,
          -0.11039164125231547,
          0.00797444530839811,
          0.06336039661542955
        },
        raw(free, 0),
        1e-9);
    assertEquals(
        List.of("x0", "x1", "k=0", "k=1", "k=2", "k=3"),
        free.terms().stream().map(free::name).toList());
    LinearModel ridge = trainer(1).train(data);
    assertArrayEquals(
        new double[] {
          2.949905562592899,
          0.9084471172812112,
          0.005272747711231718,
          -0.04307395406129058,
          0.00865486191023608,
          0.031163579168029153
        },
        standardised(ridge, 0),
        1e-9);
  }

  /** LinearRegression().fit(X, y).coef_ and Ridge(1).fit(StandardScaler()...(X), y).coef_ */
  @Test
  void diabetesCoefficientsAreThoseOfScikitLearn() {
    Table all = GlassBoxData.shared("golden/models/diabetes.csv").without(Set.of("fold"));
    TrainingSet data = TrainingSet.regression(all, "target");
    assertArrayEquals(
        new double[] {
          -10.009866299810486, -239.81564367242322, 519.845920054461, 324.38464550232356,
          -792.1756385522308, 476.7390210052582, 101.04326793803386, 177.06323767134657,
          751.273699557104, 67.62669218370485
        },
        raw(trainer(0).train(data), 0),
        1e-8);
    assertEquals(-30.088400592593622, trainer(1).train(data).terms().get(4).standardised(0), 1e-9);
  }

  /** y = 1 + 2 x; the third row has no x, which becomes the mean 2 of 1 and 3: f = 5. */
  @Test
  void missingValuesCountAsTheMean() {
    TrainingSet data = regression(numbers("x", 1, 3, Double.NaN), 3, 7, 5);
    LinearModel model = trainer(0).train(data);
    assertEquals(2, model.terms().getFirst().mean());
    assertEquals(2, model.terms().getFirst().coefficient(0), 1e-12);
    assertEquals(1, model.intercept()[0], 1e-12);
    assertEquals(5, model.predict(model.newRow()), 1e-12);
    assertEquals(5, centred(model)[0], 1e-12);
    assertEquals(21, model.predict(model.newRow().set("x", 10)), 1e-12);
  }

  /** Means of a 1, b 3: f = 1 + 2 [b]. Unseen counts as half a and half b: 2. */
  @Test
  void unseenCategoriesCountAsTheMeanOfAll() {
    Table table = Table.of(TextColumn.of("k", "a", "a", "b", "b"));
    LinearModel model = trainer(0).train(regression(table, 0, 2, 2, 4));
    assertEquals(1, model.predict(model.newRow().set("k", "a")), 1e-12);
    assertEquals(3, model.predict(model.newRow().set("k", "b")), 1e-12);
    assertEquals(2, model.predict(model.newRow().set("k", "c")), 1e-12);
    assertEquals(2, model.predict(model.newRow()), 1e-12);
  }

  /** x, 2 x + 1 and a constant: only the first gets a coefficient; with a penalty both do. */
  @Test
  void dependentColumnsHaveNoCoefficientUnlessPenalised() {
    double[] x = GlassBoxData.column(U, 0);
    Table table =
        Table.of(
            NumericColumn.of("x", x),
            NumericColumn.of("same", new double[300]),
            NumericColumn.of("twice", Arrays.stream(x).map(v -> 2 * v + 1).toArray()));
    TrainingSet data =
        TrainingSet.of(
            table, new Target.Numbers("y", Arrays.stream(x).map(v -> 3 * v + 2).toArray()));
    LinearModel free = trainer(0).train(data);
    assertArrayEquals(new double[] {3, 0, 0}, raw(free, 0), 1e-12);
    assertEquals(0, free.terms().get(1).deviation());
    LinearModel penalised = trainer(1e-3).train(data);
    assertEquals(0, penalised.terms().get(1).coefficient(0));
    assertEquals(
        penalised.terms().get(0).standardised(0), penalised.terms().get(2).standardised(0), 1e-9);
    double deviation = free.terms().getFirst().deviation();
    assertEquals(3 * deviation / 2, penalised.terms().getFirst().standardised(0), 1e-5);
  }

  /** Only the standardised coefficients are penalised, so that units do not matter. */
  @Test
  void unitsDoNotMatter() {
    Table grams =
        X.with(
            NumericColumn.of(
                "x1", Arrays.stream(GlassBoxData.column(SCALED, 1)).map(v -> 1000 * v).toArray()));
    double[] here = trainer(5).train(NUMBERS).predict(X).values();
    double[] there =
        trainer(5).train(TrainingSet.of(grams, new Target.Numbers("y", Y))).predict(grams).values();
    assertArrayEquals(here, there, 1e-9);
  }

  /** A weight of 2 is the row twice. */
  @Test
  void weightsAreRepetitions() {
    int[] rows = {0, 1, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9};
    double[] weights = {1, 2, 3, 1, 1, 1, 1, 1, 1, 1};
    int[] ten = IntStream.range(0, 10).toArray();
    for (double l2 : new double[] {0, 2}) {
      LinearModel repeated = trainer(l2).train(NUMBERS.rows(rows));
      LinearModel weighted = trainer(l2).train(NUMBERS.rows(ten).withWeights(weights));
      assertArrayEquals(raw(repeated, 0), raw(weighted, 0), 1e-7);
    }
  }

  @Test
  void interceptAndTermsSumToTheScore() {
    LinearModel model = trainer(1).train(THREE);
    Row row = model.newRow().set("x0", 0.3).set("x2", 3.004);
    double[] scores = new double[3];
    model.score(row, scores);
    double[] summed = centred(model);
    for (int k = 0; k < 3; k++) {
      for (LinearTerm term : model.terms()) {
        double value = row.encoded(term.feature());
        summed[k] += Double.isNaN(value) ? 0 : term.coefficient(k) * (value - term.mean());
      }
    }
    assertArrayEquals(scores, summed, 1e-12);
  }

  @Test
  void classesWithoutOverlapNeedAPenalty() {
    TrainingSet data =
        TrainingSet.of(
            numbers("x", 1, 2, 3, 4),
            new Target.Classes("c", new int[] {0, 0, 1, 1}, List.of("a", "b")));
    DataException thrown = assertThrows(DataException.class, () -> trainer(0).train(data));
    assertTrue(thrown.getMessage().contains("settle within 100 steps"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("Maybe"), thrown.getMessage());
    LinearModel model = trainer(1).train(data);
    assertEquals(0.5, model.predict(model.newRow().set("x", 2.5)), 1e-12);
  }

  @Test
  void badTargetsAndColumnsAreAllNamed() {
    Table table =
        Table.of(
            NumericColumn.of("empty", Double.NaN, Double.NaN),
            NumericColumn.of("endless", 1, Double.POSITIVE_INFINITY));
    DataException thrown =
        assertThrows(DataException.class, () -> trainer(1).train(regression(table, 2, 2)));
    assertEquals(3, thrown.count(), thrown.getMessage());
    TrainingSet oneRow = regression(numbers("x", 1), 1);
    assertTrue(
        assertThrows(DataException.class, () -> trainer(1).train(oneRow))
            .getMessage()
            .contains("expected 2 or more rows"));
  }

  @Test
  void aClassWithoutRowsIsRefused() {
    TrainingSet data =
        TrainingSet.of(
            numbers("x", 1, 2, 3),
            new Target.Classes("c", new int[] {0, 1, 1}, List.of("a", "b", "z")));
    DataException thrown = assertThrows(DataException.class, () -> trainer(1).train(data));
    assertTrue(thrown.getMessage().contains("'z'"), thrown.getMessage());
  }

  @Test
  void interruptingEndsTheTraining() {
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> trainer(1).train(TWO, TrainingMonitor.SILENT));
    assertTrue(Thread.interrupted());
  }

  @Test
  void sameDataGiveTheSameModelWithProvenance() {
    LinearModel model = trainer(2.5).train(THREE);
    assertEquals(model, trainer(2.5).train(THREE));
    assertEquals("2.5", model.provenance().parameters().get("l2"));
    assertEquals("c", model.provenance().target());
  }

  private static Table numbers(String name, double... values) {
    return Table.of(NumericColumn.of(name, values));
  }

  private static TrainingSet regression(Table table, double... targets) {
    return TrainingSet.of(table, new Target.Numbers("y", targets));
  }

  /** The scores of a row in which every value is missing: that of the means. */
  private static double[] centred(LinearModel model) {
    double[] scores = new double[model.scoreCount()];
    model.score(model.newRow(), scores);
    return scores;
  }
}
