package org.limpid.interpret.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.parameter.ParameterValues;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;
import org.limpid.interpret.testing.GlassBoxData;

/**
 * Reference numbers are from scikit-learn 1.2.1 with U as in {@link GlassBoxData#uniform}, 300 x 5,
 * X = U[:, :4], y = 10 * X[:, 0] + numpy.where(X[:, 1] &gt; .5, 4, 0) * X[:, 2] + U[:, 4], w = 1 +
 * numpy.floor(3 * X[:, 3]) and c = numpy.minimum(2, numpy.floor((y - 2) / 4.)).clip(0).astype(int).
 */
final class TreeTrainerTest {
  private static final double[][] U = GlassBoxData.uniform(300, 5);
  private static final Table X = GlassBoxData.table(U, 4);
  private static final double[] Y =
      Arrays.stream(U).mapToDouble(u -> 10 * u[0] + (u[1] > 0.5 ? 4 : 0) * u[2] + u[4]).toArray();
  private static final double[] W =
      Arrays.stream(U).mapToDouble(u -> 1 + Math.floor(3 * u[3])).toArray();
  private static final int[] C =
      Arrays.stream(Y).mapToInt(y -> (int) Math.clamp(Math.floor((y - 2) / 4), 0, 2)).toArray();
  private static final TrainingSet NUMBERS = TrainingSet.of(X, new Target.Numbers("y", Y));
  private static final TrainingSet CLASSES =
      TrainingSet.of(X, new Target.Classes("c", C, List.of("a", "b", "c")));

