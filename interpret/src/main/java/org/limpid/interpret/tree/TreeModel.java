package org.limpid.interpret.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainedModel;

/**
 * A decision tree for a number or for classes. Immutable.
 *
 * <p>A row begins at node 0 and follows the splits to a leaf, whose mean or class shares it gets. A
 * missing value or a category that training did not see takes the default direction of the split,
 * which training chose: see {@link TreeTrainer}.
 */
public final class TreeModel extends TrainedModel {
  private final TreeNode[] nodes;

  /**
   * Assembles a tree from nodes in depth-first order: the root, then everything left of it, then
   * everything right of it. Throws an {@code IllegalArgumentException} if they are not in this
   * order, or a condition does not fit its feature, or a node has too many or few outputs.
   */
  public TreeModel(Task task, List<Feature> features, List<TreeNode> nodes, Provenance provenance) {
    super(task, features, provenance);
    this.nodes = nodes.toArray(TreeNode[]::new);
    checkOrder();
    for (TreeNode node : nodes) {
      check(node);
    }
  }

  /** Walks the tree with the positions that are still to come, as a printer would. */
  private void checkOrder() {
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    for (int position = 0; position < nodes.length; position++) {
      if (open.isEmpty() || open.pop() != position) {
        throw new IllegalArgumentException("node %d is not in its place".formatted(position));
      }
      if (nodes[position] instanceof TreeNode.Split split) {
        open.push(split.right());
        open.push(split.left());
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("node %d is missing".formatted(open.peek()));
    }
  }

  private void check(TreeNode node) {
    if (node.summary().outputCount() != task().outputCount()) {
      throw new IllegalArgumentException(
          "expected %d outputs: %s".formatted(task().outputCount(), node));
    }
    if (node instanceof TreeNode.Split split
        && !split.fits(features().get(Objects.checkIndex(split.feature(), features().size())))) {
      throw new IllegalArgumentException("the condition does not fit its feature: " + node);
    }
  }

  public List<TreeNode> nodes() {
    return List.of(nodes);
  }

  public int leafCount() {
    return (nodes.length + 1) / 2;
  }

  /** How many splits the longest way from the root to a leaf has. */
  public int depth() {
    int[] depths = new int[nodes.length];
    for (int position = 0; position < nodes.length; position++) {
      if (nodes[position] instanceof TreeNode.Split split) {
        depths[split.left()] = depths[position] + 1;
        depths[split.right()] = depths[position] + 1;
      }
    }
    return Arrays.stream(depths).max().orElse(0);
  }

  public int leaf(Row row) {
    int position = 0;
    while (nodes[position] instanceof TreeNode.Split split) {
      position = split.child(row.encoded(split.feature()));
    }
    return position;
  }

  @Override
  public void predict(Row row, double[] outputs) {
    NodeSummary summary = nodes[leaf(row)].summary();
    for (int k = 0; k < outputs.length; k++) {
      outputs[k] = summary.output(k);
    }
  }

  /**
   * Global importance of each feature: by how much its splits lower the weighted impurity, as a
   * share of what all splits do. Sums to 1; all 0 for a tree without splits. (Breiman et al.,
   * "Classification and regression trees", 1984: the Gini importance.)
   */
  public Map<String, Double> importances() {
    double[] decreases = new double[features().size()];
    for (TreeNode node : nodes) {
      if (node instanceof TreeNode.Split split) {
        decreases[split.feature()] +=
            total(split) - total(nodes[split.left()]) - total(nodes[split.right()]);
      }
    }
    double sum = Arrays.stream(decreases).sum();
    Map<String, Double> importances = new LinkedHashMap<>();
    for (int i = 0; i < decreases.length; i++) {
      importances.put(features().get(i).name(), sum > 0 ? decreases[i] / sum : 0.0);
    }
    return importances;
  }

  private static double total(TreeNode node) {
    return node.summary().weight() * node.summary().impurity();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeModel that
        && isOfSameOrigin(that)
        && Arrays.equals(nodes, that.nodes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(nodes);
  }
}
