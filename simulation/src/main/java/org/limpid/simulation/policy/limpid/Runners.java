package org.limpid.simulation.policy.limpid;

import java.util.Arrays;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.sharing.PairRates.Rates;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.resource.Allocation;

/**
 * The running jobs of one virtual cluster: where they are, how fast they run, and how much of them
 * is expected to be left. Starts jobs, and lets those recover that are left alone on a GPU. For one
 * thread.
 */
final class Runners {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private final Partition partition;
  private final PartitionJobs jobs;
  private final LimpidRun run;
  private final ExpectedRun expected;
  private final EstimateErrors errors;
  private final Occupants occupants;
  private final double gangFactor;

  /**
   * Whether a job that stays as fast as it is loses no more than it does: not where other jobs
   * teach what is left of it, where an estimate gives way to a shorter one, or where its CPUs make
   * it faster.
   */
  private final boolean isSteady;

  private final Allocation[] places;
  private final double[] believedRates;
  private final double[] left;

  /**
   * Work that a running job did at former rates, and since when it has its rate of now; counted
   * only where errors are learnt.
   */
  private final double[] work;

  private final long[] rateSince;
  private final long[] leftAt;
  private int[] partners = new int[8];
  private int partnerCount;

  /**
   * @param changes where nodes are noted whose jobs are others, or run at other rates
   */
  Runners(Partition partition, LimpidRun run, NodeChanges changes) {
    this.partition = partition;
    this.run = run;
    jobs = partition.jobs();
    expected = ExpectedRun.rough(jobs::estimatedSeconds, run.leastShare());
    gangFactor = run.gangFactor();
    errors = run.learnsErrors() ? new EstimateErrors() : null;
    isSteady = errors == null && run.leastShare() <= 1 && partition.hosts().isEmpty();
    occupants = new Occupants(partition.nodes().gpusPerNode(), changes);
    places = new Allocation[jobs.size()];
    believedRates = new double[jobs.size()];
    left = new double[jobs.size()];
    work = new double[errors == null ? 0 : jobs.size()];
    rateSince = new long[work.length];
    leftAt = new long[jobs.size()];
    Arrays.fill(leftAt, -1);
  }

  /** Who is on which GPU. */
  Occupants occupants() {
    return occupants;
  }

  /** GPUs of a running job. */
  Allocation place(int job) {
    return places[job];
  }

  /** Progress per second that a running job is believed to make. */
  double believedRate(int job) {
    return believedRates[job];
  }

  /**
   * Work that is expected to be left of a job that is present, seconds of the job alone. What was
   * done in the profiler is done.
   */
  double left(int job) {
    if (leftAt[job] != partition.now()) {
      double attained = attained(job, partition.attained(job));
      left[job] =
          errors == null
              ? expected.left(job, attained)
              : errors.left(jobs.estimatedSeconds(job), attained);
      leftAt[job] = partition.now();
    }
    return left[job];
  }

  /**
   * By how many seconds the expected end of a running job comes nearer in a second at most, as long
   * as it runs as it does now; infinite where nobody can say.
   */
  double mostApproach(int job) {
    return isSteady ? Math.max(0, partition.rate(job) / believedRates[job] - 1) : INFINITE;
  }

  /**
   * A second before which a running job does not end, as long as its rate is the same; minus
   * infinity where nobody can say.
   */
  double earliestEnd(int job) {
    boolean isKnown = isSteady && partition.rate(job) <= 1;
    return isKnown ? partition.now() + left(job) : -INFINITE;
  }

  private double attained(int job, double inVirtualCluster) {
    return run.secondsDone().applyAsLong(jobs.row(job)) + inVirtualCluster;
  }

  /** Appends what was learnt from the jobs that have ended. */
  void save(ByteWriter out) {
    if (errors != null) {
      errors.save(out);
    }
  }

  /** Takes over what was learnt from the jobs that have ended. */
  void restoreErrors(ByteReader in) {
    if (errors != null) {
      errors.restore(in);
    }
  }

