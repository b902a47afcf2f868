package org.limpid.reference.synergy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the servers of a cluster have given away, and to which jobs. */
final class Servers {
  private final SynergyCluster cluster;
  private final Resources[] used;
  private final List<List<JobState>> jobs;

  Servers(SynergyCluster cluster) {
    this.cluster = cluster;
    this.used =
        Stream.generate(() -> Resources.NONE).limit(cluster.servers()).toArray(Resources[]::new);
    this.jobs =
        Stream.generate(ArrayList<JobState>::new)
            .limit(cluster.servers())
            .collect(ArrayList::new, List::add, List::addAll);
  }

  int count() {
    return used.length;
  }

  SynergyCluster cluster() {
    return cluster;
  }

  /** What a server has left. */
  Resources free(int server) {
    return cluster.server().minus(used[server]);
  }

  int freeGpus(int server) {
    return (int) free(server).gpus();
  }

  int freeGpus() {
    return IntStream.range(0, count()).map(this::freeGpus).sum();
  }

  /** The jobs placed on a server in this round, in an order that an allocator may change. */
  List<JobState> jobs(int server) {
    return jobs.get(server);
  }

  /** Forgets which jobs were placed in the last round. */
  void forgetJobs() {
    jobs.forEach(List::clear);
  }

  /** Places a job. */
  void place(JobState job, List<Share> shares) {
    give(job, shares);
    shares.forEach(share -> jobs.get(share.server()).add(job));
  }

  /** Gives a job that is placed something else on the same servers. */
  void exchange(JobState job, List<Share> shares) {
    takeBack(job);
    give(job, shares);
  }

  private void give(JobState job, List<Share> shares) {
    shares.forEach(share -> used[share.server()] = used[share.server()].plus(share.resources()));
    job.hold(shares);
  }

  /** Takes everything that a job has. */
  void takeBack(JobState job) {
    for (Share share : job.shares()) {
      used[share.server()] = used[share.server()].minus(share.resources());
    }
    job.hold(List.of());
  }
}
