package org.limpid.workbench.tribuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.evaluation.CrossValidation;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.evaluation.RegressionEvaluation;
import org.tribuo.regression.evaluation.RegressionEvaluator;

/** Our boosting machine from the point of view of Tribuo's users. */
final class EbmInTribuoTest {
  private static final Map<String, String> QUICK =
      Map.of("outer_bags", "1", "interactions", "1", "max_rounds", "100", "smoothing_rounds", "60");
  private static final String[] NAMES = {"x", "z"};

  private static double[] features(SplittableRandom random) {
    return new double[] {random.nextDouble() * 3, random.nextGaussian()};
  }

  private static double signal(double[] features, boolean flag) {
    return Math.sin(2 * features[0]) + features[1] / 2 + (flag ? 2 : 0);
  }

  /** Examples with two numbers, and with an indicator that only half of them have. */
  private static <T extends Output<T>> MutableDataset<T> data(
      OutputFactory<T> factory, java.util.function.DoubleFunction<T> output) {
    SplittableRandom random = new SplittableRandom(1);
    MutableDataset<T> data =
        new MutableDataset<>(new SimpleDataSourceProvenance("generated", factory), factory);
    for (int i = 0; i < 400; i++) {
      double[] features = features(random);
      boolean flag = random.nextBoolean();
      data.add(example(output.apply(signal(features, flag)), features, flag));
    }
    return data;
  }

  private static <T extends Output<T>> Example<T> example(
      T output, double[] features, boolean flag) {
    Example<T> example = new ArrayExample<>(output, NAMES, features);
    if (flag) {
      example.add(new org.tribuo.Feature("flag", 1));
    }
    return example;
  }

  private static MutableDataset<Regressor> numbers() {
    return data(new RegressionFactory(), number -> new Regressor("y", number));
  }

  private static MutableDataset<Label> labels(String... names) {
    return data(
        new LabelFactory(),
        number ->
            new Label(
                names[(int) Math.clamp((number + .5) / 3 * names.length, 0, names.length - 1)]));
  }

  @Test
  void tribuosCrossValidationOfNumbersWorks() {
    CrossValidation<Regressor, RegressionEvaluation> validation =
        new CrossValidation<>(
            new EbmRegressorTrainer(QUICK), numbers(), new RegressionEvaluator(), 3, 1);
    for (Pair<RegressionEvaluation, Model<Regressor>> fold : validation.evaluate()) {
      assertTrue(fold.getA().averageR2() > .8, () -> "" + fold.getA());
    }
  }

  @Test
  void tribuosCrossValidationOfLabelsWorks() {
    CrossValidation<Label, LabelEvaluation> validation =
        new CrossValidation<>(
            new EbmLabelTrainer(QUICK), labels("a", "b", "c"), new LabelEvaluator(), 2, 1);
    for (Pair<LabelEvaluation, Model<Label>> fold : validation.evaluate()) {
      assertTrue(fold.getA().accuracy() > .75, () -> "" + fold.getA());
    }
  }

  @Test
  void absentIndicatorsAreLearntFrom() {
    Model<Regressor> model = new EbmRegressorTrainer(QUICK).train(numbers());
    double[] features = {1, 0};
    double with = number(model.predict(example(new Regressor("y", 0), features, true)));
    double without = number(model.predict(example(new Regressor("y", 0), features, false)));
    assertEquals(2, with - without, .3);
  }

  private static double number(Prediction<Regressor> prediction) {
    return prediction.getOutput().getValues()[0];
  }

  @Test
  void reasonsAddUpToThePrediction() {
    MutableDataset<Regressor> data = numbers();
    Model<Regressor> model = new EbmRegressorTrainer(QUICK).train(data);
    for (int i = 0; i < 20; i++) {
      Excuse<Regressor> excuse = model.getExcuse(data.getExample(i)).orElseThrow();
      assertEquals(number(excuse.getPrediction()), sum(excuse.getScores().get("y")), 1e-12);
    }
  }

