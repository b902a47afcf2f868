package org.limpid.simulation.policy.edf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.simulation.given.Given.seconds;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.scaling.JobSpeeds;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/**
 * Three jobs on one node of 4 GPUs: on 2 GPUs a job is 1.5 times, on 4 GPUs 2 times as fast as on
 * one. To start or scale a job costs nothing but where it is said.
 */
class EdfTest {
  private static final ScalingCurve CURVE =
      ScalingCurve.of("net", 64, 4, new int[] {1, 2, 4}, new double[] {10, 15, 20});

  private final Trace.Builder jobs = new Trace.Builder();

  /** A job that takes so long on one GPU; its deadline may be missing. */
  private EdfTest job(long submit, long duration, Long deadline) {
    return job(
        submit,
        duration,
        1,
        JobAttributes.NONE
            .with(JobAttribute.SCALING, "net/64")
            .with(JobAttribute.ITERATIONS, 10 * duration)
            .with(JobAttribute.DEADLINE, deadline));
  }

  private EdfTest job(long submit, long duration, int gpus, JobAttributes attributes) {
    jobs.add(
        new Trace.Job(
                jobs.size(), "user", "vc", "", gpus, gpus, "COMPLETED", submit, duration, null)
            .with(attributes));
    return this;
  }

  private PolicyResult run(String policy, int costPercent) {
    ClusterDescription cluster =
        new ClusterDescription(List.of(new VirtualCluster("vc", 1)), 4, 96, 24_576);
    PolicyInputs inputs =
        PolicyInputs.of(cluster, jobs.build(), 0)
            .withScaling(ScalingCurves.of(List.of(CURVE)))
            .with(ScalingCost.PERCENT, costPercent);
    return new Simulator(SimulationOptions.standard().withThreads(1).withExplained(true))
        .run(Policies.standard().named(policy).orElseThrow(), inputs);
  }

  /**
   * Job 0 has all GPUs until 10, then job 1, which is more urgent, until 60. Job 0 goes on with 180
   * s of work, and ends at 150; job 2 has no deadline, so it is the last, until 200.
   */
  @Test
  void theMostUrgentJobGetsAllThatItCanUse() {
    JobRecords records =
        job(0, 200, 1000L).job(10, 100, 100L).job(20, 100, null).run("edf", 0).jobs();
    assertArrayEquals(seconds(0, 10, 150), records.startSeconds());
    assertArrayEquals(seconds(150, 60, 200), records.endSeconds());
    assertArrayEquals(new int[] {1, 0, 0}, records.preemptions());
  }

  /**
   * A job without a curve has exactly its GPU. Beside it 2 of the other 3 can be used, and one is
   * left for job 2. When job 0 has ended at 50, job 1 has all 4 and job 2 none.
   */
  @Test
  void whoCantUseAllLeavesThemToTheNext() {
    JobRecords records =
        job(0, 50, 1, JobAttributes.NONE.with(JobAttribute.DEADLINE, 60))
            .job(0, 175, 200L)
            .job(0, 60, 300L)
            .run("edf", 0)
            .jobs();
    // Job 1: 50 x 1.5 = 75 s of work, then 100 / 2 s more. Job 2: 50 s of work, then 10 / 2 s.
    assertArrayEquals(seconds(50, 100, 105), records.endSeconds());
    assertArrayEquals(new int[] {0, 0, 1}, records.preemptions());
  }

  /** 4 GPUs cost 2 + 2 (2 + 1) s: job 0 does nothing from 0 to 8, and again from 68 to 76. */
  @Test
  void startsAndResumptionsCost() {
    JobRecords records = job(0, 104, 1000L).job(10, 100, 100L).run("edf", 100).jobs();
    // Job 1 runs from 10 to 10 + 8 + 50. Job 0 has 100 s of work left then.
    assertArrayEquals(seconds(126, 68), records.endSeconds());
  }

  /**
   * Job 1 would be late, 50 s after 10; job 2 is in time, but then job 0 would end at 150, and not
   * at 100.
   */
  @Test
  void whoBreaksAPromiseIsDeclined() {
    PolicyResult result =
        job(0, 200, 120L).job(10, 100, 50L).job(20, 100, 80L).run("edf-admission", 0);
    assertArrayEquals(seconds(0, -1, -1), result.jobs().startSeconds());
    assertArrayEquals(seconds(100, 10, 20), result.jobs().endSeconds());
    List<String> told =
        StreamSupport.stream(result.decisions().partitions().getFirst().spliterator(), false)
            .filter(Note.class::isInstance)
            .map(event -> ((Note) event).values().toString())
            .toList();
    // How many would be late, the first of them, and how much time the job itself would spare.
    assertEquals(List.of("[0.0, 0.0, 20.0]", "[2.0, 1.0, -10.0]", "[1.0, 0.0, 10.0]"), told);
  }

  @Test
  void whoHasNoDeadlineIsAlwaysAdmitted() {
    JobRecords records = job(0, 200, 100L).job(0, 5000, null).run("edf-admission", 0).jobs();
    assertArrayEquals(seconds(100, 2600), records.endSeconds());
  }

  /**
   * On 4 GPUs the first job ends at 8 + 50. The second has none until then, the third 3 of which it
   * can use 2 while the second has what it asks for.
   */
  @Test
  void plansAreLaidByUrgency() {
    UrgencyPlan plan = new UrgencyPlan(0, 4, ScalingCost.of(Settings.NONE, 4));
    JobSpeeds elastic = JobSpeeds.of(CURVE, 1, 4);
    assertEquals(58, plan.lay(elastic, 100, 0));
    assertEquals(58 + 4 + 30, plan.lay(JobSpeeds.rigid(1), 30, 0));
    // 6 s on 2 GPUs do nothing, 28 s do 42 s of work; then 8 s do nothing again on 4.
    assertEquals(92 + 8 + 28, plan.lay(elastic, 42 + 56, 0));
    // Who has GPUs pays nothing to keep them.
    assertEquals(25, new UrgencyPlan(0, 4, ScalingCost.of(Settings.NONE, 4)).lay(elastic, 50, 4));
  }
}
