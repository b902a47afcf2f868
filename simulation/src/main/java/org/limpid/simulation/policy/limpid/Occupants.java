package org.limpid.simulation.policy.limpid;

import java.util.Arrays;
import org.limpid.simulation.resource.Allocation;

/** Who is on which GPU: at most two jobs, the older one first. For one thread. */
final class Occupants {
  /** Nobody is there. */
  static final int NOBODY = -1;

  private final int gpusPerNode;
  private final NodeChanges changes;
  private int[] older = {};
  private int[] newer = {};
  private int[] versions = {};

  Occupants(int gpusPerNode, NodeChanges changes) {
    this.gpusPerNode = gpusPerNode;
    this.changes = changes;
  }

  /** The job on a GPU, the older one of two; {@link #NOBODY} if it is free. */
  int older(int node, int gpu) {
    int place = place(node, gpu);
    return older[place];
  }

  /** The other job on a GPU; {@link #NOBODY} if there is none. */
  int other(int job, int node, int gpu) {
    int place = place(node, gpu);
    return older[place] == job ? newer[place] : older[place];
  }

  /** Whether a job was on a GPU before the other one there. */
  boolean isOlder(int job, int node, int gpu) {
    return older(node, gpu) == job;
  }

  /** A number that differs whenever something has changed on a node. */
  int version(int node) {
    return node < versions.length ? versions[node] : 0;
  }

  /** The jobs on these nodes run at other speeds than before. */
  void changed(Allocation gpus) {
    for (int i = 0; i < gpus.nodeCount(); i++) {
      int node = gpus.node(i);
      if (node >= versions.length) {
        versions = Arrays.copyOf(versions, Math.max(node + 1, 2 * versions.length));
      }
      versions[node]++;
      changes.note(node);
    }
  }

  void add(int job, Allocation gpus) {
    changed(gpus);
    for (int i = 0; i < gpus.nodeCount(); i++) {
      for (long rest = gpus.gpuMask(i); rest != 0; rest &= rest - 1) {
        int place = place(gpus.node(i), Long.numberOfTrailingZeros(rest));
        if (older[place] == NOBODY) {
          older[place] = job;
        } else {
          newer[place] = job;
        }
      }
    }
  }

  void remove(int job, Allocation gpus) {
    changed(gpus);
    for (int i = 0; i < gpus.nodeCount(); i++) {
      for (long rest = gpus.gpuMask(i); rest != 0; rest &= rest - 1) {
        int place = place(gpus.node(i), Long.numberOfTrailingZeros(rest));
        if (older[place] == job) {
          older[place] = newer[place];
        }
        newer[place] = NOBODY;
      }
    }
  }

  private int place(int node, int gpu) {
    int place = node * gpusPerNode + gpu;
    if (place >= older.length) {
      int before = older.length;
      int size = Math.max((node + 1) * gpusPerNode, 2 * before);
      older = Arrays.copyOf(older, size);
      newer = Arrays.copyOf(newer, size);
      Arrays.fill(older, before, size, NOBODY);
      Arrays.fill(newer, before, size, NOBODY);
    }
    return place;
  }
}
