package org.limpid.simulation.queue;

/** The waiting jobs of one kind in the order of the queue, and where a walk stands among them. */
final class Lane implements Comparable<Lane> {
  private final JobQueue jobs = new JobQueue();
  private JobQueue.Walk walk;
  private int mostSeconds;

  /** The jobs; what counts as their weight is how long they are expected to run, seconds. */
  JobQueue jobs() {
    return jobs;
  }

  /** Where the walk stands. */
  JobQueue.Walk walk() {
    return walk;
  }

  /** Puts a walk on the first job behind this key and tie; false if there is none. */
  boolean stepBehind(double key, long tie) {
    walk = jobs.walkBehind(key, tie);
    mostSeconds = Integer.MAX_VALUE;
    return walk.next();
  }

  /** Steps to the next job; false if there is none. */
  boolean step() {
    return walk.nextOfAtMost(mostSeconds);
  }

  /** From now on steps only to jobs that are expected to run for at most so long. */
  void limit(long seconds) {
    mostSeconds = (int) Math.min(mostSeconds, seconds);
  }

  /** By the jobs on which the walks stand. */
  @Override
  public int compareTo(Lane other) {
    int byKey = Double.compare(walk.key(), other.walk.key());
    return byKey != 0 ? byKey : Long.compare(walk.tie(), other.walk.tie());
  }
}
