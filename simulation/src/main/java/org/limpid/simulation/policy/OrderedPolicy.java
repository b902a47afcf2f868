package org.limpid.simulation.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.engine.Scheduler;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.queue.JobQueue;
import org.limpid.simulation.queue.QueueDiscipline;
import org.limpid.simulation.state.Resumable;

/** A {@link QueueOrder} under one queue discipline. */
public final class OrderedPolicy implements Policy {
  private final QueueOrder order;
  private final Discipline discipline;

  private OrderedPolicy(QueueOrder order, Discipline discipline) {
    this.order = order;
    this.discipline = discipline;
  }

  /** The policy under every discipline. */
  public static List<Policy> variants(QueueOrder order) {
    return Arrays.stream(Discipline.values())
        .<Policy>map(discipline -> new OrderedPolicy(order, discipline))
        .toList();
  }

  @Override
  public String name() {
    return discipline.nameOf(order.name());
  }

  @Override
  public String description() {
    return discipline.describe(order.description());
  }

  @Override
  public Set<Need> needs() {
    return discipline.needs(order.needs(), order.knowsDurations());
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    return partition -> {
      var jobs = partition.jobs();
      ExpectedRun expected =
          order.knowsDurations()
              ? ExpectedRun.exact(jobs::workSeconds)
              : ExpectedRun.rough(jobs::estimatedSeconds);
      return new QueueScheduler(partition, order.keys(inputs, jobs), discipline.create(expected));
    };
  }

  private record QueueScheduler(
      Partition partition, QueueOrder.JobKey keys, QueueDiscipline discipline, JobQueue queue)
      implements Scheduler, Resumable {
    QueueScheduler(Partition partition, QueueOrder.JobKey keys, QueueDiscipline discipline) {
      this(partition, keys, discipline, new JobQueue());
    }

    @Override
    public void arrived(int job) {
      double key = keys.of(job);
      if (partition.observer().wantsReasons()) {
        partition.observer().queued(job, queue.position(key, job), key);
      }
      queue.add(key, job, job);
    }

    @Override
    public void ended(int job) {}

    @Override
    public void schedule() {
      discipline.serve(queue, partition, partition::tryStart);
    }

    @Override
    public void save(ByteWriter out) {
      queue.save(out);
    }

    @Override
    public void restore(ByteReader in) {
      queue.restore(in);
    }
  }
}
