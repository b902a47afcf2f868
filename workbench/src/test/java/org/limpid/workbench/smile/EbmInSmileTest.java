package org.limpid.workbench.smile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.workbench.GeneratedData;
import org.limpid.workbench.smile.FittedEbm.EbmProperties;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.measure.NominalScale;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;
import smile.data.vector.StringVector;
import smile.data.vector.ValueVector;
import smile.math.MathEx;
import smile.validation.CrossValidation;

/** Our boosting machine from the point of view of Smile's users. */
final class EbmInSmileTest {
  private static final Table TABLE = GeneratedData.table(400, 1);
  private static final Formula NUMBER = Formula.lhs("number");
  private static final Formula CLASS = Formula.lhs("class");
  private static final List<String> ORDER = List.of("low", "middle", "high");
  private static final Properties QUICK = quick();

  private static EbmSmileRegression regression;
  private static EbmSmileClassifier classifier;

  @BeforeAll
  static void fit() {
    regression = EbmSmileRegression.fit(NUMBER, numbers(), QUICK);
    classifier = EbmSmileClassifier.fit(CLASS, classes(), QUICK);
  }

  private static Properties quick() {
    Properties properties = new Properties();
    properties.setProperty("limpid.ebm.outer_bags", "2");
    properties.setProperty("limpid.ebm.interactions", "1");
    properties.setProperty("limpid.ebm.max_rounds", "460");
    properties.setProperty("limpid.ebm.smoothing_rounds", "60");
    properties.setProperty("smile.gbt.trees", "not ours");
    return properties;
  }

  private static EbmParameters parameters(EbmParameters standard) {
    return EbmProperties.change(standard, QUICK);
  }

  private static DataFrame numbers() {
    return new DataFrame(numeric("x"), numeric("z z"), texts("colour"), numeric("number"));
  }

  /** The classes are 7, 8 and 9, for low, middle and high. */
  private static DataFrame classes() {
    return classes(new IntVector("class", codes(7)));
  }

  private static DataFrame classes(IntVector target) {
    return new DataFrame(numeric("x"), numeric("z z"), texts("colour"), target);
  }

  private static int[] codes(int first) {
    int[] codes = new int[TABLE.rowCount()];
    Arrays.setAll(codes, i -> first + ORDER.indexOf(TABLE.column("three").text(i)));
    return codes;
  }

  private static DoubleVector numeric(String name) {
    return new DoubleVector(name, ((NumericColumn) TABLE.column(name)).toArray());
  }

  private static StringVector texts(String name) {
    String[] texts = new String[TABLE.rowCount()];
    Arrays.setAll(texts, i -> TABLE.column(name).text(i));
    return new StringVector(name, texts);
  }

  @Test
  void aRegressionIsOurModel() {
    double[] ours =
        new EbmTrainer(parameters(EbmParameters.regression()))
            .train(GeneratedData.set(TABLE, GeneratedData.NUMBER))
            .predict(TABLE)
            .values();
    assertArrayEquals(ours, regression.predict(numbers()));
    assertEquals(ours[5], regression.predict(numbers().get(5)));
    assertArrayEquals(new String[] {"x", "z z", "colour"}, regression.schema().names());
    assertEquals("Limpid EBM", regression.model().provenance().trainer().substring(0, 10));
  }

  @Test
  void aClassifierIsOurModel() {
    assertArrayEquals(new int[] {7, 8, 9}, classifier.classes());
    double[] probabilities = new double[3];
    int label = classifier.predict(classes().get(3), probabilities);
    assertEquals(1, Arrays.stream(probabilities).sum(), 1e-12);
    assertEquals(7 + MathEx.whichMax(probabilities), label);
    int[] truth = classes().column("class").toIntArray();
    int[] predicted = classifier.predict(classes());
    long hits = IntStream.range(0, truth.length).filter(i -> truth[i] == predicted[i]).count();
    assertTrue(hits > .8 * truth.length, "hits: " + hits);
  }

