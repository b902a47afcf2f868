package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Trace;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.OrderedPolicy;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.QueueOrder;

/** True durations are for those who say that they need them. */
class TruthTest {
  private static final Given JOBS = Given.nodes(1).job(0, 8, 30).job(0, 8, 20).job(0, 8, 10);

  /** Starts jobs in the order of their arrival, and looks at something before. */
  private record Peeking(
      PolicyDescription about, Consumer<PolicyInputs> before, Consumer<Partition> during)
      implements Policy {
    @Override
    public PreparedPolicy prepare(PolicyInputs inputs) {
      before.accept(inputs);
      return partition -> new InOrder(partition, during);
    }
  }

  private static final class InOrder implements Scheduler {
    private final Partition partition;
    private final Consumer<Partition> during;
    private int next;

    InOrder(Partition partition, Consumer<Partition> during) {
      this.partition = partition;
      this.during = during;
    }

    @Override
    public void arrived(int job) {}

    @Override
    public void ended(int job) {}

    @Override
    public void schedule() {
      during.accept(partition);
      while (next < partition.jobs().size() && partition.tryStart(next)) {
        next++;
      }
    }
  }

  private static PolicyDescription about() {
    return PolicyDescription.of("peeking", "looks at what it may not know");
  }

  private static long[] ends(Policy policy) {
    SimulationOptions options = SimulationOptions.standard().withThreads(1);
    return new Simulator(options).run(policy, JOBS.inputs()).jobs().endSeconds();
  }

  private static void assertRefused(Policy policy) {
    String message = assertThrows(IllegalStateException.class, () -> ends(policy)).getMessage();
    assertTrue(message.contains("does not say that it needs them"), message);
  }

  @Test
  void traceHasNoDurationsForThoseWhoDoNotAsk() {
    assertRefused(
        new Peeking(about(), inputs -> inputs.trace().durationSeconds(0), partition -> {}));
  }

  @Test
  void whatIsKnownAfterwardsIsHiddenWithTheDurations() {
    JobAttributes known =
        JobAttributes.NONE.with(JobAttribute.DEADLINE, 90).with(JobAttribute.END_TIME, 40);
    Trace trace = new Trace.Builder().add(JOBS.inputs().trace().job(0).with(known)).build();
    PolicyInputs inputs = PolicyInputs.of(JOBS.inputs().cluster(), trace, 0);
    Consumer<PolicyInputs> looking =
        told -> assertEquals(Set.of(JobAttribute.DEADLINE), told.trace().optional().present());
    new Simulator(SimulationOptions.standard())
        .run(new Peeking(about(), looking, partition -> {}), inputs);
    assertEquals(40, trace.optional().number(JobAttribute.END_TIME, 0));
  }

  @Test
  void partitionHasNoTruthForThoseWhoDoNotAsk() {
    assertRefused(new Peeking(about(), inputs -> {}, Partition::truth));
  }

  /** What a job has done so far is no secret; at 30 job 1 has not begun. */
  @Test
  void whatWasDoneIsKnownToAll() {
    Consumer<Partition> during =
        partition -> assertEquals(0, partition.now() == 30 ? partition.attained(1) : 0);
    assertArrayEquals(Given.seconds(30, 50, 60), ends(new Peeking(about(), inputs -> {}, during)));
  }

  @Test
  void truthIsForThoseWhoAsk() {
    Policy policy =
        new Peeking(
            about().needing(Need.TRUE_DURATIONS),
            inputs -> assertEquals(30, inputs.trace().durationSeconds(0)),
            partition -> assertEquals(20, partition.truth().workSeconds(1)));
    assertArrayEquals(Given.seconds(30, 50, 60), ends(policy));
  }

  /**
   * An order by true durations that says it needs nothing fails; the one that comes with us not.
   */
  @Test
  void shortestJobFirstSaysWhatItNeeds() {
    QueueOrder cheat =
        new QueueOrder() {
          @Override
          public PolicyDescription about() {
            return TruthTest.about();
          }

          @Override
          public JobKey keys(PolicyInputs inputs, PartitionJobs jobs) {
            return job -> inputs.trace().durationSeconds(jobs.row(job));
          }
        };
    assertRefused(OrderedPolicy.variants(cheat).getFirst());
    assertArrayEquals(Given.seconds(60, 30, 10), JOBS.run("sjf").endSeconds());
  }
}
