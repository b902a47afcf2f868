package org.limpid.simulation.loop;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.limpid.simulation.job.PartitionJobs;

/**
 * Who arrives next: jobs in the order in which they are due, except that a job with a predecessor
 * arrives only when that one has left, however it did. Among those of one second the one with the
 * smaller number comes first.
 */
final class Arrivals {
  private static final Comparator<Due> ORDER =
      Comparator.comparingLong(Due::second).thenComparingInt(Due::job);

  private final PartitionJobs jobs;
  private final PriorityQueue<Due> released = new PriorityQueue<>(ORDER);
  private int next;
  private long due;

  /** Per job the first one that follows it, and per job the next one with the same predecessor. */
  private int[] firstFollower;

  private int[] nextFollower;

  private record Due(long second, int job) {}

  Arrivals(PartitionJobs jobs) {
    this.jobs = jobs;
    if (jobs.hasPredecessors()) {
      chain();
    }
    skipFollowers();
  }

  private void chain() {
    firstFollower = new int[jobs.size()];
    Arrays.fill(firstFollower, Partition.NOBODY);
    nextFollower = firstFollower.clone();
    for (int job = jobs.size() - 1; job >= 0; job--) {
      int before = jobs.predecessor(job);
      if (before != Partition.NOBODY) {
        nextFollower[job] = firstFollower[before];
        firstFollower[before] = job;
      }
    }
  }

  private void skipFollowers() {
    while (next < jobs.size() && jobs.predecessor(next) != Partition.NOBODY) {
      next++;
    }
    due = next == jobs.size() ? Partition.NEVER : jobs.arrivalSeconds(next);
  }

  /** The second of the next arrival that is certain; {@link Partition#NEVER} if there is none. */
  long nextSecond() {
    return released.isEmpty() ? due : Math.min(due, released.element().second());
  }

  /** The job that arrives next; there must be one. */
  int take() {
    if (!released.isEmpty() && isFirst(released.element())) {
      return released.remove().job();
    }
    int job = next++;
    skipFollowers();
    return job;
  }

  private boolean isFirst(Due first) {
    return ORDER.compare(first, new Due(due, next)) < 0;
  }

  /** A job has left. */
  void ended(int job, long second) {
    if (firstFollower == null) {
      return;
    }
    for (int follower = firstFollower[job];
        follower != Partition.NOBODY;
        follower = nextFollower[follower]) {
      released.add(new Due(Math.max(second, jobs.arrivalSeconds(follower)), follower));
    }
  }

  /** So many jobs, the first ones, have arrived already. */
  void skip(int count) {
    next = count;
    skipFollowers();
  }
}
