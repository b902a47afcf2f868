package org.limpid.interpret.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.interpret.tree.TreeSamples.CLASSES;
import static org.limpid.interpret.tree.TreeSamples.NUMBERS;
import static org.limpid.interpret.tree.TreeSamples.W;
import static org.limpid.interpret.tree.TreeSamples.threshold;
import static org.limpid.interpret.tree.TreeSamples.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.testing.GlassBoxData;
import org.limpid.interpret.tree.TreeTrainer.PruningStep;

/**
 * Reference numbers are from scikit-learn 1.2.1 with U as in {@link GlassBoxData#uniform}, 300 x 5,
 * X = U[:, :4], y = 10 * X[:, 0] + numpy.where(X[:, 1] &gt; .5, 4, 0) * X[:, 2] + U[:, 4], w = 1 +
 * numpy.floor(3 * X[:, 3]) and c = numpy.minimum(2, numpy.floor((y - 2) / 4.)).clip(0).astype(int).
 */
final class TreeReferenceTest {
  private static int[] askedFeatures(TreeModel model) {
    return model.nodes().stream()
        .mapToInt(node -> node instanceof TreeNode.Split split ? split.feature() : -2)
        .toArray();
  }

  private static double[] impurities(TreeModel model) {
    return model.nodes().stream().mapToDouble(node -> node.summary().impurity()).toArray();
  }

  /** DecisionTreeRegressor(max_depth=3, min_samples_leaf=7, random_state=0).fit(X, y).tree_ */
  @Test
  void regressionTreeIsThatOfScikitLearn() {
    TreeModel model = trainer("max_depth", 3, "min_samples_leaf", 7).train(NUMBERS);
    assertArrayEquals(
        new int[] {0, 0, 0, -2, -2, 1, -2, -2, 0, 1, -2, -2, 1, -2, -2}, askedFeatures(model));
    assertEquals(0.47121840715408325, threshold(model, 0), 1e-15);
    assertEquals(0.3293583393096924, threshold(model, 1), 1e-15);
    assertEquals(0.5264349281787872, threshold(model, 5), 1e-7);
    assertEquals(0.5031681656837463, threshold(model, 12), 1e-7);
    assertArrayEquals(
        new double[] {
          10.658595319285219, 2.8438428122886688, 2.021565653649642, 0.3960873395066744,
          1.4903889563279886, 1.2176757741747686, 0.21975778132989987, 1.250373370491566,
          4.180592701626878, 2.329362680264424, 0.5861737105513782, 1.9150254270713134,
          2.352323331159667, 0.6707147677435756, 1.3790347586623
        },
        impurities(model),
        1e-12);
    assertEquals(11.466833413889011, model.nodes().get(14).summary().output(0), 1e-12);
    assertEquals(48, model.nodes().get(14).summary().samples());
    assertEquals(0.9238138778760001, model.importances().get("x0"), 1e-12);
    assertEquals(0.07618612212399979, model.importances().get("x1"), 1e-12);
    assertEquals(0.0, model.importances().get("x3"));
  }

  /** DecisionTreeRegressor(max_depth=2, random_state=0).fit(X, y, w).tree_ */
  @Test
  void weightedRegressionTreeIsThatOfScikitLearn() {
    TreeModel model = trainer("max_depth", 2).train(NUMBERS.withWeights(W));
    assertArrayEquals(new int[] {0, 0, -2, -2, 0, -2, -2}, askedFeatures(model));
    assertEquals(0.44783198833465576, threshold(model, 0), 1e-15);
    assertEquals(0.06771105527877808, threshold(model, 1), 1e-15);
    assertEquals(589, model.nodes().get(0).summary().weight());
    assertEquals(167, model.nodes().get(6).summary().weight());
    assertEquals(89, model.nodes().get(6).summary().samples());
    assertEquals(10.533704025659732, model.nodes().get(6).summary().output(0), 1e-12);
    assertEquals(10.899355944333706, model.nodes().get(0).summary().impurity(), 1e-12);
  }

