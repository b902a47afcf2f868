package org.limpid.simulation.resource;

import java.util.Arrays;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;

/**
 * The nodes of a partition: which GPUs are free, held once, or shared by two jobs.
 *
 * <p>A node is addressed by its position, which is also its place in the node order. It carries a
 * number, which results show; the two differ only after a node was lent. Positions are never
 * reused. Occupancy is kept per GPU, so jobs of different sizes may share a node and a GPU.
 *
 * <p>A saved state tells of nodes, not of jobs: whoever restores it puts them on their GPUs again.
 *
 * <p>Nodes are indexed by their number of free GPUs; best fit is found without a scan. Mutable, for
 * one thread.
 */
public final class Nodes implements Resumable {
  /** Jobs that may be on one GPU at a time. */
  public static final int MOST_JOBS_PER_GPU = 2;

  /** Nodes of so many GPUs have 255 sets of GPUs at most, so that each can be kept. */
  private static final int MOST_GPUS_KEPT = 8;

  private final int gpusPerNode;
  private final long allGpus;
  private final NodeSet[] byFreeGpus;
  private final NodeSet hidden = new NodeSet();
  private long[] held;
  private long[] shared;
  private int[] numbers;
  private int[] jobCounts;
  private Allocation[][] onOneNode = new Allocation[0][];
  private int positions;
  private int nodeCount;
  private int freeGpus;
  private int nodesWithOneJob;
  private int nodesWithMoreJobs;
  private long releases;

  /**
   * @param nodeCount nodes, numbered from 0
   * @param gpusPerNode 1..64
   */
  public Nodes(int nodeCount, int gpusPerNode) {
    this.gpusPerNode = gpusPerNode;
    allGpus = gpusPerNode == Long.SIZE ? -1L : (1L << gpusPerNode) - 1;
    byFreeGpus = new NodeSet[gpusPerNode + 1];
    Arrays.setAll(byFreeGpus, free -> new NodeSet());
    held = new long[nodeCount];
    shared = new long[nodeCount];
    numbers = new int[nodeCount];
    jobCounts = new int[nodeCount];
    for (int number = 0; number < nodeCount; number++) {
      add(number);
    }
  }

  /** GPUs of one node. */
  public int gpusPerNode() {
    return gpusPerNode;
  }

  /** All GPUs of one node as a mask. */
  public long gpuMask() {
    return allGpus;
  }

  /** Nodes that are here, i.e. not lent. */
  public int nodeCount() {
    return nodeCount;
  }

  /** GPUs that are here. */
  public int gpuCount() {
    return nodeCount * gpusPerNode;
  }

  /** GPUs without any job, those of hidden nodes left out. */
  public int freeGpus() {
    return freeGpus;
  }

  /** Upper bound (exclusive) of positions ever used. */
  public int positionBound() {
    return positions;
  }

  /** Nodes on which exactly one job runs. */
  public int nodesWithOneJob() {
    return nodesWithOneJob;
  }

  /** Nodes on which more than one job runs. */
  public int nodesWithMoreJobs() {
    return nodesWithMoreJobs;
  }

  /** Counts how often GPUs became available; while it stands still, nothing was freed. */
  public long releases() {
    return releases;
  }

  /** Number of the node at {@code position}. */
  public int number(int position) {
    return numbers[position];
  }

  /** Free GPUs of the node at {@code position} as a mask. */
  public long freeMask(int position) {
    return allGpus & ~held[position];
  }

  /** GPUs of the node at {@code position} on which there is exactly one job, as a mask. */
  public long heldOnceMask(int position) {
    return held[position] & ~shared[position];
  }

  /** Number of free GPUs of the node at {@code position}. */
  public int freeGpus(int position) {
    return gpusPerNode - Long.bitCount(held[position]);
  }

  /** Nodes that have exactly {@code free} free GPUs. */
  public int countWithFree(int free) {
    return byFreeGpus[free].size();
  }

  /** First position at or after {@code from} with exactly {@code free} free GPUs; -1 if none. */
  public int nextWithFree(int free, int from) {
    return byFreeGpus[free].next(from);
  }

  /** The {@code count} free GPUs of {@code position} with the lowest numbers, as a mask. */
  public long lowestFree(int position, int count) {
    long free = freeMask(position);
    long rest = free;
    for (int i = 0; i < count; i++) {
      rest &= rest - 1;
    }
    return free & ~rest;
  }

  /** Puts a job on free GPUs. */
  public void hold(Allocation allocation) {
    for (int i = 0; i < allocation.nodeCount(); i++) {
      int node = allocation.node(i);
      long mask = allocation.gpuMask(i);
      if ((held[node] & mask) != 0 || (mask & ~allGpus) != 0) {
        throw new IllegalStateException("GPUs of " + allocation + " are not free");
      }
      setHeld(node, held[node] | mask);
      countJobs(node, 1);
    }
  }

  /**
   * The GPUs of one node as an allocation. Where nodes have few GPUs the same ones are the same
   * object each time, so that many records of jobs take little memory.
   */
  public Allocation onNode(int position, long mask) {
    if (gpusPerNode > MOST_GPUS_KEPT) {
      return Allocation.of(position, mask);
    }
    if (position >= onOneNode.length) {
      onOneNode = Arrays.copyOf(onOneNode, Math.max(position + 1, held.length));
    }
    Allocation[] ofNode = onOneNode[position];
    if (ofNode == null) {
      ofNode = new Allocation[1 << gpusPerNode];
      onOneNode[position] = ofNode;
    }
    Allocation known = ofNode[(int) mask];
    if (known == null) {
      known = Allocation.of(position, mask);
      ofNode[(int) mask] = known;
    }
    return known;
  }

