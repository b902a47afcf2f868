package org.limpid.profiler;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.Forecast;
import org.limpid.data.ProfilerDescription;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.ForecastWindow;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.ProfilingOutcome.Loan;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.queue.JobStarter;
import org.limpid.simulation.queue.StrictOrder;
import org.limpid.simulation.queue.WaitingQueue;
import org.limpid.simulation.resource.Nodes;

/**
 * The scheduler of the profiler: jobs with fewer GPUs first, nobody passes one that can't be
 * placed, probes come last. While many jobs wait it borrows one node; probes don't count.
 */
final class LeastGpuFirst implements Scheduler {
  private static final long BORROW_PERIOD_SECONDS = 10;
  private static final long RETURN_PERIOD_SECONDS = 100;
  private static final int MANY_WAITING = 10;
  private static final int FEW_WAITING = 5;

  /** Few GPUs are expected when they are at most this many of the largest profiled jobs. */
  private static final int FEW_JOBS = 5;

  private final Partition partition;
  private final ProfilerDescription profiler;
  private final Forecast forecast;
  private final boolean keepsLoans;
  private final ProbeQueue probes;
  private final StrictOrder discipline = new StrictOrder();
  private final WaitingQueue queue;
  private final List<Loan> loans = new ArrayList<>();
  private boolean forecastRanOut;
  private boolean borrowed;
  private long borrowedAt = Partition.NEVER;

  LeastGpuFirst(
      Partition partition,
      ProfilerDescription profiler,
      Forecast forecast,
      boolean keepsLoans,
      ProbeQueue probes) {
    this.partition = partition;
    this.profiler = profiler;
    this.forecast = forecast;
    this.keepsLoans = keepsLoans;
    this.probes = probes;
    PartitionJobs jobs = partition.jobs();
    queue = new WaitingQueue(jobs::gpuCount, ExpectedRun.rough(jobs::estimatedSeconds));
  }

  /** Changes of the partition's size so far. */
  List<Loan> loans() {
    return loans;
  }

  @Override
  public void arrived(int job) {
    if (!probes.takes(job)) {
      queue.add(partition.jobs().gpuCount(job), job, job);
    }
  }

  @Override
  public void ended(int job) {
    probes.ended(job);
  }

  @Override
  public void schedule() {
    discipline.serve(queue, partition, JobStarter.of(partition));
    if (queue.isEmpty()) {
      probes.serve();
    }
    if (!borrowed && mayBorrow() && isDue(BORROW_PERIOD_SECONDS)) {
      borrow();
    } else if (borrowed && isDue(RETURN_PERIOD_SECONDS) && canReturn()) {
      giveBack();
    }
  }

  @Override
  public long wakeUp() {
    if (borrowed) {
      return partition.now() == borrowedAt
          ? partition.now() + 1
          : nextMultiple(RETURN_PERIOD_SECONDS);
    }
    return mayBorrow() ? nextMultiple(BORROW_PERIOD_SECONDS) : Partition.NEVER;
  }

  private boolean mayBorrow() {
    return queue.size() > MANY_WAITING && profiler.lender() != null && profiler.loanNodes() > 0;
  }

  private void borrow() {
    partition.addNode(ProfilingOutcome.LENT_NODE);
    borrowed = true;
    borrowedAt = partition.now();
    loans.add(new Loan(partition.now(), 1));
  }

  private boolean canReturn() {
    Nodes nodes = partition.nodes();
    int position = nodes.positionOf(ProfilingOutcome.LENT_NODE);
    return queue.size() < FEW_WAITING
        && nodes.freeGpus(position) == nodes.gpusPerNode()
        && expectsFewGpus();
  }

  /**
   * Whether few GPUs are forecast. In the published artifact the first look that finds the forecast
   * used up says no; later ones say yes.
   */
  private boolean expectsFewGpus() {
    boolean ranOut =
        forecast.size() > 0 && forecast.firstRowAfter(partition.now()) == forecast.size();
    if (ranOut && !forecastRanOut && !keepsLoans) {
      forecastRanOut = true;
      return false;
    }
    long fewGpus = (long) FEW_JOBS * profiler.maxGpuCount();
    return ForecastWindow.meanGpus(forecast, partition.now()) <= fewGpus;
  }

  private void giveBack() {
    partition.removeNode(partition.nodes().positionOf(ProfilingOutcome.LENT_NODE));
    borrowed = false;
    loans.add(new Loan(partition.now(), -1));
  }

  private boolean isDue(long period) {
    return partition.now() % period == 0;
  }

  private long nextMultiple(long period) {
    return (partition.now() / period + 1) * period;
  }
}
