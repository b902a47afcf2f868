package org.limpid.interpret.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.interpret.tree.TreeSamples.NUMBERS;
import static org.limpid.interpret.tree.TreeSamples.U;
import static org.limpid.interpret.tree.TreeSamples.X;
import static org.limpid.interpret.tree.TreeSamples.Y;
import static org.limpid.interpret.tree.TreeSamples.numbers;
import static org.limpid.interpret.tree.TreeSamples.regression;
import static org.limpid.interpret.tree.TreeSamples.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** What holds for every tree, and what cannot be learnt from. */
final class TreeTrainerTest {
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
}