  /** Puts a job on GPUs, some or all of which are held once. */
  public void share(Allocation allocation) {
    if (isFree(allocation)) {
      throw new IllegalStateException("nobody is on GPUs of " + allocation);
    }
    for (int i = 0; i < allocation.nodeCount(); i++) {
      int node = allocation.node(i);
      long mask = allocation.gpuMask(i);
      if ((shared[node] & mask) != 0 || (mask & ~allGpus) != 0) {
        throw new IllegalStateException("GPUs of " + allocation + " can't take one more job");
      }
      shared[node] |= mask & held[node];
      setHeld(node, held[node] | mask);
      countJobs(node, 1);
    }
  }

  /** Takes one job off its GPUs. */
  public void release(Allocation allocation) {
    for (int i = 0; i < allocation.nodeCount(); i++) {
      int node = allocation.node(i);
      long mask = allocation.gpuMask(i);
      long becomesFree = mask & ~shared[node];
      shared[node] &= ~mask;
      countJobs(node, -1);
      if (becomesFree != 0) {
        setHeld(node, held[node] & ~becomesFree);
        releases++;
      }
    }
  }

  /** The idle node with the highest number; -1 if no node is idle. */
  public int idleNodeWithHighestNumber() {
    NodeSet idle = byFreeGpus[gpusPerNode];
    int best = -1;
    for (int node = idle.next(0); node >= 0; node = idle.next(node + 1)) {
      if (best < 0 || numbers[node] > numbers[best]) {
        best = node;
      }
    }
    return best;
  }

  /** Position of the node with this number among those that are here; -1 if there is none. */
  public int positionOf(int number) {
    for (int node = 0; node < positions; node++) {
      if (numbers[node] == number) {
        return node;
      }
    }
    return -1;
  }

  /** Exchanges the numbers of two nodes; jobs stay where they are. */
  public void swapNumbers(int first, int second) {
    int number = numbers[first];
    numbers[first] = numbers[second];
    numbers[second] = number;
  }

  /** Takes an idle node away. */
  public void remove(int position) {
    if (!byFreeGpus[gpusPerNode].contains(position)) {
      throw new IllegalStateException("node " + numbers[position] + " is not idle");
    }
    byFreeGpus[gpusPerNode].remove(position);
    numbers[position] = -1;
    nodeCount--;
    freeGpus -= gpusPerNode;
  }

  /** The GPUs of an allocation with the numbers of the nodes in place of their positions. */
  public Allocation numbered(Allocation place) {
    for (int i = 0; i < place.nodeCount(); i++) {
      if (numbers[place.node(i)] != place.node(i)) {
        return place.renumbered(position -> numbers[position]);
      }
    }
    return place;
  }

  /** Adds an idle node at the end of the node order. */
  public void add(int number) {
    if (positions == held.length) {
      int capacity = positions + Math.max(4, positions >> 2);
      held = Arrays.copyOf(held, capacity);
      shared = Arrays.copyOf(shared, capacity);
      numbers = Arrays.copyOf(numbers, capacity);
      jobCounts = Arrays.copyOf(jobCounts, capacity);
    }
    numbers[positions] = number;
    byFreeGpus[gpusPerNode].add(positions);
    positions++;
    nodeCount++;
    freeGpus += gpusPerNode;
    releases++;
  }

  /** Whether no job is on any of these GPUs. */
  public boolean isFree(Allocation allocation) {
    for (int i = 0; i < allocation.nodeCount(); i++) {
      if ((held[allocation.node(i)] & allocation.gpuMask(i)) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether two jobs are on any of these GPUs. */
  public boolean isShared(Allocation allocation) {
    for (int i = 0; i < allocation.nodeCount(); i++) {
      if ((shared[allocation.node(i)] & allocation.gpuMask(i)) != 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void save(ByteWriter out) {
    out.putSigned(positions);
    for (int position = 0; position < positions; position++) {
      out.putSigned(numbers[position]);
    }
  }

  @Override
  public void restore(ByteReader in) {
    int saved = in.takeWhole(positions, Integer.MAX_VALUE);
    for (int position = 0; position < saved; position++) {
      int number = in.takeWhole(-1, Integer.MAX_VALUE);
      if (position == positions) {
        add(number);
      }
      if (number < 0) {
        remove(position);
      } else {
        numbers[position] = number;
      }
    }
  }

  /** Makes a node invisible to placement, e.g. because it is reserved. */
  public void hide(int position) {
    hidden.add(position);
    byFreeGpus[freeGpus(position)].remove(position);
    freeGpus -= freeGpus(position);
  }

  /** Undoes {@link #hide}. */
  public void show(int position) {
    hidden.remove(position);
    byFreeGpus[freeGpus(position)].add(position);
    freeGpus += freeGpus(position);
  }

  private void setHeld(int node, long mask) {
    int before = freeGpus(node);
    held[node] = mask;
    int after = freeGpus(node);
    if (before != after && !hidden.contains(node)) {
      byFreeGpus[before].remove(node);
      byFreeGpus[after].add(node);
      freeGpus += after - before;
    }
  }

  private void countJobs(int node, int change) {
    int before = jobCounts[node];
    int after = before + change;
    jobCounts[node] = after;
    nodesWithOneJob += (after == 1 ? 1 : 0) - (before == 1 ? 1 : 0);
    nodesWithMoreJobs += (after > 1 ? 1 : 0) - (before > 1 ? 1 : 0);
  }
}
