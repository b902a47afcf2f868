package org.limpid.interpret.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.tree.Condition;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;

/** A decision tree: the number of the leaf that a row falls into, and what stands there. */
record SqlTree(TreeModel model) {
  /** The number of the leaf. */
  String leaf() {
    return node(0);
  }

  private String node(int position) {
    return model.nodes().get(position) instanceof TreeNode.Split split
        ? SqlCase.of(isLeft(split), node(split.left()), node(split.right()))
        : Integer.toString(position);
  }

  private String isLeft(TreeNode.Split split) {
    String column = SqlText.name(model.features().get(split.feature()).name());
    String known =
        switch (split.condition()) {
          case Condition.Threshold threshold ->
              column + " <= " + SqlText.number(threshold.threshold());
          case Condition.Categories categories -> isOneOf(column, split, categories);
        };
    return split.defaultLeft() ? known + " OR " + column + " IS NULL" : known;
  }

  /** Where unseen categories go left, it is the categories of the right side that are listed. */
  private String isOneOf(String column, TreeNode.Split split, Condition.Categories categories) {
    List<String> all = ((Feature.Categorical) model.features().get(split.feature())).categories();
    List<String> listed = new ArrayList<>();
    for (int code = 0; code < all.size(); code++) {
      if (categories.isLeft(code) != split.defaultLeft()) {
        listed.add(all.get(code));
      }
    }
    if (listed.isEmpty()) {
      return split.defaultLeft() ? column + " IS NOT NULL" : "1 = 0";
    }
    String one = SqlText.isOneOf(column, listed);
    return split.defaultLeft() ? "NOT " + one : one;
  }

  /** What stands in the leaf of a column, by leaf. */
  String ofLeaf(String column, IntFunction<String> value) {
    StringBuilder text = new StringBuilder("CASE " + column + "\n");
    IntStream.range(0, model.nodes().size())
        .filter(position -> model.nodes().get(position) instanceof TreeNode.Leaf)
        .forEach(position ->
            text.append("  WHEN %d THEN %s\n".formatted(position, value.apply(position))));
    return text.append("END").toString();
  }
}
