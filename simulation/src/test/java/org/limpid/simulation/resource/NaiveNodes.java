package org.limpid.simulation.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What {@link Nodes} should answer, by counting the jobs on every GPU each time. */
final class NaiveNodes {
  private final int gpusPerNode;
  private final List<Node> nodes = new ArrayList<>();

  static final class Node {
    private final int[] jobsOnGpu;
    private int jobs;
    private int number;
    private boolean here = true;
    private boolean hidden;

    private Node(int number, int gpus) {
      this.number = number;
      jobsOnGpu = new int[gpus];
    }

    boolean isIdle() {
      return here && jobs == 0;
    }

    boolean isHere() {
      return here;
    }

    boolean isHidden() {
      return hidden;
    }

    /** GPUs that hold exactly so many jobs. */
    long gpusWith(int count) {
      long mask = 0;
      for (int gpu = 0; gpu < jobsOnGpu.length; gpu++) {
        mask |= jobsOnGpu[gpu] == count ? 1L << gpu : 0;
      }
      return mask;
    }

    private int free() {
      return Long.bitCount(gpusWith(0));
    }

    private boolean isSeen() {
      return here && !hidden;
    }
  }

  NaiveNodes(int count, int gpusPerNode) {
    this.gpusPerNode = gpusPerNode;
    for (int number = 0; number < count; number++) {
      add(number);
    }
  }

  int size() {
    return nodes.size();
  }

  Node node(int position) {
    return nodes.get(position);
  }

  void add(int number) {
    nodes.add(new Node(number, gpusPerNode));
  }

  void remove(int position) {
    node(position).here = false;
    node(position).number = -1;
  }

  void hide(int position, boolean hidden) {
    node(position).hidden = hidden;
  }

  void swapNumbers(int first, int second) {
    int number = node(first).number;
    node(first).number = node(second).number;
    node(second).number = number;
  }

  /** Adds or takes away one job. */
  void change(Allocation allocation, int change) {
    for (int i = 0; i < allocation.nodeCount(); i++) {
      Node node = node(allocation.node(i));
      node.jobs += change;
      for (int gpu = 0; gpu < gpusPerNode; gpu++) {
        node.jobsOnGpu[gpu] += (allocation.gpuMask(i) >>> gpu & 1) == 1 ? change : 0;
      }
    }
  }

  void assertSameAs(Nodes actual) {
    assertEquals(count(Node::isHere), actual.nodeCount());
    assertEquals(count(Node::isHere) * gpusPerNode, actual.gpuCount());
    assertEquals(nodes.stream().filter(Node::isSeen).mapToInt(Node::free).sum(), actual.freeGpus());
    assertEquals(count(node -> node.jobs == 1), actual.nodesWithOneJob());
    assertEquals(count(node -> node.jobs > 1), actual.nodesWithMoreJobs());
    assertEquals(nodes.size(), actual.positionBound());
    for (int position = 0; position < nodes.size(); position++) {
      assertEquals(node(position).number, actual.number(position));
      assertEquals(node(position).gpusWith(0), actual.freeMask(position));
      assertEquals(node(position).free(), actual.freeGpus(position));
    }
    for (int free = 0; free <= gpusPerNode; free++) {
      assertPositions(free, actual);
    }
    assertEquals(idleWithHighestNumber(), actual.idleNodeWithHighestNumber());
  }

  private void assertPositions(int free, Nodes actual) {
    int position = actual.nextWithFree(free, 0);
    int found = 0;
    for (int expected = 0; expected < nodes.size(); expected++) {
      if (node(expected).isSeen() && node(expected).free() == free) {
        assertEquals(expected, position);
        position = actual.nextWithFree(free, position + 1);
        found++;
      }
    }
    assertEquals(-1, position);
    assertEquals(found, actual.countWithFree(free));
  }

  private int idleWithHighestNumber() {
    int best = -1;
    for (int position = 0; position < nodes.size(); position++) {
      Node node = node(position);
      boolean isCandidate = node.isSeen() && node.isIdle();
      if (isCandidate && (best < 0 || node.number > node(best).number)) {
        best = position;
      }
    }
    return best;
  }

  private int count(Predicate<Node> condition) {
    return (int) nodes.stream().filter(condition).count();
  }
}
