package org.limpid.simulation.policy;

import java.util.Arrays;
import java.util.List;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.queue.JobStarter;
import org.limpid.simulation.queue.WaitingQueue;

/** A {@link QueueOrder} under one queue discipline. */
public final class OrderedPolicy implements Policy {
  private final QueueOrder order;
  private final Discipline discipline;
  private final PolicyDescription about;

  private OrderedPolicy(QueueOrder order, Discipline discipline) {
    this.order = order;
    this.discipline = discipline;
    about = order.about().under(discipline);
  }

  /** The policy under every discipline. */
  public static List<Policy> variants(QueueOrder order) {
    return Arrays.stream(Discipline.values())
        .<Policy>map(discipline -> new OrderedPolicy(order, discipline))
        .toList();
  }

  @Override
  public PolicyDescription about() {
    return about;
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    return partition -> {
      var jobs = partition.jobs();
      ExpectedRun expected =
          about.needs().contains(Need.TRUE_DURATIONS)
              ? ExpectedRun.exact(partition.truth()::workSeconds)
              : ExactEstimates.expected(inputs.settings(), jobs::estimatedSeconds);
      return new QueueScheduler(
          partition,
          JobStarter.of(partition),
          order.keys(inputs, jobs),
          discipline.create(expected),
          new WaitingQueue(jobs::gpuCount, expected));
    };
  }
}
