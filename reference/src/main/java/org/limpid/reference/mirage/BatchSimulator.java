package org.limpid.reference.mirage;

import java.util.Arrays;
import java.util.List;

/**
 * The simulator of Mirage: a cluster of whole nodes under a scheduler like that of Slurm, in ticks.
 * Every tenth tick is a conservative backfill pass, which plans by wall-time limits; in the others
 * jobs start strictly in the order of their priorities, by the nodes that are really free and
 * whatever the last pass has reserved.
 *
 * <p>A tick: jobs start, the clock moves, jobs that still wait age, jobs that have run for as long
 * as they do give their nodes back. Jobs that are submitted at the time of a tick come before it. A
 * copy goes on alone, so that many continuations share one beginning. Mutable, not safe for several
 * threads.
 */
public final class BatchSimulator {
  /** The start of a job that has not started. */
  public static final long NEVER = Long.MIN_VALUE;

  private final BatchSettings settings;
  private final double ageStep;
  private final List<BatchJob> jobs;
  private final int inTurn;
  private final long[] submits;
  private final long[] starts;
  private final boolean[] backfilled;
  private final PendingJobs pending;
  private final RunningJobs running;
  private final RecentWaits waits;
  private final BackfillPlan plan;
  private int[] starting = new int[64];
  private int next;
  private long clock;
  private int phase;

  /**
   * An empty cluster.
   *
   * @param jobs in the order in which they are submitted: by tick, then by identifier as a text;
   *     each fits on the cluster
   * @param clock second of the first tick; jobs of before are submitted then
   */
  public BatchSimulator(BatchSettings settings, List<BatchJob> jobs, long clock) {
    this(settings, jobs, jobs.size(), clock);
  }

  /**
   * The same with jobs that are submitted only by {@link #submitNow}.
   *
   * @param inTurn so many jobs, the first ones, are submitted by themselves
   */
  BatchSimulator(BatchSettings settings, List<BatchJob> jobs, int inTurn, long clock) {
    this.settings = settings;
    this.inTurn = inTurn;
    ageStep = settings.ageStep();
    this.jobs = List.copyOf(jobs);
    requireSmall();
    submits = new long[jobs.size()];
    starts = new long[jobs.size()];
    backfilled = new boolean[jobs.size()];
    Arrays.fill(starts, NEVER);
    pending = new PendingJobs();
    running = new RunningJobs(settings.nodes());
    waits = new RecentWaits();
    plan = new BackfillPlan(settings.nodes());
    this.clock = settings.tickAt(clock);
    arrive();
  }

  private BatchSimulator(BatchSimulator other) {
    settings = other.settings;
    ageStep = other.ageStep;
    jobs = other.jobs;
    inTurn = other.inTurn;
    submits = other.submits.clone();
    starts = other.starts.clone();
    backfilled = other.backfilled.clone();
    pending = new PendingJobs(other.pending);
    running = new RunningJobs(other.running);
    waits = new RecentWaits(other.waits);
    plan = new BackfillPlan(settings.nodes());
    next = other.next;
    clock = other.clock;
    phase = other.phase;
  }

  private void requireSmall() {
    for (BatchJob job : jobs) {
      if (job.nodes() > settings.nodes()) {
        throw new IllegalArgumentException(
            "job %s needs %d nodes of a cluster of %d"
                .formatted(job.id(), job.nodes(), settings.nodes()));
      }
    }
  }

  /** The same state, which goes on alone. */
  public BatchSimulator copy() {
    return new BatchSimulator(this);
  }

  /** Second of the next tick; jobs submitted by then wait already. */
  public long clock() {
    return clock;
  }

  /** Submission of a job as the simulator takes it: at a tick. */
  public long submitSecond(int job) {
    return submits[job];
  }

  /** Start of a job; {@link #NEVER} while it has none. */
  public long startSecond(int job) {
    return starts[job];
  }

  /**
   * Recorded end of a job that has started: its run time in whole ticks after the start. It may
   * hold its nodes for up to a tick longer.
   */
  public long endSecond(int job) {
    return starts[job] + settings.tickAt(jobs.get(job).runSeconds());
  }

  /** Whether a job was started in a backfill pass, and not at the head of the queue. */
  public boolean isBackfilled(int job) {
    return backfilled[job];
  }

  /** Jobs that wait. */
  public int pendingCount() {
    return pending.size();
  }

  /** Mean wait of the last hundred jobs that started, whole minutes. */
  public long recentWaitMinutes() {
    return waits.meanMinutes();
  }

  /** Second of the next submission, {@link Long#MAX_VALUE} if none is left. */
  public long nextSubmission() {
    return next < inTurn ? settings.tickAt(jobs.get(next).submitSecond()) : Long.MAX_VALUE;
  }

