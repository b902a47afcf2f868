package org.limpid.simulation.policy.tiresias;

import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.FoundFinished;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.queue.JobQueue;
import org.limpid.simulation.queue.QuotaWalk;

/**
 * Tiresias with two discretized queues (2D-LAS): jobs that have attained little service go before
 * those that have attained much, each group in order of submission, with preemption; decided once a
 * minute.
 *
 * <p>Attained service is GPU time in GPU-seconds. Source: Gu et al., "Tiresias: a GPU cluster
 * manager for distributed deep learning", NSDI '19; figures as in the artifact of Lucid.
 */
public final class Tiresias implements Policy {
  private static final PolicyDescription ABOUT =
      PolicyDescription.of("tiresias", "least attained service first in two queues, preemptive")
          .as(Role.YARDSTICK)
          .needing(Need.PREEMPTION)
          .orderedBy(new QueueKey("attained service", "GPU s", false))
          .drawnInStyle(5);

  /** More attained service than this leads to the low queue: 5 GPU-hours. */
  private static final long THRESHOLD_GPU_SECONDS = 18_000;

  /** Seconds between decisions. */
  private static final long PERIOD_SECONDS = 60;

  @Override
  public PolicyDescription about() {
    return ABOUT;
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    return FoundFinished.by(TiresiasScheduler::new, inputs.semantics());
  }

  private static final class TiresiasScheduler implements Scheduler, QuotaWalk.Effects, Resumable {
    private final Partition partition;
    private final PartitionJobs jobs;
    private final QuotaWalk walk;
    private final Level high = new Level();
    private final Level low = new Level();
    private final boolean[] isLow;
    private final long[] attained;
    private final long[] startedAt;
    private final long[] tie;
    private final long[] demotedAt;

    /** Running jobs of the high level by the second in which they will have attained too much. */
    private final JobQueue demotions = new JobQueue();

    private long queued;
    private boolean undecided;

    TiresiasScheduler(Partition partition) {
      this.partition = partition;
      jobs = partition.jobs();
      walk = new QuotaWalk(partition);
      isLow = new boolean[jobs.size()];
      attained = new long[jobs.size()];
      startedAt = new long[jobs.size()];
      tie = new long[jobs.size()];
      demotedAt = new long[jobs.size()];
    }

    @Override
    public void arrived(int job) {
      enqueue(job);
    }

    @Override
    public void ended(int job) {
      leaveRunning(job);
    }

    @Override
    public void schedule() {
      undecided = partition.now() % PERIOD_SECONDS != 0;
      if (undecided) {
        partition.tellPostponed(nextDecision());
        return;
      }
      demote();
      if (partition.waitingJobs() > 0) {
        walk.begin();
        walk.offer(high.waiting, high.running, TiresiasScheduler::waitingFirst);
        walk.offer(low.waiting, low.running, TiresiasScheduler::waitingFirst);
        walk.decide(this);
      }
    }

    @Override
    public long wakeUp() {
      if (partition.waitingJobs() == 0) {
        return Partition.NEVER;
      }
      return undecided ? nextDecision() : nextDemotion();
    }

    private long nextDecision() {
      return (Math.floorDiv(partition.now(), PERIOD_SECONDS) + 1) * PERIOD_SECONDS;
    }

    @Override
    public void beforePreemption(int job) {
      leaveRunning(job);
      attained[job] = attainedService(job);
    }

    @Override
    public void preempted(int job) {
      enqueue(job);
    }

    @Override
    public void started(int job) {
      level(job).waiting.remove(jobs.arrivalSeconds(job), tie[job]);
      startedAt[job] = partition.now();
      tie[job] = partition.startOrder(job);
      if (!isLow[job]) {
        long missing = THRESHOLD_GPU_SECONDS - attained[job];
        demotedAt[job] = partition.now() + missing / jobs.gpuCount(job) + 1;
      }
      joinRunning(job);
    }

    private void joinRunning(int job) {
      level(job).running.add(jobs.arrivalSeconds(job), tie[job], job, jobs.gpuCount(job));
      if (!isLow[job]) {
        demotions.add(demotedAt[job], job, job);
      }
    }

    @Override
    public void save(ByteWriter out) {
      out.putSigned(queued);
      out.putBoolean(undecided);
      for (int job : partition.presentJobs()) {
        out.putSigned(tie[job]);
        out.putBoolean(isLow[job]);
        out.putSigned(attained[job]);
        out.putSigned(startedAt[job]);
        out.putSigned(demotedAt[job]);
      }
    }

    @Override
    public void restore(ByteReader in) {
      queued = in.takeSigned();
      undecided = in.takeBoolean();
      for (int job : partition.presentJobs()) {
        tie[job] = in.takeSigned();
        isLow[job] = in.takeBoolean();
        attained[job] = in.takeSigned();
        startedAt[job] = in.takeSigned();
        demotedAt[job] = in.takeSigned();
        if (partition.isRunning(job)) {
          joinRunning(job);
        } else {
          joinWaiting(job);
        }
      }
    }

    private void enqueue(int job) {
      tie[job] = queued++;
      tell(job);
      joinWaiting(job);
    }

    private void joinWaiting(int job) {
      level(job).waiting.add(jobs.arrivalSeconds(job), tie[job], job, jobs.gpuCount(job));
    }

    private void tell(int job) {
      if (partition.wantsReasons()) {
        int before = level(job).waiting.position(jobs.arrivalSeconds(job), tie[job]);
        int inHigh = isLow[job] ? high.waiting.size() : 0;
        partition.tellQueued(job, inHigh + before, attained[job]);
      }
    }

    private void leaveRunning(int job) {
      level(job).running.remove(jobs.arrivalSeconds(job), tie[job]);
      if (!isLow[job]) {
        demotions.remove(demotedAt[job], job);
      }
    }

    private Level level(int job) {
      return isLow[job] ? low : high;
    }

    private static boolean waitingFirst(double waitingArrival, double runningArrival) {
      return waitingArrival < runningArrival;
    }

    private long attainedService(int job) {
      return attained[job] + jobs.gpuCount(job) * (partition.now() - startedAt[job]);
    }

    /** Moves running jobs that have passed the threshold to the low queue. */
    private void demote() {
      while (!demotions.isEmpty() && demotions.firstKey() <= partition.now()) {
        int job = demotions.first();
        leaveRunning(job);
        isLow[job] = true;
        low.running.add(jobs.arrivalSeconds(job), tie[job], job, jobs.gpuCount(job));
      }
    }

    /** The next decision before which a running job passes the threshold. */
    private long nextDemotion() {
      return demotions.isEmpty()
          ? Partition.NEVER
          : Math.ceilDiv((long) demotions.firstKey(), PERIOD_SECONDS) * PERIOD_SECONDS;
    }
  }

  private static final class Level {
    private final JobQueue waiting = new JobQueue();
    private final JobQueue running = new JobQueue();
  }
}