  /** DecisionTreeClassifier(max_depth=3, random_state=0).fit(X, c, w).tree_ */
  @Test
  void weightedClassificationTreeIsThatOfScikitLearn() {
    TreeModel model = trainer("max_depth", 3).train(CLASSES.withWeights(W));
    assertArrayEquals(
        new int[] {0, 2, 1, -2, -2, 1, -2, -2, 1, 0, -2, -2, 0, -2, -2}, askedFeatures(model));
    assertEquals(0.8703955113887787, threshold(model, 1), 1e-7);
    assertEquals(0.5109704732894897, threshold(model, 8), 1e-7);
    assertArrayEquals(
        new double[] {
          0.6353031381784325,
          0.15383718897500143,
          0.06414950248197482,
          0.046702227513106376,
          0,
          0.4152249134948097,
          0,
          0.332409972299169,
          0.5324280597405755,
          0.3337178008458286,
          0.4591836734693877,
          0.17356799999999994,
          0.49418681463865766,
          0.36184210526315785,
          0.14993752603082044
        },
        impurities(model),
        1e-12);
    assertArrayEquals(
        new double[] {0.039473684210526314, 0.7763157894736842, 0.18421052631578946},
        model.nodes().get(13).summary().outputs(),
        1e-12);
    assertEquals(0.782189143701001, model.importances().get("x0"), 1e-12);
    assertEquals(0.019878908331176982, model.importances().get("x2"), 1e-12);
  }

  /**
   * [DecisionTreeRegressor(ccp_alpha=a).fit(X, y).tree_.n_leaves for a in (.01, .05, .2, 1)] and
   * the same for the classifier and (.003, .01, .03); the counts of 0.003 and below differ between
   * random states, because equally good cuts are chosen among.
   */
  @Test
  void prunedTreesHaveAsManyLeavesAsInScikitLearn() {
    double[] alphas = {0.01, 0.05, 0.2, 1};
    int[] leaves =
        Arrays.stream(alphas)
            .mapToInt(alpha -> trainer("ccp_alpha", alpha).train(NUMBERS).leafCount())
            .toArray();
    assertArrayEquals(new int[] {32, 15, 7, 3}, leaves);
    assertEquals(10, trainer("ccp_alpha", 0.01).train(CLASSES).leafCount());
    assertEquals(4, trainer("ccp_alpha", 0.03).train(CLASSES).leafCount());
  }

  /** DecisionTreeRegressor(max_depth=3, min_samples_leaf=7).cost_complexity_pruning_path(X, y) */
  @Test
  void pruningPathOfNumbersIsThatOfScikitLearn() {
    List<PruningStep> path = trainer("max_depth", 3, "min_samples_leaf", 7).pruningPath(NUMBERS);
    assertPath(
        new double[] {
          0,
          0.060912641137999185,
          0.23042936725291802,
          0.2788111516106879,
          0.38554600859977783,
          0.46624634320235825,
          1.0360479189352607,
          7.061716736002692
        },
        new double[] {
          1.138885152543525, 1.1997977936815243, 1.4302271609344424, 1.7090383125451303,
          2.0945843211449082, 2.5608306643472663, 3.596878583282527, 10.658595319285219
        },
        path);
    assertEquals(
        List.of(8, 7, 6, 5, 4, 3, 2, 1), path.stream().map(PruningStep::leafCount).toList());
  }

  /** DecisionTreeClassifier(max_depth=3).cost_complexity_pruning_path(X, c, w) */
  @Test
  void pruningPathOfClassesIsThatOfScikitLearn() {
    assertPath(
        new double[] {
          0,
          0.006408793673102639,
          0.017363335326035213,
          0.028023226947824997,
          0.06863435862031919,
          0.2712805251960581
        },
        new double[] {
          0.157595204468738,
          0.16400399814184063,
          0.19873066879391105,
          0.22675389574173604,
          0.3640226129823744,
          0.6353031381784325
        },
        trainer("max_depth", 3).pruningPath(CLASSES.withWeights(W)));
  }

