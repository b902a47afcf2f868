package org.limpid.plots.tree;

import org.limpid.interpret.tree.TreeModel;
import org.limpid.plots.explain.ModelWords;
import org.limpid.plots.figure.FileName;

/** What is said of trees. */
final class TreeWords {
  private static final String SHARE_SCORE = "share_score_class";

  private TreeWords() {}

  /** Name of the file of a figure: that of the kind for the tree of share scores. */
  static String file(String kind, String model) {
    return FileName.part(model).equals("share-score-tree") ? kind : FileName.of(kind, model);
  }

  static String target(TreeModel tree) {
    return ModelWords.target(tree);
  }

  static String className(TreeModel tree, String name) {
    if (tree.provenance().target().equals(SHARE_SCORE)) {
      return switch (name) {
        case "0" -> "0, light";
        case "1" -> "1, medium";
        case "2" -> "2, heavy";
        default -> name;
      };
    }
    return name;
  }

  /** How large a tree is, and how much of it is shown. */
  static String caption(TreeModel tree, ShownTree shown) {
    String size =
        "The tree for the %s asks at most %d questions and has %d leaves."
            .formatted(target(tree), tree.depth(), tree.leafCount());
    return shown.ends() == tree.leafCount()
        ? size
        : size + " The splits of most rows are shown, down to %d ends.".formatted(shown.ends());
  }
}
