package org.limpid.interpret.tree;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.List;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.parameter.ParameterValues;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.testing.GlassBoxData;

/** Trainers and training sets that tests of trees share. */
final class TreeSamples {
  static final double[][] U = GlassBoxData.uniform(300, 5);
  static final Table X = GlassBoxData.table(U, 4);
  static final double[] Y =
      Arrays.stream(U).mapToDouble(u -> 10 * u[0] + (u[1] > 0.5 ? 4 : 0) * u[2] + u[4]).toArray();
  static final double[] W = Arrays.stream(U).mapToDouble(u -> 1 + Math.floor(3 * u[3])).toArray();
  static final int[] C =
      Arrays.stream(Y).mapToInt(y -> (int) Math.clamp(Math.floor((y - 2) / 4), 0, 2)).toArray();
  static final TrainingSet NUMBERS = TrainingSet.of(X, new Target.Numbers("y", Y));
  static final TrainingSet CLASSES =
      TrainingSet.of(X, new Target.Classes("c", C, List.of("a", "b", "c")));

  private TreeSamples() {}

  static TreeTrainer trainer(Object... namesAndValues) {
    ParameterValues values = TreeTrainer.defaults();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values = values.with((String) namesAndValues[i], namesAndValues[i + 1].toString());
    }
    return new TreeTrainer(values);
  }

  static double threshold(TreeModel model, int node) {
    TreeNode.Split split = assertInstanceOf(TreeNode.Split.class, model.nodes().get(node));
    return ((Condition.Threshold) split.condition()).threshold();
  }

  static Table numbers(String name, double... values) {
    return Table.of(NumericColumn.of(name, values));
  }

  static TrainingSet regression(Table table, double... targets) {
    return TrainingSet.of(table, new Target.Numbers("y", targets));
  }
}
