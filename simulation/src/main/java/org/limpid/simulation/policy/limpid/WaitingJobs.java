package org.limpid.simulation.policy.limpid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;

/** The waiting jobs, sorted within each {@link JobClass}. For one thread. */
final class WaitingJobs {
  private final Partition partition;
  private final PartitionJobs jobs;
  private final Knowledge knowledge;
  private final NodeChanges changes;
  private final LimpidColumns columns;
  private final boolean sizesMix;
  private final Map<Key, JobClass> classes = new HashMap<>();
  private final Map<Key, WatchedNodes> places = new HashMap<>();
  private final List<JobClass> occupied = new ArrayList<>();
  private final PriorityQueue<JobClass> turns = new PriorityQueue<>();
  private final PriorityQueue<JobClass> blocked = new PriorityQueue<>();
  private final List<JobClass> passedOver = new ArrayList<>();
  private Predicate<JobClass> hasChance;
  private int size;

  private record Key(int gpus, int workload, boolean known) {}

  WaitingJobs(Partition partition, Knowledge knowledge, LimpidRun run, NodeChanges changes) {
    this.partition = partition;
    this.knowledge = knowledge;
    this.changes = changes;
    columns = run.columns();
    sizesMix = run.settings().get(LimpidSettings.SIZES) == SharedSizes.ANY;
    jobs = partition.jobs();
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Jobs that would be tried before one with this key that comes now. */
  int before(double key) {
    return occupied.stream().mapToInt(each -> each.position(key, Long.MAX_VALUE)).sum();
  }

  void add(int job) {
    JobClass mine = classOf(job, knowledge.isKnown(job));
    if (mine.isEmpty()) {
      occupied.add(mine);
    }
    mine.add(key(job), partition.state().arrivalRank(job), job);
    size++;
  }

  /** The profile of a waiting job has become known. */
  void revealed(int job) {
    JobClass before = classOf(job, false);
    before.remove(key(job), partition.state().arrivalRank(job));
    if (before.isEmpty()) {
      occupied.remove(before);
    }
    size--;
    add(job);
  }

  private double key(int job) {
    return columns.priority(jobs.row(job));
  }

  private JobClass classOf(int job, boolean known) {
    Key key = new Key(jobs.gpuCount(job), jobs.workload(job), known);
    return classes.computeIfAbsent(key, this::newClass);
  }

  /** Where sizes don't matter for sharing, all jobs that take whole nodes find the same ones. */
  private JobClass newClass(Key key) {
    int onNode = Math.min(key.gpus(), partition.nodes().gpusPerNode());
    Key place = new Key(sizesMix ? onNode : key.gpus(), key.workload(), key.known());
    return new JobClass(
        onNode, places.computeIfAbsent(place, _ -> new WatchedNodes(partition.nodes(), changes)));
  }

  /**
   * Begins a pass over all of them in their order.
   *
   * @param hasChance whether a job of the class might start in its turn
   * @param mayBlock whether it has its turn even if it can't start, as it may block others then;
   *     the rest is passed over
   */
  void begin(Predicate<JobClass> hasChance, Predicate<JobClass> mayBlock) {
    this.hasChance = hasChance;
    turns.clear();
    blocked.clear();
    passedOver.clear();
    for (JobClass each : occupied) {
      each.begin();
      (hasChance.test(each) ? turns : mayBlock.test(each) ? blocked : passedOver).add(each);
    }
  }

  /** Whether some job might start. */
  boolean hasTurns() {
    return !turns.isEmpty();
  }

  /** The class of the job whose turn it is; null when all had theirs. */
  JobClass next() {
    boolean isBlocked =
        !blocked.isEmpty() && (turns.isEmpty() || blocked.peek().compareTo(turns.peek()) < 0);
    return (isBlocked ? blocked : turns).poll();
  }

  /** From now on nobody can block others. */
  void unblock() {
    for (JobClass each : blocked) {
      if (!each.hasFailed()) {
        passedOver.add(each);
      }
    }
    blocked.clear();
  }

  /** The job whose turn it was has started. */
  void started(JobClass mine) {
    giveChances(mine, blocked);
    giveChances(mine, passedOver);
    size--;
    if (mine.started()) {
      turns.add(mine);
    } else if (mine.isEmpty()) {
      occupied.remove(mine);
    }
  }

  /** A start may open places, for jobs that come after it in the order. */
  private void giveChances(JobClass started, Collection<JobClass> others) {
    others.removeIf(each ->
        !each.hasFailed()
            && each.compareTo(started) > 0
            && hasChance.test(each)
            && turns.add(each));
  }

  /** The job whose turn it was blocks others, and the next one of its class has its turn. */
  void blocks(JobClass mine) {
    if (mine.pass()) {
      blocked.add(mine);
    }
  }

  /** The classes that have jobs, in no particular but always the same order. */
  List<JobClass> occupied() {
    return occupied;
  }
}