  /** Runs until all jobs have ended. */
  public void runToEnd() {
    while (next < inTurn || pending.size() > 0) {
      step(Long.MAX_VALUE);
    }
    while (!running.isEmpty()) {
      moveTo(running.nextRelease());
      running.release(clock);
    }
  }

  /** Runs all ticks before that of a second. */
  public void runTo(long second) {
    while (clock < second) {
      step(second);
    }
  }

  /**
   * Runs up to and with the tick in which a job starts that waits or will be submitted.
   *
   * @return its start
   */
  public long runToStart(int job) {
    while (starts[job] == NEVER) {
      step(Long.MAX_VALUE);
    }
    return starts[job];
  }

  /** Submits a job now, out of turn; among the jobs of this tick its identifier says its place. */
  void submitNow(int job) {
    submit(job);
  }

  /** What is seen of the cluster before the next tick. */
  ClusterState state() {
    running.release(clock);
    SeenJobs waiting = new SeenJobs(pending.size());
    for (int place = 0; place < pending.size(); place++) {
      int job = pending.job(place);
      waiting.add(jobs.get(job), clock - submits[job], 0);
    }
    SeenJobs started = new SeenJobs(running.size());
    for (int place = 0; place < running.size(); place++) {
      int job = running.job(place);
      started.add(jobs.get(job), starts[job] - submits[job], clock - starts[job]);
    }
    return ClusterState.of(waiting, started);
  }

  /** What the queue tells before the next tick about a job that would be submitted now. */
  QueueView queueFor(BatchJob one) {
    running.release(clock);
    plan.begin(clock, running);
    long nodes = 0;
    long nodeSeconds = 0;
    long longest = 0;
    for (int place = 0; place < pending.size(); place++) {
      BatchJob job = jobs.get(pending.job(place));
      nodes += job.nodes();
      nodeSeconds += job.nodes() * job.limitSeconds();
      longest = Math.max(longest, clock - submits[pending.job(place)]);
      plan.reserve(job.nodes(), job.limitSeconds());
    }
    long planned =
        (long) plan.reserve(one.nodes(), one.limitSeconds()) * BatchSettings.SLOT_SECONDS;
    return new QueueView(pending.size(), nodes, nodeSeconds, longest, running.freeNodes(), planned);
  }

  /** A tick, or all up to the next submission where nobody waits. */
  private void step(long end) {
    if (pending.size() == 0) {
      moveTo(Math.min(end, nextSubmission()));
    } else {
      tick();
    }
    arrive();
  }

  /** Lets ticks pass in which no job waits. */
  private void moveTo(long second) {
    long ticks = Math.ceilDiv(second - clock, (long) settings.tickSeconds());
    phase = (int) ((phase + ticks) % BatchSettings.BACKFILL_TICKS);
    clock += ticks * settings.tickSeconds();
  }

  private void tick() {
    running.release(clock);
    int started = phase == 0 ? backfill() : startInOrder();
    pending.remove(starting, started);
    phase = (phase + 1) % BatchSettings.BACKFILL_TICKS;
    clock += settings.tickSeconds();
    pending.age(ageStep);
  }

  /** Takes the jobs that are submitted by the time of the next tick. */
  private void arrive() {
    while (nextSubmission() <= clock) {
      submit(next++);
    }
  }

  private void submit(int job) {
    submits[job] = clock;
    BatchJob submitted = jobs.get(job);
    pending.add(
        job,
        settings.firstPriority(submitted.nodes()),
        other -> submits[other] == clock && jobs.get(other).id().compareTo(submitted.id()) > 0);
    if (starting.length < pending.size()) {
      starting = new int[2 * pending.size()];
    }
  }

  private int startInOrder() {
    int started = 0;
    while (started < pending.size()
        && jobs.get(pending.job(started)).nodes() <= running.freeNodes()) {
      start(started, started);
      started++;
    }
    return started;
  }

  private int backfill() {
    plan.begin(clock, running);
    int started = 0;
    int tested = Math.min(pending.size(), BatchSettings.MOST_TESTED);
    for (int place = 0; place < tested; place++) {
      BatchJob job = jobs.get(pending.job(place));
      if (plan.reserve(job.nodes(), job.limitSeconds()) == 0) {
        backfilled[pending.job(place)] = place > 0;
        start(place, started++);
      }
    }
    return started;
  }

  private void start(int place, int started) {
    int index = pending.job(place);
    BatchJob job = jobs.get(index);
    int tick = settings.tickSeconds();
    long ticks = Math.max(1, Math.ceilDiv(job.runSeconds(), (long) tick));
    starting[started] = place;
    starts[index] = clock;
    waits.add(clock - submits[index]);
    running.start(index, job.nodes(), clock + ticks * tick, clock + job.limitSeconds());
  }
}