  private static TreeTrainer trainer(Object... namesAndValues) {
    ParameterValues values = TreeTrainer.defaults();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values = values.with((String) namesAndValues[i], namesAndValues[i + 1].toString());
    }
    return new TreeTrainer(values);
  }

  private static double threshold(TreeModel model, int node) {
    TreeNode.Split split = assertInstanceOf(TreeNode.Split.class, model.nodes().get(node));
    return ((Condition.Threshold) split.condition()).threshold();
  }

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
        IntStream.range(0, codes.length).allMatch(i -> predictions.mostProbable(i) == codes[i]));
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

  /** Rows 1, 2 | 3, 4 with targets 0, 0 | 1, 1: the cut lies at 2.5. */
  @Test
  void thresholdsLieHalfWayBetweenValues() {
    TreeModel model = new TreeTrainer().train(regression(numbers("x", 1, 2, 3, 4), 0, 0, 1, 1));
    assertEquals(3, model.nodes().size());
    assertEquals(2.5, threshold(model, 0));
    assertEquals(0, model.predict(model.newRow().set("x", 2.5)));
    assertEquals(1, model.predict(model.newRow().set("x", 2.6)));
  }

  @Test
  void numbersThatDifferOnlyByRoundingAreNotToldApart() {
    assertEquals(1, leavesFor(0.1 + 0.2, 0.3));
    assertEquals(2, leavesFor(0.3, 0.30000001));
    assertEquals(2, leavesFor(0, 1e-300));
    assertEquals(2, leavesFor(3 * Double.MIN_VALUE, 4 * Double.MIN_VALUE));
  }

  private static int leavesFor(double... values) {
    return new TreeTrainer().train(regression(numbers("x", values), 0, 1)).leafCount();
  }

  /** 1, 2 and missing have 0, 5 and 5: missing goes with 2. Mirrored it goes with 1. */
  @Test
  void missingValuesGoWhereTheyFitBest() {
    TrainingSet right = regression(numbers("x", 1, 2, Double.NaN, 1), 0, 5, 5, 0);
    TreeModel model = new TreeTrainer().train(right);
    assertEquals(2, model.leafCount());
    assertEquals(5, model.predict(model.newRow()));
    TrainingSet left = regression(numbers("x", 1, 2, Double.NaN, 1), 5, 0, 5, 5);
    assertEquals(5, new TreeTrainer().train(left).predict(model.newRow()));
  }

  @Test
  void beingMissingCanBeTheReason() {
    double nan = Double.NaN;
    TreeModel model =
        new TreeTrainer().train(regression(numbers("x", 1, nan, 2, nan, 3), 0, 7, 0, 7, 0));
    assertEquals(2, model.leafCount());
    assertEquals(7, model.predict(model.newRow()));
    assertEquals(0, model.predict(model.newRow().set("x", 1e300)));
    assertEquals("if x is known:\n  0 (3 rows)\nelse:\n  7 (2 rows)\n", TreeRules.text(model));
    assertEquals("x is missing: 7 (2 rows)", TreeRules.list(model).get(1).toString());
  }

  /** Three rows lead left and one right, so that a value missing only later leads left. */
  @Test
  void valuesMissingOnlyLaterFollowTheMajority() {
    TreeModel model = new TreeTrainer().train(regression(numbers("x", 1, 1, 1, 2), 0, 0, 0, 9));
    assertEquals(0, model.predict(model.newRow()));
    TreeModel mirrored = new TreeTrainer().train(regression(numbers("x", 1, 2, 2, 2), 9, 0, 0, 0));
    assertEquals(0, mirrored.predict(mirrored.newRow()));
  }

  /** Means: a 1, b 9, c 1, d 9. No order of letters parts them, the subset {a, c} does. */
  @Test
  void categoriesArePartedIntoSubsets() {
    Table table = Table.of(TextColumn.of("k", "a", "b", "c", "d", "a", "b", "c"));
    TreeModel model = new TreeTrainer().train(regression(table, 1, 9, 1, 9, 1, 9, 1));
    assertEquals(2, model.leafCount());
    TreeNode.Split split = (TreeNode.Split) model.nodes().getFirst();
    assertEquals(
        new Condition.Categories(new boolean[] {true, false, true, false}), split.condition());
    assertEquals(9, model.predict(model.newRow().set("k", "d")));
    assertEquals(1, model.predict(model.newRow().set("k", "never seen")), "four rows lead left");
  }

  /** Means: low 1, mid 9, high 1; no cut in this order parts mid from both others. */
  @Test
  void orderedCategoriesAreCutInTheirOrder() {
    Table table = Table.of(TextColumn.of("k", "low", "mid", "high", "high", "low"));
    List<String> order = List.of("low", "fair", "mid", "high");
    TrainingSet data = regression(table, 1, 9, 1, 1, 1).withOrdinal("k", order);
    TreeModel model = trainer("max_depth", 1).train(data);
    TreeNode.Split root = (TreeNode.Split) model.nodes().getFirst();
    assertEquals(
        new Condition.Categories(new boolean[] {true, false, false, false}), root.condition());
    assertEquals(3, new TreeTrainer().train(data).leafCount());
  }

  /** Missing has 9 as high does, and 1 as low does. */
  @Test
  void missingComesBeforeOrAfterOrderedCategories() {
    Table table = Table.of(TextColumn.of("k", "low", "mid", "high", null));
    List<String> order = List.of("low", "mid", "high");
    for (double missing : new double[] {1, 9}) {
      TrainingSet data = regression(table, 1, 1, 9, missing).withOrdinal("k", order);
      TreeModel model = new TreeTrainer().train(data);
      assertEquals(2, model.leafCount());
      assertEquals(missing, model.predict(model.newRow()));
    }
  }

  @Test
  void missingCategoriesCountAsOneMoreCategory() {
    Table table = Table.of(TextColumn.of("k", "a", null, "c", null, "a"));
    TreeModel model = new TreeTrainer().train(regression(table, 1, 9, 1, 9, 1));
    assertEquals(2, model.leafCount());
    assertEquals(9, model.predict(model.newRow()));
    assertEquals(9, model.predict(model.newRow().set("k", "never seen")));
  }

  /** With two classes the best of all subsets is found: fuzzed against trying all of them. */
  @Test
  void noSubsetOfCategoriesIsBetter() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      int[] codes = random.ints(30, 0, 5).toArray();
      double[] targets = random.ints(30, 0, 4).asDoubleStream().toArray();
      String[] texts = Arrays.stream(codes).mapToObj(c -> "k" + c).toArray(String[]::new);
      TreeModel model =
          trainer("max_depth", 1).train(regression(Table.of(TextColumn.of("k", texts)), targets));
      double best = Double.POSITIVE_INFINITY;
      for (int subset = 1; subset < 16; subset++) {
        int chosen = subset;
        best = Math.min(best, squares(codes, targets, chosen));
      }
      TreeNode.Split root = (TreeNode.Split) model.nodes().getFirst();
      double found = total(model, root.left()) + total(model, root.right());
      assertEquals(best, found, 1e-9);
    }
  }

  private static double total(TreeModel model, int node) {
    NodeSummary summary = model.nodes().get(node).summary();
    return summary.impurity() * summary.weight();
  }

  private static double squares(int[] codes, double[] targets, int subset) {
    double total = 0;
    for (int side = 0; side < 2; side++) {
      int wanted = side;
      double[] values =
          IntStream.range(0, codes.length)
              .filter(i -> (subset >> codes[i] & 1) == wanted)
              .mapToDouble(i -> targets[i])
              .toArray();
      double mean = Arrays.stream(values).average().orElse(0);
      total += Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    }
    return total;
  }

  @Test
  void rowsOfWeightZeroDoNotCount() {
    TrainingSet data = regression(numbers("x", 1, 2, 3), 0, 0, 100).withWeights(1, 1, 0);
    TreeModel model = new TreeTrainer().train(data);
    assertEquals(1, model.leafCount());
    assertEquals(2, model.nodes().getFirst().summary().samples());
    assertEquals(0, model.predict(model.newRow().set("x", 3)));
  }

  @Test
  void constantTargetGivesOneLeaf() {
    TreeModel model = new TreeTrainer().train(regression(numbers("x", 1, 2, 3), 0.1, 0.1, 0.1));
    assertEquals(1, model.leafCount());
    assertEquals(0, model.depth());
    assertEquals(0.1, model.predict(model.newRow()));
    assertEquals(0.0, model.importances().get("x"));
    assertEquals("0.1 (3 rows)\n", TreeRules.text(model));
    assertEquals("always: 0.1 (3 rows)", TreeRules.list(model).getFirst().toString());
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Table table =
        Table.of(
            NumericColumn.of("empty", Double.NaN, Double.NaN),
            NumericColumn.of("endless", 1, Double.NEGATIVE_INFINITY));
    TrainingSet data = regression(table, 1, 2);
    DataException thrown = assertThrows(DataException.class, () -> new TreeTrainer().train(data));
    assertEquals(2, thrown.count());
    assertTrue(thrown.getMessage().contains("empty: expected values"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("Maybe exclude it."), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("row 1: endless"), thrown.getMessage());
  }

  @Test
  void noRowsAndNoColumnsAreRefused() {
    TrainingSet nothing = regression(Table.of());
    DataException thrown =
        assertThrows(DataException.class, () -> new TreeTrainer().train(nothing));
    assertEquals(2, thrown.count());
  }

  @Test
  void interruptingEndsTheTraining() {
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> new TreeTrainer().train(NUMBERS));
    assertTrue(Thread.interrupted());
  }

  @Test
  void sameDataGiveTheSameTreeWithProvenance() {
    TreeTrainer trainer = trainer("max_depth", 4);
    TreeModel model = trainer.train(NUMBERS);
    assertEquals(model, trainer.train(NUMBERS));
    assertEquals("Limpid tree 0.1.0", model.provenance().trainer());
    assertEquals("4", model.provenance().parameters().get("max_depth"));
    assertEquals(300, model.provenance().rowCount());
    assertEquals(64, model.provenance().dataHash().length());
  }

  /** The order of columns decides only between equally good cuts; these numbers have none. */
  @Test
  void orderOfColumnsDoesNotMatter() {
    Table mirrored = X.select(List.of("x3", "x2", "x1", "x0"));
    TreeTrainer trainer = trainer("max_depth", 4, "min_samples_leaf", 5);
    Predictions here = trainer.train(NUMBERS).predict(X);
    Predictions there =
        trainer.train(TrainingSet.of(mirrored, new Target.Numbers("y", Y))).predict(mirrored);
    assertArrayEquals(here.values(), there.values());
  }

  /** The cuts only depend on the order of values, so that the leaves hold the same rows. */
  @Test
  void monotoneTransformsDoNotMatter() {
    Table changed =
        X.with(
            NumericColumn.of(
                "x0", Arrays.stream(U).mapToDouble(u -> Math.exp(9 * u[0])).toArray()));
    TreeTrainer trainer = trainer("min_samples_leaf", 3);
    assertArrayEquals(
        trainer.train(NUMBERS).predict(X).values(),
        trainer
            .train(TrainingSet.of(changed, new Target.Numbers("y", Y)))
            .predict(changed)
            .values());
  }

  /** Every training row falls into a leaf whose output is the mean of the rows that do. */
  @Test
  void leavesHoldTheMeanOfTheirRows() {
    Random random = new Random(3);
    double[] x = random.doubles(200).map(v -> v < 0.2 ? Double.NaN : Math.rint(v * 20)).toArray();
    String[] k =
        random.ints(200, 0, 6).mapToObj(c -> c == 0 ? null : "k" + c).toArray(String[]::new);
    double[] y = random.doubles(200).toArray();
    Table table = Table.of(NumericColumn.of("x", x), TextColumn.of("k", k));
    TreeModel model = trainer("min_samples_leaf", 4).train(regression(table, y));
    double[] sums = new double[model.nodes().size()];
    int[] counts = new int[sums.length];
    double[] predicted = model.predict(table).values();
    RowReader reader = new RowReader(model.features(), table);
    Row row = model.newRow();
    for (int i = 0; i < y.length; i++) {
      reader.read(i, row);
      sums[model.leaf(row)] += y[i];
      counts[model.leaf(row)]++;
      assertEquals(model.nodes().get(model.leaf(row)).summary().output(0), predicted[i]);
    }
    for (int node = 0; node < sums.length; node++) {
      NodeSummary summary = model.nodes().get(node).summary();
      boolean leaf = model.nodes().get(node) instanceof TreeNode.Leaf;
      assertEquals(leaf ? summary.samples() : 0, counts[node]);
      assertFalse(leaf && counts[node] < 4);
      assertEquals(
          leaf ? summary.output(0) : 0, counts[node] == 0 ? 0 : sums[node] / counts[node], 1e-12);
    }
  }

  private static Table numbers(String name, double... values) {
    return Table.of(NumericColumn.of(name, values));
  }

  private static TrainingSet regression(Table table, double... targets) {
    return TrainingSet.of(table, new Target.Numbers("y", targets));
  }
}
