package org.limpid.reference.mirage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.limpid.reference.mirage.ChainSample.FeatureTime;

/**
 * Five days of a log with a chain of two jobs in them. The cluster is empty at first; after two
 * days the predecessor is submitted, a job of 48 h and with a limit of that. What depends on when
 * the successor is submitted, a job like it, is asked of {@link #submit}: every answer is that of a
 * simulation of its own. Times are seconds on the clock of the log. Not safe for several threads.
 */
public final class ChainWindow {
  /** Seconds that a job of a chain runs, and may run. */
  public static final long RUN_SECONDS = 2880L * BatchSettings.MINUTE;

  /** Seconds between the starts of two windows. */
  public static final long INTERVAL_SECONDS = 4 * 3600;

  /** States that the features of a sample have. */
  public static final int HISTORY = StateHistory.LENGTH;

  /** Seconds from the start of a window to the last submission that counts. */
  public static final long LENGTH_SECONDS = 5 * 86_400;

  /** {@code infer_freq}: seconds between two decisions. */
  static final long DECISION_SECONDS = 600;

  private static final long WARM_UP_SECONDS = 2 * 86_400;
  private static final String PREDECESSOR_ID = "1000000";
  private static final String SUCCESSOR_ID = "1000001";

  private final BatchSettings settings;
  private final long start;
  private final int nodes;
  private final List<BatchJob> jobs;
  private final int predecessor;
  private final int successor;
  private final BatchSimulator beginning;
  private final long upper;
  private final long waitMinutes;
  private final int queueLength;

  /**
   * Runs the log with the predecessor.
   *
   * @param start second at which the window begins
   * @param nodes of each job of the chain, at most those of the cluster
   */
  public ChainWindow(BatchLog log, long start, int nodes) {
    settings = log.settings();
    this.start = settings.tickAt(start);
    this.nodes = nodes;
    jobs = new ArrayList<>(log.submittedWithin(start, start + LENGTH_SECONDS));
    BatchJob first = link(PREDECESSOR_ID);
    jobs.add(first);
    jobs.sort(BatchJob.submissionOrder(settings));
    predecessor = jobs.indexOf(first);
    successor = jobs.size();
    jobs.add(link(SUCCESSOR_ID));
    beginning = simulator();
    beginning.runTo(this.start + WARM_UP_SECONDS);
    BatchSimulator alone = beginning.copy();
    upper = alone.runToStart(predecessor) + RUN_SECONDS;
    submissionAfter(upper - RUN_SECONDS).ifPresent(alone::runTo);
    waitMinutes = alone.recentWaitMinutes();
    queueLength = alone.pendingCount();
  }

  private BatchJob link(String id) {
    return new BatchJob(id, start + WARM_UP_SECONDS, nodes, RUN_SECONDS, RUN_SECONDS);
  }

  private BatchSimulator simulator() {
    return new BatchSimulator(settings, jobs, successor, start);
  }

  /** The artifact stops there, and only there, to look at the queue. */
  private OptionalLong submissionAfter(long second) {
    return jobs.subList(0, successor).stream()
        .mapToLong(job -> settings.tickAt(job.submitSecond()))
        .filter(submission -> submission > second)
        .min();
  }

  /** When it begins. */
  public long start() {
    return start;
  }

  /** The earliest submission of the successor: a tick after that of the predecessor. */
  public long lower() {
    return start + WARM_UP_SECONDS + settings.tickSeconds();
  }

  /** The end of the predecessor, and the latest submission of the successor. */
  public long upper() {
    return upper;
  }

  /**
   * Mean wait of the last hundred jobs to start, whole minutes, seen at the first submission of a
   * job after the start of the predecessor.
   */
  public long waitMinutes() {
    return waitMinutes;
  }

  /** Jobs that wait at that moment, those submitted then included. */
  public int queueLength() {
    return queueLength;
  }

  /** The reactive baseline: the successor is submitted when the predecessor ends. */
  public ChainOutcome reactive() {
    return submit(upper);
  }

  /** The average baseline: it is submitted before that by the mean wait. */
  public ChainOutcome average() {
    return submit(Math.max(lower(), upper - waitMinutes * BatchSettings.MINUTE));
  }

  /**
   * What becomes of the chain if the successor is submitted at a second.
   *
   * @param second at {@link #lower} or later
   */
  public ChainOutcome submit(long second) {
    BatchSimulator simulator = beginning.copy();
    simulator.runTo(second);
    simulator.submitNow(successor);
    simulator.runToStart(successor);
    return outcome(simulator);
  }

  /**
   * A policy is asked every ten minutes from the start of the predecessor on, and the successor is
   * submitted when it first says so, or else when the predecessor ends.
   *
   * @param submitsNow asked in the order of time
   */
  public ChainOutcome follow(Predicate<ChainMoment> submitsNow) {
    BatchSimulator simulator = beginning.copy();
    simulator.runTo(firstDecision());
    while (simulator.clock() < upper && !submitsNow.test(moment(simulator))) {
      simulator.runTo(Math.min(upper, simulator.clock() + DECISION_SECONDS));
    }
    simulator.submitNow(successor);
    simulator.runToStart(successor);
    return outcome(simulator);
  }

