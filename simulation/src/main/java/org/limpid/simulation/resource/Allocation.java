package org.limpid.simulation.resource;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;

/**
 * The GPUs that a job holds: per node a set of GPU numbers as a bit mask.
 *
 * <p>Nodes are positions in {@link Nodes} while the job runs and node numbers in a record of a
 * finished job. Immutable.
 */
public final class Allocation {
  private final int[] nodes;
  private final long[] gpuMasks;

  /**
   * The arrays are kept, not copied: they must not change afterwards.
   *
   * @param nodes the nodes, in the order in which they were taken
   * @param gpuMasks per node the GPUs held, bit i for GPU i; none is empty
   */
  public Allocation(int[] nodes, long[] gpuMasks) {
    if (nodes.length != gpuMasks.length) {
      throw new IllegalArgumentException(nodes.length + " nodes, " + gpuMasks.length + " masks");
    }
    this.nodes = nodes;
    this.gpuMasks = gpuMasks;
  }

  /** GPUs of a single node. */
  public static Allocation of(int node, long gpuMask) {
    return new Allocation(new int[] {node}, new long[] {gpuMask});
  }

  /**
   * The allocation of a text that {@link #toString} has made.
   *
   * @throws IllegalArgumentException if the text is not like that
   */
  public static Allocation parse(String text) {
    String[] shares = text.split(";");
    int[] nodes = new int[shares.length];
    long[] masks = new long[shares.length];
    for (int i = 0; i < shares.length; i++) {
      int colon = shares[i].indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("expected node:gpu, found '%s'".formatted(shares[i]));
      }
      nodes[i] = Integer.parseInt(shares[i].substring(0, colon));
      for (String gpu : shares[i].substring(colon + 1).split("\\+")) {
        masks[i] |= 1L << Integer.parseInt(gpu);
      }
    }
    return new Allocation(nodes, masks);
  }

  /**
   * Reads what {@link #save} has written.
   *
   * @param positionBound exclusive upper bound of the nodes
   * @throws IllegalStateException if it is something else
   */
  public static Allocation restored(ByteReader in, int positionBound) {
    int[] nodes = new int[in.takeWhole(0, positionBound)];
    long[] masks = new long[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = in.takeWhole(0, positionBound - 1);
      masks[i] = in.takeSigned();
    }
    return new Allocation(nodes, masks);
  }

  /** Appends the nodes and their GPUs. */
  public void save(ByteWriter out) {
    out.putSigned(nodes.length);
    for (int i = 0; i < nodes.length; i++) {
      out.putSigned(nodes[i]);
      out.putSigned(gpuMasks[i]);
    }
  }

  /** Number of nodes. */
  public int nodeCount() {
    return nodes.length;
  }

  /** The node at place {@code index}. */
  public int node(int index) {
    return nodes[index];
  }

  /** GPUs held on the node at place {@code index}, bit i for GPU i. */
  public long gpuMask(int index) {
    return gpuMasks[index];
  }

  /** Number of GPUs. */
  public int gpuCount() {
    int count = 0;
    for (long mask : gpuMasks) {
      count += Long.bitCount(mask);
    }
    return count;
  }

  /** The GPUs with the same numbers on other nodes. */
  Allocation renumbered(IntUnaryOperator nodeOf) {
    return new Allocation(Arrays.stream(nodes).map(nodeOf).toArray(), gpuMasks);
  }

  /** The same GPUs with those of one node behind all others. */
  public Allocation withLast(int node) {
    int place = 0;
    while (place < nodes.length && nodes[place] != node) {
      place++;
    }
    if (place >= nodes.length - 1) {
      return this;
    }
    int[] reordered = nodes.clone();
    long[] masks = gpuMasks.clone();
    int behind = nodes.length - place - 1;
    System.arraycopy(nodes, place + 1, reordered, place, behind);
    System.arraycopy(gpuMasks, place + 1, masks, place, behind);
    reordered[nodes.length - 1] = nodes[place];
    masks[nodes.length - 1] = gpuMasks[place];
    return new Allocation(reordered, masks);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Allocation that
        && Arrays.equals(nodes, that.nodes)
        && Arrays.equals(gpuMasks, that.gpuMasks);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(nodes) + Arrays.hashCode(gpuMasks);
  }

  /** {@code node:gpu+gpu;node:gpu}, as in {@code jobs.csv}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    appendTo(text);
    return text.toString();
  }

  /** Appends {@link #toString()} to {@code text}. */
  public void appendTo(StringBuilder text) {
    for (int i = 0; i < nodes.length; i++) {
      if (i > 0) {
        text.append(';');
      }
      text.append(nodes[i]);
      char separator = ':';
      for (long rest = gpuMasks[i]; rest != 0; rest &= rest - 1) {
        text.append(separator).append(Long.numberOfTrailingZeros(rest));
        separator = '+';
      }
    }
  }
}
