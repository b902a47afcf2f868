package org.limpid.interpret.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.interpret.tree.TreeSamples.numbers;
import static org.limpid.interpret.tree.TreeSamples.regression;
import static org.limpid.interpret.tree.TreeSamples.threshold;
import static org.limpid.interpret.tree.TreeSamples.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Where trees cut: thresholds, missing values and subsets of categories. */
final class TreeConditionsTest {
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
}
