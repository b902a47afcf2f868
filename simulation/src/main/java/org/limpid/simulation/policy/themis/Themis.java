package org.limpid.simulation.policy.themis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.queue.Takeover;
import org.limpid.simulation.queue.WaitingLine;
import org.limpid.simulation.world.Truth;

/**
 * Finish-time fairness as in Themis: GPUs are lent for a lease, and at its end go to those who need
 * the largest shares of their speed so that all jobs are treated alike. Jobs run on the GPUs that
 * they ask for, and deadlines are only counted.
 *
 * <p>Source: Mahajan et al., "Themis: fair and efficient GPU cluster scheduling", NSDI '20, as far
 * as the simulator of ElasticFlow's authors takes it: how long jobs will run is known, and nobody
 * bids. {@link FairShares} has the formula; all times in it are seconds.
 */
public final class Themis implements Policy {
  /** Length of a lease. */
  public static final Setting<Integer> LEASE_SECONDS =
      Setting.wholeNumber("leaseSeconds", 60, 86_400)
          .option("lease", "SECONDS", "Time for which themis lends GPUs while others wait (300).")
          .label("lease of themis")
          .byDefault(300)
          .build();

  private static final PolicyDescription ABOUT =
      PolicyDescription.of("themis", "finish-time fairness in leases, by true duration, preemptive")
          .needing(Need.PREEMPTION, Need.TRUE_DURATIONS)
          .orderedBy(new QueueKey("place in line", "", false))
          .withSettings(LEASE_SECONDS, ScalingCost.PERCENT)
          .withNotes(LeaseLost::notes);

  @Override
  public PolicyDescription about() {
    return ABOUT;
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    Settings settings = inputs.settings();
    return FoundFinished.by(
        partition -> new ThemisScheduler(partition, settings), inputs.semantics());
  }

  private static final class ThemisScheduler implements Scheduler, Takeover.Effects, Resumable {
    private final Partition partition;
    private final PartitionJobs jobs;
    private final Truth truth;
    private final WaitingLine waiting;
    private final ScalingCost cost;
    private final long leaseSeconds;

    /** Per job what it has done, as time on its equal part of the cluster. */
    private final double[] fairSeconds;

    /** Per job its share at the last decision that it was part of. */
    private final double[] share;

    private long countedUntil;
    private int presentBefore;

    ThemisScheduler(Partition partition, Settings settings) {
      this.partition = partition;
      jobs = partition.jobs();
      truth = partition.truth();
      waiting = new WaitingLine(partition);
      cost = ScalingCost.of(settings, partition.nodes().gpuCount());
      leaseSeconds = settings.get(LEASE_SECONDS);
      fairSeconds = new double[jobs.size()];
      share = new double[jobs.size()];
      countedUntil = partition.now();
    }

    @Override
    public void arrived(int job) {
      waiting.add(job);
    }

    @Override
    public void ended(int job) {}

    @Override
    public void schedule() {
      count();
      if (partition.now() % leaseSeconds == 0 && !waiting.isEmpty()) {
        lend();
      }
      waiting.startWhoFits();
    }

    /** Counts what was done since the last call; then as many jobs were present as now before. */
    private void count() {
      long seconds = partition.now() - countedUntil;
      partition.forEachRunning(job -> {
        if (partition.state().since(job) < partition.now()) {
          fairSeconds[job] += seconds / alone(job, presentBefore);
        }
      });
      countedUntil = partition.now();
      presentBefore = partition.runningJobs() + partition.waitingJobs();
    }

    /** Speed of a job on an equal part of the GPUs, at most 1. */
    private double alone(int job, int present) {
      int part = Math.ceilDiv(partition.nodes().gpuCount(), Math.max(1, present));
      return Math.min(1, (double) part / jobs.gpuCount(job));
    }

    private void lend() {
      int[] present = partition.presentJobs();
      findShares(present);
      List<Integer> byShare =
          IntStream.of(present)
              .boxed()
              .sorted(Comparator.comparingDouble(job -> -share[job]))
              .toList();
      List<Integer> lenders = new ArrayList<>();
      List<Integer> newcomers = new ArrayList<>();
      int free = partition.nodes().gpuCount();
      for (int job : byShare) {
        boolean fits = jobs.gpuCount(job) <= free;
        free -= fits ? jobs.gpuCount(job) : 0;
        if (fits != partition.isRunning(job)) {
          (fits ? newcomers : lenders).add(job);
        }
      }
      Takeover takeover = new Takeover(partition, lenders.reversed(), this::overheadSeconds, this);
      newcomers.forEach(takeover::tryStart);
    }

    private void findShares(int[] present) {
      FairShares shares = new FairShares(present.length);
      for (int job : present) {
        shares.add(
            jobs.gpuCount(job),
            partition.now() - jobs.arrivalSeconds(job),
            Math.max(1, truth.remaining(job)),
            fairSeconds[job],
            alone(job, present.length));
      }
      double[] found = shares.shares(partition.nodes().gpuCount());
      for (int i = 0; i < present.length; i++) {
        share[present[i]] = found[i];
      }
    }

    private long overheadSeconds(int job) {
      return cost.seconds(jobs.gpuCount(job));
    }

    @Override
    public void beforePreemption(int job, int by) {
      partition.tellNote(job, LeaseLost.NOTE, by, share[job], share[by]);
    }

    @Override
    public void preempted(int job) {
      waiting.add(job);
    }

    @Override
    public void started(int job) {
      waiting.remove(job);
    }

    @Override
    public long wakeUp() {
      return waiting.isEmpty()
          ? Partition.NEVER
          : (Math.floorDiv(partition.now(), leaseSeconds) + 1) * leaseSeconds;
    }

    @Override
    public void save(ByteWriter out) {
      waiting.save(out);
      out.putSigned(countedUntil);
      out.putSigned(presentBefore);
      for (int job : partition.presentJobs()) {
        out.putDouble(fairSeconds[job]);
      }
    }

    @Override
    public void restore(ByteReader in) {
      waiting.restore(in);
      countedUntil = in.takeSigned();
      presentBefore = in.takeWhole(0, Integer.MAX_VALUE);
      for (int job : partition.presentJobs()) {
        fairSeconds[job] = in.takeDouble();
      }
    }
  }
}