  /** Starts a waiting job; on some of its GPUs another one may run already. */
  void start(int job, Allocation place) {
    boolean isFree = partition.nodes().isFree(place);
    put(job, place);
    if (isFree) {
      partition.start(job, place, 1);
      return;
    }
    partition.startShared(job, place, realRate(job), this::realRate);
    findPartners(job, place);
    for (int i = 0; i < partnerCount; i++) {
      believe(partners[i]);
    }
  }

  private void put(int job, Allocation place) {
    places[job] = place;
    occupants.add(job, place);
    believe(job);
  }

  /** A job has ended: those that shared with it go on at other rates. */
  void ended(int job) {
    if (errors != null) {
      errors.ended(jobs.estimatedSeconds(job), attained(job, work[job] + workSince(job)));
    }
    Allocation place = places[job];
    places[job] = null;
    findPartners(job, place);
    occupants.remove(job, place);
    for (int i = 0; i < partnerCount; i++) {
      believe(partners[i]);
      partition.setRate(partners[i], realRate(partners[i]));
    }
  }

  /** Puts the running jobs of a restored state back, in the order of their starts. */
  void restore() {
    int[] running = partition.runningInStartOrder();
    for (int job : running) {
      places[job] = partition.allocation(job);
      occupants.add(job, places[job]);
    }
    for (int job : running) {
      believe(job);
      if (errors != null) {
        work[job] = partition.attained(job);
      }
    }
  }

  private void findPartners(int job, Allocation place) {
    partnerCount = 0;
    for (int i = 0; i < place.nodeCount(); i++) {
      for (long rest = place.gpuMask(i); rest != 0; rest &= rest - 1) {
        int other = occupants.other(job, place.node(i), Long.numberOfTrailingZeros(rest));
        if (other != Occupants.NOBODY && !isPartner(other)) {
          partners =
              partnerCount == partners.length
                  ? Arrays.copyOf(partners, 2 * partnerCount)
                  : partners;
          partners[partnerCount++] = other;
        }
      }
    }
  }

  private boolean isPartner(int job) {
    for (int i = 0; i < partnerCount; i++) {
      if (partners[i] == job) {
        return true;
      }
    }
    return false;
  }

  private void believe(int job) {
    if (errors != null) {
      work[job] += workSince(job);
      rateSince[job] = partition.now();
    }
    believedRates[job] = rate(job, true);
    occupants.changed(places[job]);
  }

  private double workSince(int job) {
    return believedRates[job] * (partition.now() - rateSince[job]);
  }

  private double realRate(int job) {
    return rate(job, false);
  }

  /** The slowest of its GPUs sets the pace of a job. */
  private double rate(int job, boolean believed) {
    Allocation place = places[job];
    double slowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < place.nodeCount(); i++) {
      for (long rest = place.gpuMask(i); rest != 0; rest &= rest - 1) {
        int gpu = Long.numberOfTrailingZeros(rest);
        slowest = Math.min(slowest, rate(job, place.node(i), gpu, believed));
      }
    }
    return slowest;
  }

  private double rate(int job, int node, int gpu, boolean believed) {
    int other = occupants.other(job, node, gpu);
    if (other == Occupants.NOBODY) {
      return 1;
    }
    boolean isOlder = occupants.isOlder(job, node, gpu);
    int newcomer = jobs.workload(isOlder ? other : job);
    int host = jobs.workload(isOlder ? job : other);
    Rates rates =
        believed ? run.pairs().believed(newcomer, host) : run.pairs().real(newcomer, host);
    double rate = isOlder ? rates.ofPartner() : rates.ofNewcomer();
    return believed ? rate : rate * gangFactor(job, other);
  }

  private double gangFactor(int job, int other) {
    boolean suffers = jobs.gpuCount(job) > 1 && jobs.gpuCount(job) != jobs.gpuCount(other);
    return suffers ? gangFactor : 1;
  }
}
