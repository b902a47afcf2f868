package org.limpid.reference.mirage;

/** The jobs that run, in the order of their starts, and the nodes left free. Mutable. */
final class RunningJobs {
  private final int[] jobs;
  private final int[] nodes;
  private final long[] releases;
  private final long[] limits;
  private int size;
  private int freeNodes;
  private long nextRelease = Long.MAX_VALUE;

  /** None on so many nodes. */
  RunningJobs(int clusterNodes) {
    jobs = new int[clusterNodes];
    nodes = new int[clusterNodes];
    releases = new long[clusterNodes];
    limits = new long[clusterNodes];
    freeNodes = clusterNodes;
  }

  RunningJobs(RunningJobs other) {
    jobs = other.jobs.clone();
    nodes = other.nodes.clone();
    releases = other.releases.clone();
    limits = other.limits.clone();
    size = other.size;
    freeNodes = other.freeNodes;
    nextRelease = other.nextRelease;
  }

  int size() {
    return size;
  }

  int job(int place) {
    return jobs[place];
  }

  int nodes(int place) {
    return nodes[place];
  }

  /** Second at which the limit of a running job ends. */
  long limitEnd(int place) {
    return limits[place];
  }

  int freeNodes() {
    return freeNodes;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** When nodes are next given back. */
  long nextRelease() {
    return nextRelease;
  }

  /**
   * Starts a job.
   *
   * @param release second at which it gives its nodes back
   * @param limitEnd second at which it would have to
   */
  void start(int job, int jobNodes, long release, long limitEnd) {
    if (jobNodes > freeNodes) {
      throw new IllegalStateException(
          "expected at most %d nodes, the free ones, found %d".formatted(freeNodes, jobNodes));
    }
    jobs[size] = job;
    nodes[size] = jobNodes;
    releases[size] = release;
    limits[size] = limitEnd;
    size++;
    freeNodes -= jobNodes;
    nextRelease = Math.min(nextRelease, release);
  }

  /** Lets the jobs go that have ended by now. */
  void release(long now) {
    if (now < nextRelease) {
      return;
    }
    int kept = 0;
    nextRelease = Long.MAX_VALUE;
    for (int place = 0; place < size; place++) {
      if (releases[place] <= now) {
        freeNodes += nodes[place];
      } else {
        nextRelease = Math.min(nextRelease, releases[place]);
        jobs[kept] = jobs[place];
        nodes[kept] = nodes[place];
        releases[kept] = releases[place];
        limits[kept] = limits[place];
        kept++;
      }
    }
    size = kept;
  }
}
