package org.limpid.interpret.tree;

import java.util.List;
import java.util.stream.IntStream;
import org.limpid.interpret.text.ValueLabels;

/** How the thresholds of a tree are written. */
public final class Thresholds {
  private Thresholds() {}

  /** For each feature of the tree, labels that tell its thresholds apart. */
  public static List<ValueLabels> labels(TreeModel model) {
    List<TreeNode.Split> splits =
        model.nodes().stream()
            .filter(TreeNode.Split.class::isInstance)
            .map(TreeNode.Split.class::cast)
            .toList();
    return IntStream.range(0, model.features().size())
        .mapToObj(feature ->
            ValueLabels.of(model.features().get(feature).name(), thresholds(splits, feature)))
        .toList();
  }

  private static double[] thresholds(List<TreeNode.Split> splits, int feature) {
    return splits.stream()
        .filter(split -> split.feature() == feature)
        .map(TreeNode.Split::condition)
        .filter(Condition.Threshold.class::isInstance)
        .mapToDouble(condition -> ((Condition.Threshold) condition).threshold())
        .filter(threshold -> threshold < Condition.Threshold.ANY_VALUE)
        .toArray();
  }
}
