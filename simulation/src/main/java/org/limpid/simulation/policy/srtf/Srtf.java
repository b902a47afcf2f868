package org.limpid.simulation.policy.srtf;

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
import org.limpid.simulation.world.Truth;

/**
 * Shortest remaining time first (SRTF), by true duration, with preemption; an oracle.
 *
 * <p>Its decision can change only when a job arrives or ends, so no other seconds are visited.
 */
public final class Srtf implements Policy {
  private static final PolicyDescription ABOUT =
      PolicyDescription.of("srtf", "shortest remaining time first, by true duration, preemptive")
          .calledByInitials()
          .as(Role.COMPARED)
          .needing(Need.PREEMPTION, Need.TRUE_DURATIONS)
          .orderedBy(QueueKey.of("remaining time", "s"))
          .drawnInStyle(3);

  @Override
  public PolicyDescription about() {
    return ABOUT;
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    return FoundFinished.by(SrtfScheduler::new, inputs.semantics());
  }

  private static final class SrtfScheduler implements Scheduler, QuotaWalk.Effects, Resumable {
    private final Partition partition;
    private final Truth truth;
    private final QuotaWalk walk;
    private final JobQueue waiting = new JobQueue();
    private final JobQueue running = new JobQueue();
    private final long[] waitingTie;
    private final double[] endKey;
    private final long[] runningTie;
    private long queued;

    SrtfScheduler(Partition partition) {
      this.partition = partition;
      truth = partition.truth();
      walk = new QuotaWalk(partition);
      PartitionJobs jobs = partition.jobs();
      waitingTie = new long[jobs.size()];
      endKey = new double[jobs.size()];
      runningTie = new long[jobs.size()];
    }

    @Override
    public void arrived(int job) {
      enqueue(job, queued++);
    }

    @Override
    public void ended(int job) {
      running.remove(endKey[job], runningTie[job]);
    }

    @Override
    public void schedule() {
      if (waiting.isEmpty()) {
        return;
      }
      walk.begin();
      walk.offer(waiting, running, this::waitingFirst);
      walk.decide(this);
    }

    @Override
    public void beforePreemption(int job) {
      running.remove(endKey[job], runningTie[job]);
    }

    @Override
    public void preempted(int job) {
      enqueue(job, queued++);
    }

    @Override
    public void started(int job) {
      waiting.remove(truth.remaining(job), waitingTie[job]);
      run(job, partition.now() + truth.remaining(job));
    }

    private void run(int job, double end) {
      endKey[job] = end;
      runningTie[job] = partition.startOrder(job);
      running.add(endKey[job], runningTie[job], job, partition.jobs().gpuCount(job));
    }

    @Override
    public void save(ByteWriter out) {
      out.putSigned(queued);
      for (int job : partition.presentJobs()) {
        if (partition.isRunning(job)) {
          out.putDouble(endKey[job]);
        } else {
          out.putSigned(waitingTie[job]);
        }
      }
    }

    @Override
    public void restore(ByteReader in) {
      queued = in.takeSigned();
      for (int job : partition.presentJobs()) {
        if (partition.isRunning(job)) {
          run(job, in.takeDouble());
        } else {
          enqueue(job, in.takeSigned());
        }
      }
    }

    /** Keys are the remaining time of a waiting job and the second in which a running one ends. */
    private boolean waitingFirst(double remaining, double end) {
      return remaining <= end - partition.now();
    }

    private void enqueue(int job, long tie) {
      waitingTie[job] = tie;
      if (partition.wantsReasons()) {
        double left = truth.remaining(job);
        partition.tellQueued(job, waiting.position(left, waitingTie[job]), left);
      }
      waiting.add(truth.remaining(job), waitingTie[job], job, partition.jobs().gpuCount(job));
    }
  }
}
