package org.limpid.simulation.policy.limpid;

import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.queue.JobQueue;

/** Which profiles are known, and when the next one becomes known. For one thread. */
final class Knowledge {
  private final Partition partition;
  private final PartitionJobs jobs;
  private final LimpidRun run;
  private final long revealingSeconds;
  private final long[] knownFrom;
  private final JobQueue coming = new JobQueue();

  Knowledge(Partition partition, LimpidRun run) {
    this.partition = partition;
    this.run = run;
    revealingSeconds = run.revealingSeconds();
    jobs = partition.jobs();
    knownFrom = new long[jobs.size()];
  }

  /** Whether the profile of a job that is present is known. */
  boolean isKnown(int job) {
    return knownFrom[job] <= partition.now();
  }

  void arrived(int job) {
    expect(job, run.knownFrom().applyAsLong(jobs.row(job)));
  }

  /** A job has started: it shows what it is by running. */
  void started(int job) {
    long shown = partition.now() + revealingSeconds;
    if (knownFrom[job] > shown) {
      expect(job, shown);
    }
  }

  private void expect(int job, long second) {
    knownFrom[job] = second;
    if (second > partition.now() && second != Partition.NEVER) {
      coming.add(second, job, job);
    }
  }

  /** The second after this one in which the next profile becomes known. */
  long nextSecond() {
    while (!coming.isEmpty() && !isComing(coming.first(), coming.firstKey())) {
      coming.removeFirst();
    }
    return coming.isEmpty() ? Partition.NEVER : (long) coming.firstKey();
  }

  /** A job that has become known by now, each once; -1 if there is no other. */
  int takeKnown() {
    while (!coming.isEmpty() && coming.firstKey() <= partition.now()) {
      int job = coming.first();
      boolean counts = isComing(job, coming.firstKey());
      coming.removeFirst();
      if (counts) {
        return job;
      }
    }
    return -1;
  }

  /** Not if the job has left, or became known earlier. */
  private boolean isComing(int job, double second) {
    return partition.state().isPresent(job) && knownFrom[job] == (long) second;
  }

  /** Takes over a job that is present in a restored state. */
  void restore(int job) {
    arrived(job);
    if (partition.isRunning(job)) {
      long shown = partition.state().startSeconds(job) + revealingSeconds;
      if (knownFrom[job] > shown) {
        expect(job, shown);
      }
    }
  }
}
