package org.limpid.interpret.onnx;

import java.util.Arrays;
import org.limpid.interpret.tree.Condition;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;

/** A decision tree: which node a row ends in, then what the node predicts. */
final class OnnxTree {
  private final OnnxGraph graph;
  private final OnnxFeatures features;
  private final TreeModel model;

  OnnxTree(OnnxGraph graph, OnnxFeatures features, TreeModel model) {
    this.graph = graph;
    this.features = features;
    this.model = model;
  }

  /** The outputs, rows x outputs. */
  String outputs() {
    int count = model.task().outputCount();
    double[] outputs =
        model.nodes().stream()
            .flatMapToDouble(node -> Arrays.stream(node.summary().outputs()))
            .toArray();
    return features.rows(graph.constant(Tensors.numbers(count, outputs)), leaf());
  }

  /** Children stand behind their parents, so that the last node comes first. */
  private String leaf() {
    String[] leaves = new String[model.nodes().size()];
    for (int position = leaves.length - 1; position >= 0; position--) {
      leaves[position] =
          model.nodes().get(position) instanceof TreeNode.Split split
              ? graph.apply("Where", isLeft(split), leaves[split.left()], leaves[split.right()])
              : graph.constant(Tensors.wholeNumbers(position));
    }
    return features.forEveryRow(leaves[0]);
  }

  private String isLeft(TreeNode.Split split) {
    return switch (split.condition()) {
      case Condition.Threshold(var threshold) -> isBelow(split, threshold);
      case Condition.Categories(var left) -> isAmong(split, left);
    };
  }

  /** No comparison holds for {@code NaN}. */
  private String isBelow(TreeNode.Split split, double threshold) {
    String number = features.given(split.feature());
    String limit = graph.constant(Tensors.numbers(1, threshold));
    return split.defaultLeft()
        ? graph.apply("Not", graph.apply("Greater", number, limit))
        : graph.apply("LessOrEqual", number, limit);
  }

  private String isAmong(TreeNode.Split split, boolean[] left) {
    boolean[] byBin = new boolean[left.length + 2];
    Arrays.fill(byBin, split.defaultLeft());
    System.arraycopy(left, 0, byBin, 1, left.length);
    return graph.apply(
        "Gather", graph.constant(Tensors.truths(byBin)), features.categoryBin(split.feature()));
  }
}