  /** The logarithm of the odds of the second label, and its negative for the first. */
  @Test
  void shapleyValuesOfFeaturesAddUpToThePrediction() {
    MutableDataset<Regressor> data = numbers();
    EbmTribuoModel<Regressor> model = new EbmRegressorTrainer(QUICK).train(data, Map.of());
    assertTrue(model.model().terms().stream().anyMatch(term -> term.order() == 2));
    for (int i = 0; i < 20; i++) {
      Excuse<Regressor> excuse = model.shapley(data.getExample(i));
      List<Pair<String, Double>> shares = excuse.getScores().get("y");
      assertEquals(number(excuse.getPrediction()), sum(shares), 1e-9);
      assertEquals(
          Set.of("flag", "x", "z", Model.BIAS_FEATURE),
          shares.stream().map(Pair::getA).collect(Collectors.toSet()));
    }
  }

  @Test
  void reasonsForTwoLabelsAreOneScore() {
    MutableDataset<Label> data = labels("no", "yes");
    Model<Label> model = new EbmLabelTrainer(QUICK).train(data);
    Excuse<Label> excuse = model.getExcuse(data.getExample(7)).orElseThrow();
    Map<String, Label> scores = excuse.getPrediction().getOutputScores();
    double odds = scores.get("yes").getScore() / scores.get("no").getScore();
    assertEquals(Math.log(odds), sum(excuse.getScores().get("yes")), 1e-9);
    assertEquals(-Math.log(odds), sum(excuse.getScores().get("no")), 1e-9);
  }

  private static double sum(List<Pair<String, Double>> scores) {
    return scores.stream().mapToDouble(Pair::getB).sum();
  }

  @Test
  void theMostImportantTermsComeFirst() {
    Model<Regressor> model = new EbmRegressorTrainer(QUICK).train(numbers());
    List<Pair<String, Double>> top = model.getTopFeatures(2).get("y");
    assertEquals(List.of("flag", "x"), top.stream().map(Pair::getA).toList());
    assertTrue(top.get(0).getB() > top.get(1).getB());
    assertEquals(4, model.getTopFeatures(-1).get("y").size());
  }

  @Test
  void provenanceNamesTrainerAndParameters() {
    EbmRegressorTrainer trainer = new EbmRegressorTrainer(QUICK);
    Model<Regressor> model = trainer.train(numbers());
    String provenance = model.getProvenance().toString();
    assertTrue(provenance.contains("EbmRegressorTrainer"), provenance);
    assertTrue(provenance.contains("max_rounds"), provenance);
    assertTrue(provenance.contains("generated"), provenance);
    assertEquals(1, trainer.getInvocationCount());
    assertEquals("other", copyNamed(model, "other").getName());
  }

  private static Model<Regressor> copyNamed(Model<Regressor> model, String name) {
    Model<Regressor> copy = model.copy();
    copy.setName(name);
    return copy;
  }

  @Test
  void weightsOfExamplesCount() {
    MutableDataset<Regressor> data = numbers();
    for (Example<Regressor> example : data) {
      example.setWeight(example.lookup("flag") == null ? .01f : 1);
    }
    Example<Regressor> without = example(new Regressor("y", 0), new double[] {1, 0}, false);
    assertNotEquals(
        number(new EbmRegressorTrainer(QUICK).train(numbers()).predict(without)),
        number(new EbmRegressorTrainer(QUICK).train(data).predict(without)));
  }

  @Test
  void uselessInputIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new EbmLabelTrainer(Map.of("outer_bag", "2")));
    MutableDataset<Regressor> unknown =
        data(new RegressionFactory(), _ -> RegressionFactory.UNKNOWN_REGRESSOR);
    assertThrows(IllegalArgumentException.class, () -> new EbmRegressorTrainer().train(unknown));
    MutableDataset<Regressor> two =
        data(
            new RegressionFactory(),
            number -> new Regressor(new String[] {"a", "b"}, new double[] {number, 1}));
    assertThrows(IllegalArgumentException.class, () -> new EbmRegressorTrainer().train(two));
  }
}
