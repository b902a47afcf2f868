package org.limpid.simulation.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.cluster.Nodes;
import org.limpid.simulation.placement.Placer;
import org.limpid.simulation.state.Resumable;

/**
 * A set of nodes scheduled together, its jobs, and its clock: a virtual cluster or the profiler.
 *
 * <p>The engine moves the clock, ends jobs and accepts arrivals; a {@link Scheduler} starts, shares
 * and preempts. Times are whole seconds. A running job loses {@code rate} seconds of its remaining
 * time in every second. Mutable, for one thread. It is one piece because every start, share,
 * preemption and end changes clock, nodes, running list and counts together.
 */
public final class Partition implements Resumable {
  /** A second that never comes. */
  public static final long NEVER = Long.MAX_VALUE;

  /** What {@link #endSeconds} says of a job that ended before the state that was restored. */
  public static final long ENDED_BEFORE = -2;

  /** The number of no job. */
  public static final int NOBODY = -1;

  static final long NOT_YET = -1;

  final PartitionJobs jobs;
  final Nodes nodes;
  final Placer placer;
  private final int endDelaySeconds;
  private final PartitionObserver observer;
  final EndQueue running;
  final double[] remaining;
  final double[] rates;
  final long[] advancedTo;
  final long[] waitingSince;
  final long[] startSeconds;
  final long[] endSeconds;
  final long[] queueSeconds;
  final int[] preemptions;
  final Allocation[] allocations;
  private final FailedPlacements failed = new FailedPlacements();
  long now;
  long starts;
  int arrived;
  int ended;
  private long waitingGpus;
  private int waitingSmall;

  /**
   * @param jobs the jobs in order of arrival
   * @param nodes their nodes, all idle
   * @param placer where jobs go
   * @param startSecond where the clock starts; no job arrives before
   * @param endDelaySeconds 0, or 1 if a job is found finished only in the second after
   * @param observer told whatever changes
   */
  public Partition(
      PartitionJobs jobs,
      Nodes nodes,
      Placer placer,
      long startSecond,
      int endDelaySeconds,
      PartitionObserver observer) {
    this.jobs = jobs;
    this.nodes = nodes;
    this.placer = placer;
    this.endDelaySeconds = endDelaySeconds;
    this.observer = observer;
    now = startSecond;
    int size = jobs.size();
    running = new EndQueue(size);
    remaining = new double[size];
    rates = new double[size];
    advancedTo = new long[size];
    waitingSince = new long[size];
    startSeconds = new long[size];
    Arrays.fill(startSeconds, NOT_YET);
    endSeconds = new long[size];
    Arrays.fill(endSeconds, NOT_YET);
    queueSeconds = new long[size];
    preemptions = new int[size];
    allocations = new Allocation[size];
    for (int job = 0; job < size; job++) {
      remaining[job] = jobs.workSeconds(job);
      rates[job] = 1;
    }
  }

  /** The jobs of this partition. */
  public PartitionJobs jobs() {
    return jobs;
  }

  /** The nodes of this partition. */
  public Nodes nodes() {
    return nodes;
  }

  /** Who is told what happens here; schedulers tell it of their decisions. */
  public PartitionObserver observer() {
    return observer;
  }

  /** The current second. */
  public long now() {
    return now;
  }

  /** Jobs that run. */
  public int runningJobs() {
    return running.size();
  }

  /** Jobs that have arrived, have not ended and do not run. */
  public int waitingJobs() {
    return arrived - ended - running.size();
  }

  /** GPUs that waiting jobs ask for. */
  public long waitingGpus() {
    return waitingGpus;
  }

  /** Waiting jobs that ask for fewer than {@value Conventions#SMALL_JOB_GPUS} GPUs. */
  public int waitingSmallJobs() {
    return waitingSmall;
  }

  /** Visits the running jobs, in no particular but always the same order. */
  public void forEachRunning(IntConsumer visitor) {
    running.forEach(visitor);
  }