  @Test
  void classesOnAScaleHaveItsNames() {
    NominalScale scale = new NominalScale(ORDER);
    StructField field = new StructField("class", DataTypes.IntType, scale);
    EbmSmileClassifier ofScale =
        EbmSmileClassifier.fit(CLASS, classes(new IntVector(field, codes(0))), QUICK);
    assertArrayEquals(new int[] {0, 1, 2}, ofScale.classes());
    assertEquals(new Task.Classification(ORDER), ofScale.model().task());
  }

  /** Smile's metrics of classifiers with probabilities take classes from 0 on only. */
  @Test
  void smilesCrossValidationWorks() {
    MathEx.setSeed(1);
    var regressions =
        CrossValidation.regression(
            2, NUMBER, numbers(), (f, data) -> EbmSmileRegression.TRAINER.fit(f, data, QUICK));
    assertEquals(2, regressions.rounds().size());
    assertTrue(regressions.avg().r2() > .8, () -> "" + regressions.avg());
    var classifications =
        CrossValidation.stratify(
            2,
            CLASS,
            classes(new IntVector("class", codes(0))),
            (f, data) -> EbmSmileClassifier.TRAINER.fit(f, data, QUICK));
    assertTrue(classifications.avg().accuracy() > .75, () -> "" + classifications.avg());
  }

  /** The values of a row add up to its score less the average score. */
  @Test
  void shapleyValuesAddUp() {
    assertTrue(regression.model().terms().size() > 3, "has a pair");
    double[] predictions = regression.predict(numbers());
    double mean = Arrays.stream(predictions).average().orElseThrow();
    for (int i = 0; i < 20; i++) {
      double[] values = regression.shap(numbers().get(i));
      assertEquals(3, values.length);
      assertEquals(predictions[i] - mean, Arrays.stream(values).sum(), 1e-9);
    }
    double[] importances = regression.shap(numbers());
    assertTrue(Arrays.stream(importances).min().orElseThrow() > .1, Arrays.toString(importances));
    assertEquals(9, classifier.shap(classes().get(0)).length);
  }

  @Test
  void scalesTruthValuesAndNullsAreUnderstood() {
    int rows = 60;
    Double[] x = new Double[rows];
    int[] level = new int[rows];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = i % 5 == 0 ? null : Double.valueOf(i % 7);
      level[i] = i % 2;
      y[i] = level[i] * 10 + (x[i] == null ? 5 : 0);
    }
    NominalScale scale = new NominalScale("off", "on");
    DataFrame data =
        new DataFrame(
            ValueVector.ofNullable("x", x),
            new IntVector(new StructField("switch", DataTypes.IntType, scale), level),
            new DoubleVector("y", y));
    EbmSmileRegression model = EbmSmileRegression.fit(Formula.lhs("y"), data, QUICK);
    assertEquals(
        new Feature.Nominal("switch", List.of("off", "on")), model.model().features().get(1));
    assertEquals(15, model.predict(data.get(5)), 2);
    assertEquals(0, model.predict(data.get(2)), 2);
    Tuple tuple = Tuple.of(model.schema(), new Object[] {null, 1});
    assertEquals(15, model.predict(tuple), 2);
  }

  @Test
  void uselessInputIsRefusedInOurWords() {
    Properties wrong = new Properties();
    wrong.setProperty("limpid.ebm.outer_bag", "3");
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> EbmSmileRegression.fit(NUMBER, numbers(), wrong))
            .getMessage()
            .contains("Maybe 'outer_bags' was meant."));
    DataFrame constant =
        new DataFrame(new DoubleVector("x", new double[] {1, 2}), numericZeros("number"));
    assertThrows(DataException.class, () -> EbmSmileRegression.fit(NUMBER, constant));
  }

  private static DoubleVector numericZeros(String name) {
    return new DoubleVector(name, new double[2]);
  }

  @Test
  void serialisationPointsToJson() throws Exception {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      NotSerializableException refused =
          assertThrows(NotSerializableException.class, () -> out.writeObject(regression));
      assertFalse(refused.getMessage().isEmpty());
    }
  }
}
