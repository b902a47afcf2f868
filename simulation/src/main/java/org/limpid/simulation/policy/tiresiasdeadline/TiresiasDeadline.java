package org.limpid.simulation.policy.tiresiasdeadline;

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
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.queue.JobQueue;
import org.limpid.simulation.queue.QuotaWalk;
import org.limpid.simulation.queue.Takeover;

/**
 * Tiresias with the three queues that the simulator of ElasticFlow's authors gives it: whoever has
 * attained much service goes down a queue and never up again. Jobs run on the GPUs that they ask
 * for; higher queues take GPUs from lower ones, but nobody takes any from a job of its own queue.
 * Deadlines are only counted.
 *
 * <p>Attained service is GPU time in GPU-seconds. Decisions are made whenever a job arrives, ends
 * or goes down. Source: Gu et al., "Tiresias: a GPU cluster manager for distributed deep learning",
 * NSDI '19; thresholds as in the artifact of ElasticFlow.
 */
public final class TiresiasDeadline implements Policy {
  private static final PolicyDescription ABOUT =
      PolicyDescription.of(
              "tiresias-deadline", "least attained service first in three queues, preemptive")
          .needing(Need.PREEMPTION)
          .orderedBy(new QueueKey("attained service", "GPU s", false))
          .withSettings(ScalingCost.PERCENT)
          .withNotes(Demoted::notes);

  /** More attained service than this leads to the second and to the third queue. */
  private static final long[] THRESHOLDS_GPU_SECONDS = {3_250, 7_200};

  @Override
  public PolicyDescription about() {
    return ABOUT;
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    Settings settings = inputs.settings();
    return FoundFinished.by(
        partition -> new QueuesScheduler(partition, settings), inputs.semantics());
  }

  private static final class QueuesScheduler implements Scheduler, Takeover.Effects, Resumable {
    private final Partition partition;
    private final PartitionJobs jobs;
    private final ScalingCost cost;
    private final QuotaWalk walk;
    private final Level[] levels = new Level[THRESHOLDS_GPU_SECONDS.length + 1];
    private final int[] level;
    private final long[] attained;

    /** When a running job got its GPUs. */
    private final long[] startedAt;

    /** Place in its level, among those that run or among those that wait. */
    private final long[] place;

    /** When a running job goes down. */
    private final long[] demotedAt;

    private final JobQueue demotions = new JobQueue();
    private long places;

    QueuesScheduler(Partition partition, Settings settings) {
      this.partition = partition;
      jobs = partition.jobs();
      cost = ScalingCost.of(settings, partition.nodes().gpuCount());
      walk = new QuotaWalk(partition);
      for (int i = 0; i < levels.length; i++) {
        levels[i] = new Level();
      }
      level = new int[jobs.size()];
      attained = new long[jobs.size()];
      startedAt = new long[jobs.size()];
      place = new long[jobs.size()];
      demotedAt = new long[jobs.size()];
    }

    @Override
    public void arrived(int job) {
      queue(job);
    }

    @Override
    public void ended(int job) {
      leaveRunning(job);
    }

    @Override
    public void schedule() {
      demote();
      if (partition.waitingJobs() == 0) {
        return;
      }
      walk.begin();
      for (Level each : levels) {
        walk.offer(each.waiting, each.running, (_, _) -> false);
      }
      walk.takeOver(job -> cost.seconds(jobs.gpuCount(job)), this);
    }

    @Override
    public long wakeUp() {
      return partition.waitingJobs() == 0 || demotions.isEmpty()
          ? Partition.NEVER
          : (long) demotions.firstKey();
    }

    private void queue(int job) {
      place[job] = places++;
      if (partition.wantsReasons()) {
        int above = 0;
        for (int i = 0; i < level[job]; i++) {
          above += levels[i].waiting.size();
        }
        partition.tellQueued(job, above + level(job).waiting.size(), attained[job]);
      }
      joinWaiting(job);
    }

    private void joinWaiting(int job) {
      level(job).waiting.add(place[job], place[job], job, jobs.gpuCount(job));
    }

    @Override
    public void beforePreemption(int job, int by) {
      leaveRunning(job);
      attained[job] += jobs.gpuCount(job) * (partition.now() - startedAt[job]);
    }

    @Override
    public void preempted(int job) {
      queue(job);
    }

    @Override
    public void started(int job) {
      level(job).waiting.remove(place[job], place[job]);
      startedAt[job] = partition.now();
      place[job] = places++;
      expectDemotion(job);
      joinRunning(job);
    }

    private void expectDemotion(int job) {
      if (level[job] < THRESHOLDS_GPU_SECONDS.length) {
        long missing = THRESHOLDS_GPU_SECONDS[level[job]] - attained[job];
        demotedAt[job] = startedAt[job] + Math.ceilDiv(missing, jobs.gpuCount(job));
      }
    }

    private void joinRunning(int job) {
      level(job).running.add(place[job], place[job], job, jobs.gpuCount(job));
      if (level[job] < THRESHOLDS_GPU_SECONDS.length) {
        demotions.add(demotedAt[job], job, job);
      }
    }

    private void leaveRunning(int job) {
      level(job).running.remove(place[job], place[job]);
      if (level[job] < THRESHOLDS_GPU_SECONDS.length) {
        demotions.remove(demotedAt[job], job);
      }
    }

    /** Running jobs that have attained enough go down, one queue after the other. */
    private void demote() {
      while (!demotions.isEmpty() && demotions.firstKey() <= partition.now()) {
        int job = demotions.first();
        leaveRunning(job);
        long threshold = THRESHOLDS_GPU_SECONDS[level[job]++];
        partition.tellNote(job, Demoted.NOTE, level[job] + 1, threshold);
        place[job] = places++;
        expectDemotion(job);
        joinRunning(job);
      }
    }

    private Level level(int job) {
      return levels[level[job]];
    }

    @Override
    public void save(ByteWriter out) {
      out.putSigned(places);
      for (int job : partition.presentJobs()) {
        out.putSigned(level[job]);
        out.putSigned(attained[job]);
        out.putSigned(startedAt[job]);
        out.putSigned(place[job]);
        out.putSigned(demotedAt[job]);
      }
    }

    @Override
    public void restore(ByteReader in) {
      places = in.takeSigned();
      for (int job : partition.presentJobs()) {
        level[job] = in.takeWhole(0, THRESHOLDS_GPU_SECONDS.length);
        attained[job] = in.takeSigned();
        startedAt[job] = in.takeSigned();
        place[job] = in.takeSigned();
        demotedAt[job] = in.takeSigned();
        if (partition.isRunning(job)) {
          joinRunning(job);
        } else {
          joinWaiting(job);
        }
      }
    }
  }

  /** Jobs of one queue. */
  private static final class Level {
    private final JobQueue waiting = new JobQueue();
    private final JobQueue running = new JobQueue();
  }
}
