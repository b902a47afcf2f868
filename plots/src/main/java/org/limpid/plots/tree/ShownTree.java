package org.limpid.plots.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;

/**
 * As much of a tree as fits on a page: all of it, or the splits of most rows.
 *
 * @param nodes depth first
 * @param depth how many splits the longest shown way has
 * @param ends how many shown nodes have no shown children
 */
record ShownTree(List<Node> nodes, int depth, int ends) {
  /**
   * A node to be drawn.
   *
   * @param position in the tree
   * @param place from left to right: the ends stand at 0, 1, ...; others above the middle of what
   *     is below them
   * @param parent its number in the list; -1 for the root
   * @param opened whether its children are shown
   * @param hiddenLeaves how many leaves are below it that are not shown
   */
  record Node(
      int position, int depth, double place, int parent, boolean opened, int hiddenLeaves) {}

  /** The part of a tree with at most so many ends, at least 1. */
  static ShownTree of(TreeModel tree, int mostEnds) {
    List<TreeNode> all = tree.nodes();
    boolean[] opened = opened(all, mostEnds);
    List<Draft> drafts = drafts(all, opened);
    int ends = (int) drafts.stream().filter(draft -> !opened[draft.position]).count();
    int depth = drafts.stream().mapToInt(draft -> draft.depth).max().orElse(0);
    place(drafts, opened);
    return new ShownTree(
        drafts.stream().map(draft -> draft.node(opened, leaves(all, draft.position))).toList(),
        depth,
        ends);
  }

  /** Which splits are shown: from the root on those of most rows, until there are enough ends. */
  private static boolean[] opened(List<TreeNode> all, int mostEnds) {
    boolean[] opened = new boolean[all.size()];
    Comparator<Integer> byRows =
        Comparator.comparingDouble(position -> -all.get(position).summary().weight());
    PriorityQueue<Integer> next =
        new PriorityQueue<>(byRows.thenComparing(Comparator.naturalOrder()));
    next.add(0);
    int ends = 1;
    while (!next.isEmpty() && ends < mostEnds) {
      int position = next.remove();
      if (all.get(position) instanceof TreeNode.Split split) {
        opened[position] = true;
        next.add(split.left());
        next.add(split.right());
        ends++;
      }
    }
    return opened;
  }

  private static final class Draft {
    private final int position;
    private final int depth;
    private final int parent;
    private double place;

    private Draft(int position, int depth, int parent) {
      this.position = position;
      this.depth = depth;
      this.parent = parent;
    }

    private Node node(boolean[] opened, int leaves) {
      boolean isOpened = opened[position];
      return new Node(
          position, depth, place, parent, isOpened, isOpened || leaves == 1 ? 0 : leaves);
    }
  }

  private static List<Draft> drafts(List<TreeNode> all, boolean[] opened) {
    List<Draft> drafts = new ArrayList<>();
    Deque<Draft> open = new ArrayDeque<>(List.of(new Draft(0, 0, -1)));
    while (!open.isEmpty()) {
      Draft draft = open.pop();
      int number = drafts.size();
      drafts.add(draft);
      if (opened[draft.position] && all.get(draft.position) instanceof TreeNode.Split split) {
        open.push(new Draft(split.right(), draft.depth + 1, number));
        open.push(new Draft(split.left(), draft.depth + 1, number));
      }
    }
    return drafts;
  }

  private static void place(List<Draft> drafts, boolean[] opened) {
    double[] sums = new double[drafts.size()];
    int next = (int) drafts.stream().filter(draft -> !opened[draft.position]).count();
    for (int i = drafts.size() - 1; i >= 0; i--) {
      Draft draft = drafts.get(i);
      draft.place = opened[draft.position] ? sums[i] / 2 : --next;
      if (draft.parent >= 0) {
        sums[draft.parent] += draft.place;
      }
    }
  }

  /** How many leaves are below a node, itself included. */
  private static int leaves(List<TreeNode> all, int position) {
    Deque<Integer> open = new ArrayDeque<>(List.of(position));
    int leaves = 0;
    while (!open.isEmpty()) {
      if (all.get(open.pop()) instanceof TreeNode.Split split) {
        open.push(split.left());
        open.push(split.right());
      } else {
        leaves++;
      }
    }
    return leaves;
  }
}
