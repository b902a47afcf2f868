package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where jobs go: sets of nodes in lists by the GPUs that they have left. All is released before
 * each scheduling point, so the places follow from the order of the jobs alone. Not safe for
 * several threads.
 */
final class BuddyPlacement {
  private static final Comparator<NodeSet> LEAST_USED = Comparator.comparingInt(set -> set.used);

  private final Machines machines;
  private final List<List<NodeSet>> byClass = new ArrayList<>();
  private final List<NodeSet> sets = new ArrayList<>();
  private final Set<Long> groups = new HashSet<>();
  private int nodesTaken;

  /** Nodes, one after the other, with the jobs on them. */
  private static final class NodeSet {
    private final int firstNode;
    private final int capacity;
    private final List<Job> jobs = new ArrayList<>();
    private int used;
    private int sizeClass;

    NodeSet(int firstNode, int capacity) {
      this.firstNode = firstNode;
      this.capacity = capacity;
    }
  }

  BuddyPlacement(Machines machines) {
    this.machines = machines;
    for (int i = 0; i < SizeClasses.count(); i++) {
      byClass.add(new ArrayList<>());
    }
  }

  /** Places jobs with GPUs in this order on empty nodes. */
  void place(List<Job> jobs) {
    byClass.forEach(List::clear);
    sets.clear();
    nodesTaken = 0;
    for (Job job : jobs) {
      job.placed = place(job);
    }
  }

  private boolean place(Job job) {
    int own = SizeClasses.of(job.gpus);
    if (own < 0) {
      return false;
    }
    NodeSet set = existing(job, own);
    if (set == null) {
      int nodes = Math.ceilDiv(job.gpus, machines.gpusPerNode());
      if (nodesTaken + nodes > machines.nodes()) {
        return false;
      }
      set = new NodeSet(nodesTaken, nodes * machines.gpusPerNode());
      sets.add(set);
      nodesTaken += nodes;
    }
    set.used += job.gpus;
    set.jobs.add(job);
    int free = set.capacity - set.used;
    set.sizeClass = free > 0 ? SizeClasses.dividing(free) : own;
    byClass.get(set.sizeClass).add(set);
    byClass.get(own).sort(LEAST_USED);
    byClass.get(set.sizeClass).sort(LEAST_USED);
    return true;
  }

  /** Looks only at the head of each list, which goes to the tail if the job doesn't fit. */
  private NodeSet existing(Job job, int own) {
    NodeSet found = taken(job, own);
    for (int other = SizeClasses.count() - 1; found == null && other > own; other--) {
      found = taken(job, other);
    }
    return found;
  }

  private NodeSet taken(Job job, int sizeClass) {
    List<NodeSet> list = byClass.get(sizeClass);
    if (list.isEmpty()) {
      return null;
    }
    NodeSet head = list.removeFirst();
    if (head.used + job.gpus <= head.capacity) {
      return head;
    }
    list.addLast(head);
    return null;
  }

  /** Writes the rows of jobs into a map of the GPUs, and notes whose process groups are known. */
  void show(int[] jobOfGpu) {
    for (NodeSet set : sets) {
      int first = set.firstNode * machines.gpusPerNode();
      if (SizeClasses.gpus(set.sizeClass) >= machines.gpusPerNode()) {
        Job job = set.jobs.getFirst();
        fill(jobOfGpu, first, set.capacity, job);
        note(job, first);
      } else {
        for (Job job : set.jobs) {
          fill(jobOfGpu, first, job.gpus, job);
          note(job, first);
          first += job.gpus;
        }
      }
    }
  }

  private static void fill(int[] jobOfGpu, int first, int count, Job job) {
    for (int gpu = first; gpu < first + count; gpu++) {
      jobOfGpu[gpu] = job.number;
    }
  }

  /** Process groups are known by their first GPU and their size, whatever job they were for. */
  private void note(Job job, int first) {
    job.cached = !groups.add(((long) first << Integer.SIZE) | job.gpus);
  }

  /** All process groups are gone. */
  void forgetGroups() {
    groups.clear();
  }
}