  /**
   * How long the successor waits by when it is submitted.
   *
   * @param count moments at equal distances from the first decision to the end of the predecessor,
   *     at least 2
   */
  public List<ChainWait> waits(int count) {
    BatchSimulator simulator = beginning.copy();
    List<ChainWait> waits = new ArrayList<>();
    for (long second : moments(count)) {
      simulator.runTo(second);
      waits.add(new ChainWait(moment(simulator), waitFrom(simulator)));
    }
    return waits;
  }

  /**
   * As {@link #follow}, for a policy that looks at the last day of states as well. What such a
   * policy and one that doesn't decide alike has the same outcome.
   *
   * @param submitsNow asked in the order of time
   */
  public ChainOutcome followSeeing(Predicate<ChainSight> submitsNow) {
    BatchSimulator simulator = simulator();
    StateHistory history = new StateHistory(start);
    history.run(simulator, firstDecision());
    while (simulator.clock() < upper && !submitsNow.test(sight(simulator, history))) {
      history.run(simulator, Math.min(upper, simulator.clock() + DECISION_SECONDS));
    }
    simulator.submitNow(successor);
    simulator.runToStart(successor);
    return outcome(simulator);
  }

  /**
   * As {@link #waits}, with the last day of states as well.
   *
   * @param count moments, at least 2
   */
  public List<SightedWait> sightedWaits(int count) {
    BatchSimulator simulator = simulator();
    StateHistory history = new StateHistory(start);
    List<SightedWait> waits = new ArrayList<>();
    for (long second : moments(count)) {
      history.run(simulator, second);
      ChainSight sight = sight(simulator, history);
      waits.add(new SightedWait(sight, waitFrom(simulator)));
    }
    return waits;
  }

  private ChainSight sight(BatchSimulator simulator, StateHistory history) {
    return new ChainSight(moment(simulator), history.states(), chain(simulator));
  }

  private List<Long> moments(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> settings.tickAt(firstDecision() + (upper - firstDecision()) * i / (count - 1)))
        .toList();
  }

  /** Seconds that the successor waits if it is submitted now. */
  private long waitFrom(BatchSimulator simulator) {
    BatchSimulator alone = simulator.copy();
    alone.submitNow(successor);
    return alone.runToStart(successor) - simulator.clock();
  }

  /** The tick after the one in which the predecessor starts: then that can be seen. */
  private long firstDecision() {
    return upper - RUN_SECONDS + settings.tickSeconds();
  }

  /** What is known before the next tick. */
  private ChainMoment moment(BatchSimulator simulator) {
    QueueView queue = simulator.queueFor(jobs.get(successor));
    return new ChainMoment(
        simulator.clock(),
        upper - simulator.clock(),
        nodes,
        queue.jobs(),
        queue.nodes(),
        queue.nodeSeconds(),
        queue.longestWaitSeconds(),
        simulator.recentWaitMinutes(),
        queue.freeNodes(),
        queue.plannedWaitSeconds());
  }

  private ChainOutcome outcome(BatchSimulator simulator) {
    return new ChainOutcome(
        simulator.submitSecond(successor),
        simulator.startSecond(predecessor),
        simulator.startSecond(successor));
  }

  /**
   * Submissions at equal distances from {@link #lower} to {@link #upper}, at a tick each.
   *
   * @param count of them, at least 2
   */
  public List<Long> probes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> settings.tickAt(lower() + (upper - lower()) * i / (count - 1)))
        .toList();
  }

  /**
   * Samples of submissions.
   *
   * @param submissions ascending seconds from {@link #lower} on
   * @param time which states they hold
   */
  public List<ChainSample> samples(List<Long> submissions, FeatureTime time) {
    BatchSimulator simulator = simulator();
    StateHistory history = new StateHistory(start);
    List<ChainSample> samples = new ArrayList<>();
    for (long second : submissions) {
      history.run(simulator, second);
      samples.add(sample(simulator.copy(), new StateHistory(history), time));
    }
    return samples;
  }

  private ChainSample sample(BatchSimulator simulator, StateHistory history, FeatureTime time) {
    double[] chain = chain(simulator);
    simulator.submitNow(successor);
    if (time == FeatureTime.AT_SUBMISSION) {
      simulator.runToStart(successor);
    } else {
      runWithHistory(simulator, history);
    }
    return new ChainSample(outcome(simulator), ClusterState.rows(history.states(), chain));
  }

  /** The artifact looks for what became of the chain at the tick after the start. */
  private void runWithHistory(BatchSimulator simulator, StateHistory history) {
    while (simulator.startSecond(successor) == BatchSimulator.NEVER) {
      history.run(simulator, simulator.clock() + settings.tickSeconds());
    }
  }

  /** What is known of both jobs of the chain before the next tick. */
  private double[] chain(BatchSimulator simulator) {
    long limit = RUN_SECONDS / BatchSettings.MINUTE;
    long begun = simulator.startSecond(predecessor);
    boolean waits = begun == BatchSimulator.NEVER;
    long now = simulator.clock();
    long wait = (waits ? now : begun) - simulator.submitSecond(predecessor);
    long elapsed = waits ? 0 : Math.min(now - begun, RUN_SECONDS);
    return new double[] {limit, nodes, wait, elapsed, limit, nodes, 0, 0};
  }
}
