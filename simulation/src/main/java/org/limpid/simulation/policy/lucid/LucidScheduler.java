package org.limpid.simulation.policy.lucid;

import java.util.Arrays;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.profiling.NodeLender;
import org.limpid.simulation.policy.sharing.PairRates;
import org.limpid.simulation.policy.sharing.WorkloadFacts;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.queue.JobStarter;
import org.limpid.simulation.queue.QueueDiscipline;
import org.limpid.simulation.queue.WaitingQueue;
import org.limpid.simulation.resource.NodeReservation;

/** Lucid in one virtual cluster. */
final class LucidScheduler implements Scheduler, Resumable {
  private final Partition partition;
  private final PartitionJobs jobs;
  private final double[] priority;
  private final WorkloadFacts facts;
  private final SharingSwitch sharing;
  private final SharingRule rule;
  private final NodeLender lender;
  private final QueueDiscipline whileSharing;
  private final QueueDiscipline otherwise;
  private final LucidColumns columns;
  private final boolean survivorRecovers;
  private final WaitingQueue queue;
  private final int[] pairedWith;
  private final boolean[] joinedLater;
  private final boolean[] survives;
  private boolean startedAny;
  private boolean tryAgain;
  private boolean wasSharing;

  LucidScheduler(
      Partition partition,
      LucidRun run,
      NodeLender lender,
      QueueDiscipline whileSharing,
      QueueDiscipline otherwise,
      ExpectedRun expected) {
    this.partition = partition;
    this.lender = lender;
    this.whileSharing = whileSharing;
    this.otherwise = otherwise;
    jobs = partition.jobs();
    priority = new double[jobs.size()];
    facts = run.facts();
    sharing = run.sharing();
    columns = run.columns();
    survivorRecovers = run.survivorRecovers();
    rule = new SharingRule(partition, run, priority);
    queue = new WaitingQueue(rule::kind, expected);
    pairedWith = new int[jobs.size()];
    Arrays.fill(pairedWith, SharingRule.NOBODY);
    joinedLater = new boolean[jobs.size()];
    survives = new boolean[jobs.size()];
  }

  @Override
  public void arrived(int job) {
    priority[job] = jobs.estimatedSeconds(job) * jobs.gpuCount(job);
    columns.priority[jobs.row(job)] = priority[job];
    columns.shareScore[jobs.row(job)] = facts.shareScore(jobs.workload(job));
    int rank = partition.state().arrivalRank(job);
    if (partition.wantsReasons()) {
      partition.tellQueued(job, queue.position(priority[job], rank), priority[job]);
    }
    queue.add(priority[job], rank, job);
  }

  @Override
  public void schedule() {
    startedAny = false;
    boolean isSharing = sharing.isOn(partition.now());
    tellSwitch(isSharing);
    if (isSharing) {
      whileSharing.serve(queue, partition, new Sharing());
    } else {
      otherwise.serve(queue, partition, new Starting());
    }
    // A job that was tried before another one started might share with that one.
    tryAgain = isSharing && startedAny;
    if (lender.act()) {
      tryAgain = true;
      partition.tellPostponed(partition.now() + 1);
    }
  }

  @Override
  public long wakeUp() {
    if (queue.isEmpty()) {
      return lender.nextSecond();
    }
    long next = tryAgain ? partition.now() + 1 : sharing.nextMove(partition.now());
    return Math.min(next, lender.nextSecond());
  }

  @Override
  public void ended(int job) {
    rule.ended(job);
    int other = pairedWith[job];
    if (other != SharingRule.NOBODY) {
      endPair(job, other);
    } else if (survives[job]) {
      recordAlone(job);
    }
  }

  @Override
  public void save(ByteWriter out) {
    out.putBoolean(tryAgain);
    lender.save(out);
    rule.save(out);
    for (int job : partition.presentJobs()) {
      columns.save(jobs.row(job), out);
      out.putSigned(pairedWith[job]);
      out.putBoolean(joinedLater[job]);
      out.putBoolean(survives[job]);
    }
  }

  @Override
  public void restore(ByteReader in) {
    tryAgain = in.takeBoolean();
    lender.restore(in);
    rule.restore(in);
    for (int job : partition.presentJobs()) {
      columns.restore(jobs.row(job), in);
      pairedWith[job] = in.takeWhole(SharingRule.NOBODY, jobs.size() - 1);
      joinedLater[job] = in.takeBoolean();
      survives[job] = in.takeBoolean();
      priority[job] = columns.priority[jobs.row(job)];
      if (!partition.isRunning(job)) {
        queue.add(priority[job], job, job);
      }
    }
  }

  private void tellSwitch(boolean isSharing) {
    if (isSharing != wasSharing) {
      wasSharing = isSharing;
      partition.tellNote(
          Note.NO_JOB,
          SharingSwitched.NOTE,
          isSharing ? 1 : 0,
          sharing.forecastJobs(partition.now()));
    }
  }

  /** Starts jobs on GPUs of their own. */
  private class Starting implements JobStarter {
    @Override
    public boolean tryStart(int job, NodeReservation avoided) {
      if (!partition.tryStart(job, avoided)) {
        return false;
      }
      rule.started(job, true);
      startedAny = true;
      return true;
    }

    @Override
    public boolean mayStart(int job) {
      return partition.mayStart(job);
    }
  }

  /** Starts jobs on GPUs of others, or else on their own. */
  private final class Sharing extends Starting {
    @Override
    public boolean tryStart(int job, NodeReservation avoided) {
      int partner = rule.findPartner(job, avoided);
      if (partner != SharingRule.NOBODY) {
        share(job, partner);
        return true;
      }
      boolean started = super.tryStart(job, avoided);
      if (!started && partition.wantsReasons()) {
        rule.tellRefusals(job, avoided);
      }
      return started;
    }

    @Override
    public boolean mayStart(int job) {
      return super.mayStart(job) || rule.mayFindPartner(job);
    }

    @Override
    public boolean startsMakeRoom() {
      return true;
    }
  }

  private void share(int job, int partner) {
    PairRates.Rates rates = facts.rates().of(jobs.workload(job), jobs.workload(partner));
    partition.startShared(job, partner, rates.ofNewcomer(), rates.ofPartner());
    rule.started(job, false);
    rule.setAlone(partner, false);
    pairedWith[job] = partner;
    pairedWith[partner] = job;
    joinedLater[job] = true;
    joinedLater[partner] = false;
    columns.colocatedAt[jobs.row(job)] = partition.now();
    columns.rate[jobs.row(job)] = rates.ofNewcomer();
    startedAny = true;
  }

  private void endPair(int job, int other) {
    pairedWith[job] = SharingRule.NOBODY;
    pairedWith[other] = SharingRule.NOBODY;
    if (!joinedLater[job]) {
      recordAlone(job);
    }
    if (joinedLater[job] || survivorRecovers) {
      partition.setRate(other, 1);
      rule.setAlone(other, true);
      joinedLater[other] = false;
      recordAlone(other);
    } else {
      survives[other] = true;
    }
  }

  private void recordAlone(int job) {
    columns.rate[jobs.row(job)] = 1;
    columns.decolocatedAt[jobs.row(job)] = partition.now();
  }
}
