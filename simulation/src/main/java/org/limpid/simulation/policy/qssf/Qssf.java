package org.limpid.simulation.policy.qssf;

import java.util.Arrays;
import java.util.List;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.ExactEstimates;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.queue.JobStarter;
import org.limpid.simulation.queue.QueueDiscipline;
import org.limpid.simulation.queue.WaitingQueue;

/**
 * Quasi-shortest-service-first (QSSF) of Helios: the smallest estimated GPU time first, where GPU
 * time is the estimated duration times the GPU count; among equals the one with fewer GPUs.
 *
 * <p>As in the published artifact of Lucid, jobs that arrive at an empty queue are ordered by GPU
 * count alone in that second, and by GPU time from the next second on.
 *
 * <p>Source: Hu et al., "Characterization and prediction of deep learning workloads in large-scale
 * GPU datacenters", SC '21, section 4.2.
 */
public final class Qssf implements Policy {
  private static final PolicyDescription ABOUT =
      PolicyDescription.of("qssf", "smallest estimated GPU time first")
          .calledByInitials()
          .as(Role.COMPARED)
          .needing(Need.ESTIMATES)
          .orderedBy(QueueKey.GPU_TIME)
          .withOwnEstimates("qssf")
          .drawnInStyle(4);

  private final Discipline discipline;
  private final PolicyDescription about;

  private Qssf(Discipline discipline) {
    this.discipline = discipline;
    about = ABOUT.under(discipline);
  }

  /** QSSF under every queue discipline. */
  public static List<Policy> variants() {
    return Arrays.stream(Discipline.values()).<Policy>map(Qssf::new).toList();
  }

  @Override
  public PolicyDescription about() {
    return about;
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    return partition -> {
      ExpectedRun expected =
          ExactEstimates.expected(inputs.settings(), partition.jobs()::estimatedSeconds);
      return new QssfScheduler(partition, discipline.create(expected), expected);
    };
  }

  private static final class QssfScheduler implements Scheduler, Resumable {
    private static final int GPU_COUNT_SHIFT = 40;

    private final Partition partition;
    private final QueueDiscipline discipline;
    private final JobStarter starter;
    private final WaitingQueue byGpuTime;
    private final WaitingQueue arrivals;
    private long lastArrival = Partition.NEVER;

    QssfScheduler(Partition partition, QueueDiscipline discipline, ExpectedRun expected) {
      this.partition = partition;
      this.discipline = discipline;
      starter = JobStarter.of(partition);
      byGpuTime = new WaitingQueue(partition.jobs()::gpuCount, expected);
      arrivals = new WaitingQueue(partition.jobs()::gpuCount, expected);
    }

    @Override
    public void arrived(int job) {
      if (!arrivals.isEmpty() && lastArrival < partition.now()) {
        rank();
      }
      lastArrival = partition.now();
      tell(job);
      arrivals.add(partition.jobs().gpuCount(job), partition.state().arrivalRank(job), job);
    }

    private void tell(int job) {
      if (partition.wantsReasons()) {
        int before = byGpuTime.position(gpuTime(job), tie(job));
        partition.tellQueued(job, before, gpuTime(job));
      }
    }

    @Override
    public void ended(int job) {}

    @Override
    public void schedule() {
      boolean earlierJobsWait = !byGpuTime.isEmpty() || lastArrival < partition.now();
      if (earlierJobsWait && !arrivals.isEmpty()) {
        rank();
      }
      discipline.serve(arrivals.isEmpty() ? byGpuTime : arrivals, partition, starter);
    }

    @Override
    public long wakeUp() {
      return arrivals.isEmpty() ? Partition.NEVER : partition.now() + 1;
    }

    @Override
    public void save(ByteWriter out) {
      byGpuTime.save(out);
      arrivals.save(out);
      out.putSigned(lastArrival);
    }

    @Override
    public void restore(ByteReader in) {
      byGpuTime.restore(in);
      arrivals.restore(in);
      lastArrival = in.takeSigned();
    }

    private void rank() {
      arrivals.drainTo(job -> byGpuTime.add(gpuTime(job), tie(job), job));
    }

    private double gpuTime(int job) {
      PartitionJobs jobs = partition.jobs();
      return jobs.estimatedSeconds(job) * jobs.gpuCount(job);
    }

    private long tie(int job) {
      return (long) partition.jobs().gpuCount(job) << GPU_COUNT_SHIFT
          | partition.state().arrivalRank(job);
    }
  }
}