  private static void assertPath(double[] alphas, double[] impurities, List<PruningStep> path) {
    assertArrayEquals(alphas, path.stream().mapToDouble(PruningStep::alpha).toArray(), 1e-12);
    assertArrayEquals(
        impurities, path.stream().mapToDouble(PruningStep::impurity).toArray(), 1e-12);
  }

  /** The trees of Lucid's packing analyser; DecisionTreeClassifier(ccp_alpha=1e-4). */
  @Test
  void packingTreesHaveElevenAndFifteenLeaves() {
    Table all = GlassBoxData.shared("golden/models/packing_single_labelled.csv");
    Table six =
        all.select(
            List.of("amp", "gpu_util", "gmem_util", "gmem", "avg_speed", "auto_label", "label"));
    assertPerfect(11, TrainingSet.classification(six, "label"));
    Table four = all.select(List.of("amp", "gpu_util", "gmem_util", "gmem", "label"));
    assertPerfect(15, TrainingSet.classification(four, "label"));
  }

  private static void assertPerfect(int leaves, TrainingSet data) {
    TreeModel model = trainer("ccp_alpha", "1e-4").train(data);
    assertEquals(leaves, model.leafCount());
    Predictions predictions = model.predict(data.inputs());
    int[] codes = ((Target.Classes) data.target()).codes();
    assertTrue(
        IntStream.range(0, codes.length)
            .allMatch(i -> Predictions.mostProbable(predictions.outputs()[i]) == codes[i]));
  }

  /**
   * DecisionTreeRegressor(max_depth=6, ...).fit(X, y): leaves, mean((predict(X) - y)**2) and
   * feature_importances_ are the same for all random states.
   */
  @Test
  void diabetesTreesFitAsWellAsThoseOfScikitLearn() {
    Table all = GlassBoxData.shared("golden/models/diabetes.csv").without(Set.of("fold"));
    TrainingSet data = TrainingSet.regression(all, "target");
    TreeModel deep = trainer("max_depth", 6).train(data);
    assertEquals(55, deep.leafCount());
    assertEquals(1512.499206233058, meanSquaredError(deep, data), 1e-6);
    TreeModel broad = trainer("max_depth", 6, "min_samples_leaf", 10).train(data);
    assertEquals(29, broad.leafCount());
    assertEquals(2133.075711136417, meanSquaredError(broad, data), 1e-6);
    assertEquals(0.4918873823936951, broad.importances().get("s5"), 1e-9);
    assertEquals(0.31046165420234334, broad.importances().get("bmi"), 1e-9);
  }

  /**
   * DecisionTreeRegressor(max_depth=6).fit(X, y) on the months before September: leaves and mean
   * squared error are the same for all random states. The columns with standard deviations hold
   * many numbers that differ by rounding only.
   */
  @Test
  void throughputTreeFitsAsWellAsThatOfScikitLearn() {
    Table all = GlassBoxData.shared("golden/models/throughput_features.csv.gz");
    NumericColumn month = (NumericColumn) all.column("month");
    int[] train = IntStream.range(0, all.rowCount()).filter(i -> month.value(i) != 9).toArray();
    Table inputs = all.without(Set.of("time", "submit_gpu_num"));
    TrainingSet data = TrainingSet.regression(inputs, "submit_gpu_job").rows(train);
    TreeModel model = trainer("max_depth", 6).train(data);
    assertEquals(49, model.leafCount());
    assertEquals(48.104727, meanSquaredError(model, data), 1e-6);
  }

  private static double meanSquaredError(TreeModel model, TrainingSet data) {
    double[] truth = ((Target.Numbers) data.target()).values();
    double[] predicted = model.predict(data.inputs()).values();
    return IntStream.range(0, truth.length)
        .mapToDouble(i -> (truth[i] - predicted[i]) * (truth[i] - predicted[i]))
        .average()
        .orElseThrow();
  }
}
