package org.limpid.simulation.policy.batch;

import java.util.List;
import org.limpid.data.JobAttribute;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.QueueOrder;
import org.limpid.simulation.policy.QueueScheduler;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.queue.QueueDiscipline;
import org.limpid.simulation.queue.WaitingQueue;
import org.limpid.simulation.sink.ColumnType;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * A policy of a batch system: jobs stand in a queue, may have nodes for themselves, are expected to
 * run up to their time limits, and are killed there. It records who was backfilled.
 */
public abstract class BatchPolicy implements Policy {
  /** The column that says who was started before somebody that it should have waited for. */
  static final String BACKFILLED = "backfilled";

  private final PolicyDescription about;

  /**
   * @param about what is said of it beside what is the same for all of them
   */
  protected BatchPolicy(PolicyDescription about) {
    this.about =
        about
            .lookingAt(JobAttribute.TIME_LIMIT, JobAttribute.WHOLE_NODES)
            .killingAtLimits()
            .withColumns(List.of(ColumnType.whole(BACKFILLED)))
            .withNotes((_, _) -> new BatchNotes());
  }

  @Override
  public final PolicyDescription about() {
    return about;
  }

  /** What the queue of a partition is ordered by: as it is, by arrival. */
  protected QueueOrder.JobKey keys(PolicyInputs inputs, Partition partition) {
    return _ -> 0;
  }

  /** Notes something of a job that comes, if somebody wants to know; here nothing. */
  protected void tellArrival(PolicyInputs inputs, Partition partition, int job) {}

  /** Who may start in a partition. */
  protected abstract QueueDiscipline discipline(
      PolicyInputs inputs, Partition partition, ExpectedRun expected);

  @Override
  public final PreparedPolicy prepare(PolicyInputs inputs) {
    return new Prepared(inputs, new long[inputs.trace().size()]);
  }

  private final class Prepared implements PreparedPolicy {
    private final PolicyInputs inputs;
    private final long[] backfilled;

    Prepared(PolicyInputs inputs, long[] backfilled) {
      this.inputs = inputs;
      this.backfilled = backfilled;
    }

    @Override
    public PartitionJobs jobs(PolicyInputs all, int[] rows) {
      return BatchJobs.of(all, rows);
    }

    @Override
    public Scheduler scheduler(Partition partition) {
      PartitionJobs jobs = partition.jobs();
      ExpectedRun expected = BatchJobs.expected(inputs, jobs);
      WaitingQueue queue = new WaitingQueue(jobs::gpuCount, expected);
      QueueDiscipline discipline = discipline(inputs, partition, expected);
      QueueOrder.JobKey keys = keys(inputs, partition);
      return new QueueScheduler(
          partition,
          new WatchedStarts(partition, queue, discipline, keys, backfilled),
          telling(keys, partition),
          discipline,
          queue);
    }

    /** The queue asks for a key when the job arrives. */
    private QueueOrder.JobKey telling(QueueOrder.JobKey keys, Partition partition) {
      return job -> {
        if (partition.wantsReasons()) {
          tellArrival(inputs, partition, job);
        }
        return keys.of(job);
      };
    }

    @Override
    public List<JobColumn> columns() {
      return List.of(new JobColumn.Whole(BACKFILLED, backfilled));
    }

    @Override
    public void keep(JobRecords before, int rowBefore, JobRecords records, int row) {
      backfilled[row] = before.whole(BACKFILLED, rowBefore);
    }
  }
}
