package org.limpid.plots.tree;

import java.util.ArrayList;
import java.util.List;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.text.ValueLabels;
import org.limpid.interpret.tree.Condition;
import org.limpid.interpret.tree.NodeSummary;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;
import org.limpid.interpret.tree.TreeRules;
import org.limpid.plots.explain.FeatureWords;
import org.limpid.results.table.Numbers;

/** What is written into the boxes of a tree. */
final class NodeText {
  private static final int LONGEST_LIST = 12;

  private final TreeModel tree;
  private final List<ValueLabels> labels;
  private final FeatureWords words;

  NodeText(TreeModel tree) {
    this.tree = tree;
    words = FeatureWords.of(tree);
    labels = TreeRules.thresholdLabels(tree);
  }

  /** What a split asks: {@code GPU utilisation ≤ 60.6}. */
  String question(TreeNode.Split split) {
    Feature feature = tree.features().get(split.feature());
    String name = words.name(feature.name());
    return switch (split.condition()) {
      case Condition.Threshold threshold ->
          threshold.threshold() == Condition.Threshold.ANY_VALUE
              ? name + " known"
              : "%s ≤ %s".formatted(name, number(split, threshold));
      case Condition.Categories categories ->
          feature instanceof Feature.Categorical known
              ? "%s in %s".formatted(name, chosen(known, categories))
              : name;
    };
  }

  private String number(TreeNode.Split split, Condition.Threshold threshold) {
    return Numbers.of(threshold.threshold(), labels.get(split.feature()));
  }

  private static String chosen(Feature.Categorical feature, Condition.Categories categories) {
    boolean[] left = categories.left();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < left.length; i++) {
      if (left[i]) {
        names.add(feature.categories().get(i));
      }
    }
    String list = String.join(", ", names);
    return list.length() <= LONGEST_LIST ? list : "%d of %d".formatted(names.size(), left.length);
  }

  /** What a node predicts: {@code class 2: 95 %}, or a mean. */
  String prediction(NodeSummary summary) {
    return switch (tree.task()) {
      case Task.Regression _ -> Numbers.short3(summary.output(0));
      case Task.Classification classes -> {
        int best = mostProbable(summary);
        String name = TreeWords.className(tree, classes.classes().get(best));
        yield "%s: %s".formatted(name, Numbers.percent(summary.output(best)));
      }
    };
  }

  /** How many rows of the training reached a node. */
  static String rows(NodeSummary summary) {
    return summary.samples() == 1 ? "1 row" : Numbers.whole(summary.samples()) + " rows";
  }

  /** The most probable class; the first of several. */
  static int mostProbable(NodeSummary summary) {
    int best = 0;
    for (int k = 1; k < summary.outputCount(); k++) {
      best = summary.output(k) > summary.output(best) ? k : best;
    }
    return best;
  }
}
