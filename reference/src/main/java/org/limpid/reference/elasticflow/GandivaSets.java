package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Nodes that jobs of one size share in turns. Not safe for several threads. */
final class GandivaSets {
  private static final Comparator<NodeSet> LEAST_USED = Comparator.comparingInt(set -> set.used);

  private final Machines machines;
  private final List<Integer> freeNodes = new ArrayList<>();
  private final List<List<NodeSet>> byClass = new ArrayList<>();

  /** Nodes and the jobs that take turns on them, those that are shown in front. */
  static final class NodeSet {
    private final List<Integer> nodes;
    private final int capacity;
    private final List<Job> jobs = new ArrayList<>();

    /** Jobs that were counted in; jobs that end are not counted out. */
    private int used;

    private NodeSet(List<Integer> nodes, int capacity) {
      this.nodes = nodes;
      this.capacity = capacity;
    }

    List<Job> jobs() {
      return jobs;
    }

    /** How many of the jobs run at the same time. */
    int shown() {
      return Math.min(jobs.size(), capacity);
    }
  }

  GandivaSets(Machines machines) {
    this.machines = machines;
    for (int node = 0; node < machines.nodes(); node++) {
      freeNodes.add(node);
    }
    for (int i = 0; i < SizeClasses.count(); i++) {
      byClass.add(new ArrayList<>());
    }
  }

  /** The sets of a class, in the order of its list. */
  List<NodeSet> sets(int sizeClass) {
    return byClass.get(sizeClass);
  }

  private int nodesOf(int gpus) {
    return Math.ceilDiv(gpus, machines.gpusPerNode());
  }

  private NodeSet fresh(int gpus) {
    List<Integer> first = freeNodes.subList(0, nodesOf(gpus));
    NodeSet set = new NodeSet(new ArrayList<>(first), first.size() * machines.gpusPerNode() / gpus);
    first.clear();
    return set;
  }

  private static void add(List<NodeSet> list, Job job) {
    NodeSet head = list.getFirst();
    head.used++;
    head.jobs.add(job);
    list.sort(LEAST_USED);
  }

  /** Finds a place for a job. Whether there is one. */
  boolean place(Job job) {
    List<NodeSet> list = byClass.get(SizeClasses.of(job.gpus));
    if (!list.isEmpty()) {
      list.addLast(list.removeFirst());
      // One place stays free, by a mistake.
      if (list.getLast().used + 1 < list.getLast().capacity) {
        return joined(list, job);
      }
    }
    if (nodesOf(job.gpus) <= freeNodes.size()) {
      list.addLast(fresh(job.gpus));
      return joined(list, job);
    }
    if (!list.isEmpty()) {
      list.addLast(list.removeFirst());
      return joined(list, job);
    }
    return false;
  }

  private static boolean joined(List<NodeSet> list, Job job) {
    list.getLast().used++;
    list.getLast().jobs.add(job);
    list.sort(LEAST_USED);
    return true;
  }

  /** Gives each class nodes in proportion to what its jobs ask for. */
  void adjust() {
    int count = byClass.size();
    double[] demand = new double[count];
    int[] owned = new int[count];
    double sum = 0;
    for (int index = 0; index < count; index++) {
      for (NodeSet set : byClass.get(index)) {
        demand[index] += (double) set.jobs.size() * SizeClasses.gpus(index);
        owned[index] += machines.gpusPerNode() * set.nodes.size();
      }
      sum += demand[index];
    }
    for (int index = 0; index < count; index++) {
      if (demand[index] > 0) {
        double target = Math.min(Math.floor(demand[index] / sum * machines.gpus()), demand[index]);
        double more = target - owned[index];
        if (more > 0) {
          grow(index, (int) Math.ceil(more / SizeClasses.gpus(index)));
        } else if (more < 0) {
          shrink(index, (int) Math.ceil(-more / SizeClasses.gpus(index)));
        }
      }
    }
  }

  private void grow(int index, int times) {
    int gpus = SizeClasses.gpus(index);
    List<NodeSet> list = byClass.get(index);
    boolean succeeded = false;
    for (int i = 0; i < times; i++) {
      succeeded = nodesOf(gpus) <= freeNodes.size();
      if (succeeded) {
        list.addLast(fresh(gpus));
      }
    }
    // By the reuse of a variable, sets of one node stay as they are if there was one for the last.
    if (!succeeded || nodesOf(gpus) >= 2) {
      List<Job> jobs = list.stream().flatMap(set -> set.jobs.stream()).toList();
      for (NodeSet set : list) {
        set.jobs.clear();
        set.used = 0;
      }
      jobs.forEach(job -> add(list, job));
    }
  }

  private void shrink(int index, int times) {
    List<NodeSet> list = byClass.get(index);
    int count = Math.min(times, list.size() - 1);
    List<NodeSet> removed = new ArrayList<>(list.subList(0, count));
    list.subList(0, count).clear();
    for (NodeSet set : removed) {
      freeNodes.addAll(set.nodes);
      set.jobs.forEach(job -> add(list, job));
    }
  }

  /** Gives the nodes of sets without jobs back. Whether there are any. */
  boolean dropEmpty(int sizeClass) {
    List<NodeSet> list = byClass.get(sizeClass);
    for (NodeSet set : list) {
      if (set.jobs.isEmpty()) {
        freeNodes.addAll(set.nodes);
      }
    }
    return list.removeIf(set -> set.jobs.isEmpty());
  }

  /** Writes the jobs that are shown into a map of the GPUs. */
  void show(int[] jobOfGpu) {
    for (int index = 0; index < byClass.size(); index++) {
      for (NodeSet set : byClass.get(index)) {
        set.jobs.forEach(job -> job.placed = false);
        for (Job job : set.jobs.subList(0, set.shown())) {
          job.placed = true;
        }
        show(set, SizeClasses.gpus(index), jobOfGpu);
      }
    }
  }

  private void show(NodeSet set, int gpus, int[] jobOfGpu) {
    if (set.jobs.isEmpty()) {
      return;
    }
    int perNode = machines.gpusPerNode();
    boolean isWhole = gpus >= perNode;
    for (int gpu = 0; gpu < set.nodes.size() * perNode; gpu++) {
      int place = isWhole ? 0 : gpu / gpus;
      if (place < set.shown()) {
        jobOfGpu[set.nodes.get(gpu / perNode) * perNode + gpu % perNode] =
            set.jobs.get(place).number;
      }
    }
  }
}
