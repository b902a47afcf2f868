package org.limpid.interpret.tree;

import java.util.Objects;
import org.limpid.interpret.model.Feature;

/** A node of a {@link TreeModel}. */
public sealed interface TreeNode {
  /** What the node knows of its training rows. */
  NodeSummary summary();

  /** A node that predicts the outputs of its summary. */
  record Leaf(NodeSummary summary) implements TreeNode {}

  /**
   * A node that sends rows to one of two others, by their positions in the tree: left where the
   * condition holds for the feature, missing values and unseen categories by default.
   */
  record Split(
      NodeSummary summary,
      int feature,
      Condition condition,
      boolean defaultLeft,
      int left,
      int right)
      implements TreeNode {
    public Split {
      Objects.requireNonNull(summary, "summary");
      Objects.requireNonNull(condition, "condition");
    }

    /** Position of the child that a value leads to, in the encoding of {@code Row}. */
    public int child(double encoded) {
      return isLeft(encoded) ? left : right;
    }

    private boolean isLeft(double encoded) {
      return switch (condition) {
        case Condition.Threshold threshold ->
            Double.isNaN(encoded) ? defaultLeft : threshold.isLeft(encoded);
        case Condition.Categories categories ->
            encoded >= 0 && encoded < categories.size() ? categories.isLeft(encoded) : defaultLeft;
      };
    }

    boolean fits(Feature asked) {
      return switch (condition) {
        case Condition.Threshold _ -> asked instanceof Feature.Numeric;
        case Condition.Categories categories ->
            asked instanceof Feature.Categorical known
                && known.categories().size() == categories.size();
      };
    }
  }
}