  /** The running jobs, those that started first before the others. */
  public int[] runningInStartOrder() {
    return Arrays.stream(presentJobs())
        .filter(this::isRunning)
        .boxed()
        .sorted(Comparator.comparingLong(this::startOrder))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The jobs that have arrived and not ended, in the order of their arrival. */
  public int[] presentJobs() {
    return IntStream.range(0, arrived).filter(job -> endSeconds[job] == NOT_YET).toArray();
  }

  /** Whether the job runs. */
  public boolean isRunning(int job) {
    return running.contains(job);
  }

  /** Place of a running job in the running list: jobs that started later have larger numbers. */
  public long startOrder(int job) {
    return running.order(job);
  }

  /** GPUs that a running job holds; for an ended job, with node numbers instead of positions. */
  public Allocation allocation(int job) {
    return allocations[job];
  }

  /** Progress of the job per second; 1 alone. */
  public double rate(int job) {
    return rates[job];
  }

  /** Work that is left in the current second, in seconds of the job alone. */
  public double remaining(int job) {
    return running.contains(job)
        ? Progress.after(remaining[job], rates[job], now - advancedTo[job])
        : remaining[job];
  }

  /** Second of the first start, or -1. */
  public long startSeconds(int job) {
    return startSeconds[job];
  }

  /** Second of the end; -1: not yet; {@link #ENDED_BEFORE}: before the state was restored. */
  public long endSeconds(int job) {
    return endSeconds[job];
  }

  /** Seconds that the job has waited before all its starts. */
  public long queueSeconds(int job) {
    return queueSeconds[job];
  }

  /** How often the job was preempted. */
  public int preemptions(int job) {
    return preemptions[job];
  }

  /**
   * Starts a waiting job on GPUs of its own if the placement rule finds some.
   *
   * @return whether it has started
   * @throws IllegalStateException if a place was found for a job that runs or has ended
   */
  public boolean tryStart(int job) {
    int gpuCount = jobs.gpuCount(job);
    if (gpuCount > nodes.freeGpus() || failed.stillFails(gpuCount, nodes.releases())) {
      return startAt(null, job);
    }
    Allocation place = placer.place(nodes, gpuCount);
    if (place == null) {
      failed.remember(gpuCount, nodes.releases());
    }
    return startAt(place, job);
  }

  /**
   * Starts a waiting job without the nodes of a reservation.
   *
   * <p>The attempt is not remembered, since it says nothing about all nodes.
   */
  public boolean tryStart(int job, NodeReservation avoided) {
    if (avoided.isEmpty()) {
      return tryStart(job);
    }
    int gpuCount = jobs.gpuCount(job);
    if (failed.stillFails(gpuCount, nodes.releases())
        || avoided.stillFails(gpuCount, nodes.releases())) {
      return startAt(null, job);
    }
    avoided.hide(nodes);
    Allocation place = placer.place(nodes, gpuCount);
    avoided.show(nodes);
    if (place == null) {
      avoided.rememberFailure(gpuCount, nodes.releases());
    }
    return startAt(place, job);
  }

  /** Starts a job on free GPUs; null: there is no place for it. */
  private boolean startAt(Allocation place, int job) {
    if (place == null) {
      observer.notPlaced(job);
      return false;
    }
    nodes.hold(place);
    start(job, place);
    observer.started(job);
    return true;
  }

  /**
   * Starts a waiting job on exactly the GPUs of a running one; each then has its own rate.
   *
   * @throws IllegalStateException if the job runs or has ended, the partner does not run, or one of
   *     its GPUs is shared already
   */
  public void startShared(int job, int partner, double rate, double partnerRate) {
    requireRunning(partner);
    Allocation place = allocations[partner];
    nodes.share(place);
    start(job, place);
    setRate(job, rate);
    setRate(partner, partnerRate);
    observer.startedShared(job, partner);
  }

  /**
   * Changes the progress per second of a running job from now on. Nothing changes for a job that
   * ends in the current second: its work is done.
   */
  public void setRate(int job, double rate) {
    if (running.end(job) <= now) {
      return;
    }
    remaining[job] = remaining(job);
    advancedTo[job] = now;
    rates[job] = rate;
    running.changeEnd(job, expectedEnd(job));
  }

  /** Like {@link #preempt(int, int, long)} where no single job is to blame. */
  public void preempt(int job, long overheadSeconds) {
    preempt(job, NOBODY, overheadSeconds);
  }

  /**
   * Takes a running job off its GPUs; it waits again from now on.
   *
   * @param by the waiting job that gets what it had; {@link #NOBODY} if not known
   * @param overheadSeconds work added to what is left, for saving and restoring its state
   * @throws IllegalStateException if the job does not run
   */
  public void preempt(int job, int by, long overheadSeconds) {
    requireRunning(job);
    remaining[job] = remaining(job) + overheadSeconds;
    running.remove(job);
    nodes.release(allocations[job]);
    preemptions[job]++;
    wait(job);
    observer.preempted(job, by);
  }

  /** Adds an idle node at the end of the node order. */
  public void addNode(int number) {
    nodes.add(number);
    observer.nodeAdded(number);
  }

  /** Takes an idle node away. */
  public void removeNode(int position) {
    nodes.remove(position);
    observer.nodeRemoved(position);
  }

  /**
   * Exchanges the numbers of two nodes; jobs stay where they are. In the records of jobs on the
   * first node its share moves behind their others, as in the published artifact of Lucid.
   */
  public void swapNumbers(int busyPosition, int idlePosition) {
    nodes.swapNumbers(busyPosition, idlePosition);
    running.forEach(job -> allocations[job] = allocations[job].withLast(busyPosition));
    observer.numbersSwapped(busyPosition, idlePosition);
  }

  /** The clock, the nodes, and the jobs that are present; those that have ended are left out. */
  @Override
  public void save(ByteWriter out) {
    new PartitionState(this).save(out);
  }

  @Override
  public void restore(ByteReader in) {
    new PartitionState(this).restore(in);
  }

  boolean isFinished() {
    return ended == jobs.size();
  }

  long nextEnd() {
    return running.firstEnd();
  }

  long nextArrival() {
    return arrived == jobs.size() ? NEVER : jobs.arrivalSeconds(arrived);
  }

  void moveTo(long second) {
    if (second < now) {
      throw new IllegalStateException("the clock can't go back from " + now + " to " + second);
    }
    observer.holds(this, now, second);
    now = second;
  }

  void finish() {
    observer.holds(this, now, NEVER);
  }

  int acceptNext() {
    int job = arrived++;
    wait(job);
    observer.arrived(job);
    return job;
  }

  int endNext() {
    int job = running.first();
    running.remove(job);
    endSeconds[job] = now;
    ended++;
    nodes.release(allocations[job]);
    observer.ended(job);
    allocations[job] = nodes.numbered(allocations[job]);
    return job;
  }

  private void start(int job, Allocation place) {
    if (running.contains(job) || endSeconds[job] != NOT_YET) {
      throw new IllegalStateException("job " + job + " runs or has ended, in second " + now);
    }
    allocations[job] = place;
    if (startSeconds[job] == NOT_YET) {
      startSeconds[job] = now;
    }
    queueSeconds[job] += now - waitingSince[job];
    countWaiting(job, -1);
    advancedTo[job] = now;
    rates[job] = 1;
    running.add(job, expectedEnd(job), starts++);
  }

  private void requireRunning(int job) {
    if (!running.contains(job)) {
      throw new IllegalStateException("job " + job + " does not run in second " + now);
    }
  }

  private void wait(int job) {
    waitingSince[job] = now;
    countWaiting(job, 1);
  }

  void countWaiting(int job, int change) {
    waitingGpus += change * (long) jobs.gpuCount(job);
    waitingSmall += Conventions.isSmall(jobs.gpuCount(job)) ? change : 0;
  }

  private long expectedEnd(int job) {
    return now + Progress.secondsToEnd(remaining[job], rates[job]) + endDelaySeconds;
  }
}
