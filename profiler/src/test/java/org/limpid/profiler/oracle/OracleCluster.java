package org.limpid.profiler.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The nodes of one virtual cluster, or of the profiler, and who is on their GPUs. */
final class OracleCluster {
  /** Number of the node that wanders between lender and profiler. */
  static final int WANDERING_NUMBER = 9999;

  /**
   * Largest job that pays the small preemption overhead and may share. The reference knows nodes of
   * 8 GPUs only; here it stays 8 whatever the nodes have, because the reference compares the GPU
   * count with 8 and not with the size of a node. Placement, in contrast, goes by the node.
   */
  static final int SMALL_JOB_GPUS = 8;

  /** A node; its place in the list of nodes never changes while it is there. */
  static final class Node {
    int number;
    final int[] jobsOnGpu;

    Node(int number, int gpus) {
      this.number = number;
      jobsOnGpu = new int[gpus];
    }

    int freeCount() {
      int free = 0;
      for (int jobs : jobsOnGpu) {
        free += jobs == 0 ? 1 : 0;
      }
      return free;
    }

    boolean isIdle() {
      return freeCount() == jobsOnGpu.length;
    }

    /** Takes the free GPUs with the lowest numbers. */
    Share lowestFree(int count) {
      List<Integer> gpus = new ArrayList<>();
      for (int gpu = 0; gpu < jobsOnGpu.length && gpus.size() < count; gpu++) {
        if (jobsOnGpu[gpu] == 0) {
          gpus.add(gpu);
        }
      }
      return new Share(this, gpus);
    }
  }

  /** Some GPUs of one node. */
  record Share(Node node, List<Integer> gpus) {
    @Override
    public String toString() {
      return "{" + node.number + ": " + gpus + "}";
    }
  }

  final List<Node> nodes = new ArrayList<>();
  private final int gpusPerNode;
  private final OraclePlacer placer;

  OracleCluster(int nodeCount, int gpusPerNode, OraclePlacer placer) {
    this.gpusPerNode = gpusPerNode;
    this.placer = placer;
    for (int number = 0; number < nodeCount; number++) {
      nodes.add(new Node(number, gpusPerNode));
    }
  }

  int gpuCount() {
    return nodes.size() * gpusPerNode;
  }

  int freeCount() {
    int free = 0;
    for (Node node : nodes) {
      free += node.freeCount();
    }
    return free;
  }

  /** Puts the job on free GPUs; false, and nothing changed, when that is impossible. */
  boolean place(OracleJob job) {
    if (freeCount() < job.gpuCount) {
      return false;
    }
    List<Share> shares =
        switch (placer) {
          case CONSOLIDATE -> consolidate(job.gpuCount);
          case RANDOM -> firstFit(job.gpuCount);
          case CONSOLIDATE_FIRST -> {
            List<Share> packed = consolidate(job.gpuCount);
            yield packed == null ? firstFit(job.gpuCount) : packed;
          }
        };
    if (shares == null) {
      return false;
    }
    occupy(job, shares);
    return true;
  }

  /** Puts the job on exactly these GPUs, whoever is there. */
  void occupy(OracleJob job, List<Share> shares) {
    job.shares = shares;
    shares.forEach(share -> share.gpus.forEach(gpu -> share.node.jobsOnGpu[gpu]++));
  }

  /** Puts the share of this node, if the job has one, behind its other shares. */
  static void moveToEnd(OracleJob job, Node node) {
    List<Share> reordered = new ArrayList<>(job.shares);
    reordered.sort(Comparator.comparing(share -> share.node == node));
    job.shares = reordered;
  }

  /** Takes the job off its GPUs and writes down where it was. */
  void release(OracleJob job) {
    job.shares.forEach(share -> share.gpus.forEach(gpu -> share.node.jobsOnGpu[gpu]--));
    job.nodes =
        job.shares.stream().map(Share::toString).collect(Collectors.joining(", ", "[", "]"));
    job.shares = List.of();
  }

  private List<Share> firstFit(int gpuCount) {
    List<Share> shares = new ArrayList<>();
    int missing = gpuCount;
    for (Node node : nodes) {
      int taken = Math.min(missing, node.freeCount());
      if (taken > 0) {
        shares.add(node.lowestFree(taken));
        missing -= taken;
      }
    }
    return shares;
  }

  /** GPUs as the reference's default placer chooses them; null when it finds none. */
  private List<Share> consolidate(int gpuCount) {
    if (gpuCount <= gpusPerNode) {
      return bestFit(gpuCount);
    }
    return gpuCount % gpusPerNode == 0
        ? idleNodes(gpuCount / gpusPerNode)
        : idleNodesAndRemainder(gpuCount / gpusPerNode, gpuCount % gpusPerNode);
  }

  private List<Share> bestFit(int gpuCount) {
    Node best = null;
    for (Node node : nodes) {
      if (node.freeCount() >= gpuCount && (best == null || node.freeCount() < best.freeCount())) {
        best = node;
      }
    }
    return best == null ? null : List.of(best.lowestFree(gpuCount));
  }

  private List<Share> idleNodes(int count) {
    List<Share> shares =
        nodes.stream()
            .filter(Node::isIdle)
            .limit(count)
            .map(node -> node.lowestFree(gpusPerNode))
            .toList();
    return shares.size() < count ? null : shares;
  }

  private List<Share> idleNodesAndRemainder(int idle, int remainder) {
    List<Node> emptiestFirst = new ArrayList<>(nodes);
    emptiestFirst.sort(Comparator.comparingInt(Node::freeCount).reversed());
    List<Share> shares = new ArrayList<>();
    for (Node node : emptiestFirst.subList(0, idle)) {
      if (!node.isIdle()) {
        return null;
      }
      shares.add(node.lowestFree(gpusPerNode));
    }
    Node next = emptiestFirst.get(idle);
    if (next.freeCount() < remainder) {
      return null;
    }
    shares.add(next.lowestFree(remainder));
    return shares;
  }
}
