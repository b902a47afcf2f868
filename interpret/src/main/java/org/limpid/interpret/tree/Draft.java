package org.limpid.interpret.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.interpret.tree.SplitFinder.Cut;

/** A node of a tree that still grows or is being pruned. */
final class Draft {
  final NodeSummary summary;
  final Draft parent;
  final int depth;
  Cut cut;
  Draft left;
  Draft right;

  Draft(NodeSummary summary, Draft parent) {
    this.summary = summary;
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  boolean isLeaf() {
    return cut == null;
  }

  void becomeLeaf() {
    cut = null;
    left = null;
    right = null;
  }

  /** This node and all below it, depth first. */
  List<Draft> preOrder() {
    List<Draft> nodes = new ArrayList<>();
    Deque<Draft> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      Draft node = open.pop();
      nodes.add(node);
      if (!node.isLeaf()) {
        open.push(node.right);
        open.push(node.left);
      }
    }
    return nodes;
  }

  List<TreeNode> finish() {
    List<Draft> drafts = preOrder();
    Map<Draft, Integer> positions = new IdentityHashMap<>();
    drafts.forEach(draft -> positions.put(draft, positions.size()));
    return drafts.stream().map(draft -> draft.node(positions)).toList();
  }

  private TreeNode node(Map<Draft, Integer> positions) {
    return isLeaf()
        ? new TreeNode.Leaf(summary)
        : new TreeNode.Split(
            summary,
            cut.feature(),
            cut.condition(),
            cut.defaultLeft(),
            positions.get(left),
            positions.get(right));
  }
}
