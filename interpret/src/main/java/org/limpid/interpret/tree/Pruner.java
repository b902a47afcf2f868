package org.limpid.interpret.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.limpid.interpret.tree.TreeTrainer.PruningStep;

/**
 * Minimal cost-complexity pruning: turns the branch that lowers the impurity least per leaf, its
 * weakest link, into a leaf, again and again. With R the impurity weighted by the share of the
 * training weight, the effective alpha of a branch at node t is (R(t) - sum of R over its leaves) /
 * (leaves - 1). Of several with the same alpha the one nearest to the root goes first. Source:
 * Breiman et al., "Classification and regression trees", 1984, chapter 3.
 */
final class Pruner {
  private final Draft root;
  private final double totalWeight;
  private final Map<Draft, Branch> branches = new IdentityHashMap<>();
  private final TreeSet<Branch> weakestFirst =
      new TreeSet<>(
          Comparator.comparingDouble((Branch branch) -> branch.alpha)
              .thenComparingInt(branch -> branch.position));

  private static final class Branch {
    private final Draft node;
    private final int position;
    private double impurity;
    private int leafCount = 1;
    private double alpha;

    private Branch(Draft node, int position, double impurity) {
      this.node = node;
      this.position = position;
      this.impurity = impurity;
    }
  }

  Pruner(Draft root) {
    this.root = root;
    totalWeight = root.summary.weight();
    List<Draft> nodes = root.preOrder();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Draft node = nodes.get(i);
      Branch branch = new Branch(node, i, impurity(node));
      branches.put(node, branch);
      if (!node.isLeaf()) {
        refresh(branch);
      }
    }
  }

  private double impurity(Draft node) {
    return node.summary.impurity() * node.summary.weight() / totalWeight;
  }

  /** Takes a branch's figures from its children; must not be in the set with older ones. */
  private void refresh(Branch branch) {
    Branch left = branches.get(branch.node.left);
    Branch right = branches.get(branch.node.right);
    branch.impurity = left.impurity + right.impurity;
    branch.leafCount = left.leafCount + right.leafCount;
    branch.alpha = (impurity(branch.node) - branch.impurity) / (branch.leafCount - 1);
    weakestFirst.add(branch);
  }

  /**
   * Prunes while the effective alpha of the weakest link is at most {@code alpha}; nothing when
   * {@code alpha} is 0. The first step is the tree before any pruning.
   */
  List<PruningStep> prune(double alpha) {
    List<PruningStep> steps = new ArrayList<>();
    steps.add(step(0));
    while (alpha > 0 && !weakestFirst.isEmpty() && weakestFirst.first().alpha <= alpha) {
      Branch weakest = weakestFirst.first();
      double effective = weakest.alpha;
      makeLeaf(weakest);
      steps.add(step(effective));
    }
    return steps;
  }

  private PruningStep step(double alpha) {
    Branch whole = branches.get(root);
    return new PruningStep(alpha, whole.impurity, whole.leafCount);
  }

  private void makeLeaf(Branch branch) {
    branch.node.preOrder().forEach(node -> weakestFirst.remove(branches.get(node)));
    branch.node.becomeLeaf();
    branch.impurity = impurity(branch.node);
    branch.leafCount = 1;
    for (Draft above = branch.node.parent; above != null; above = above.parent) {
      Branch changed = branches.get(above);
      weakestFirst.remove(changed);
      refresh(changed);
    }
  }
}
