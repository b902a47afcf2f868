package org.limpid.simulation.policy.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.job.Demand;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Settings;

/** Speeds, work and deadlines of jobs with curves, and what a change costs. */
class JobSpeedsTest {
  /** Nobody measured it on 2 GPUs, it does not gain from 16, and can't run on 32. */
  private static final ScalingCurve CURVE =
      ScalingCurve.of(
          "net",
          64,
          16,
          new int[] {1, 2, 4, 8, 16, 32},
          new double[] {10, Double.NaN, 25, 40, 40, 0});

  @Test
  void speedIsOneOnTheGpusThatAJobAsksFor() {
    JobSpeeds speeds = JobSpeeds.of(CURVE, 4, 16);
    assertEquals(3, speeds.size());
    assertEquals(1, speeds.fewest());
    assertEquals(8, speeds.most());
    assertEquals(0.4, speeds.rateOn(1));
    assertEquals(1, speeds.rateOn(4));
    assertEquals(1.6, speeds.rateOn(8));
    assertEquals(0, speeds.rateOn(0));
    assertThrows(IllegalArgumentException.class, () -> speeds.rateOn(2));
  }

  @Test
  void choicesAreFoundByFreeGpus() {
    JobSpeeds speeds = JobSpeeds.of(CURVE, 4, 16);
    assertEquals(0, speeds.fitting(0));
    assertEquals(1, speeds.fitting(3));
    assertEquals(8, speeds.fitting(100));
    assertEquals(1, speeds.after(0));
    assertEquals(4, speeds.after(1));
    assertEquals(8, speeds.after(8));
  }

  /** At most 2 GPUs leave 1, at most none the fewest; on 2 its speed is not known. */
  @Test
  void fewGpusLeaveAChoice() {
    assertEquals(1, JobSpeeds.of(CURVE, 4, 2).most());
    assertEquals(1, JobSpeeds.of(CURVE, 4, 0).most());
    JobSpeeds unknown = JobSpeeds.of(CURVE, 2, 16);
    assertEquals(1, unknown.size());
    assertEquals(1, unknown.rateOn(2));
  }

  /** 2 + 2 (log2 n + 1): 4 s on 1 GPU, 10 s on 8, log2 3 rounded up; 5 s more on 256 GPUs. */
  @Test
  void aChangeCostsMoreOnMoreGpus() {
    ScalingCost usual = ScalingCost.of(Settings.NONE, 128);
    assertEquals(4, usual.seconds(1));
    assertEquals(10, usual.seconds(8));
    assertEquals(8, usual.seconds(3));
    assertEquals(15, ScalingCost.of(Settings.NONE, 256).seconds(8));
    assertEquals(0, ScalingCost.of(Settings.NONE.with(ScalingCost.PERCENT, 0), 128).seconds(8));
    assertEquals(3, ScalingCost.of(Settings.NONE.with(ScalingCost.PERCENT, 50), 128).seconds(2));
  }

  private static PolicyInputs inputs() {
    PolicyInputs rigid = Given.nodes(4).job(0, 4, 100).job(5, 4, 100).inputs();
    JobAttributes elastic =
        JobAttributes.NONE
            .with(JobAttribute.SCALING, "net/64")
            .with(JobAttribute.ITERATIONS, 2499)
            .with(JobAttribute.DEADLINE, 500);
    Trace trace =
        new Trace.Builder()
            .add(rigid.trace().job(0).with(elastic))
            .add(rigid.trace().job(1))
            .build();
    return PolicyInputs.of(rigid.cluster(), trace, 0).withScaling(ScalingCurves.of(List.of(CURVE)));
  }

  /** 2,499 iterations and one more at 25 a second are 100 s. */
  @Test
  void jobsTellTheirWorkAndDeadline() {
    ElasticJobs jobs = new ElasticJobs(inputs(), ElasticJobs.ELASTIC);
    assertEquals(100, jobs.workSeconds(0));
    assertEquals(500, jobs.deadline(0));
    assertEquals(8, jobs.speeds(0).most());
    assertEquals(Double.NaN, jobs.workSeconds(1));
    assertEquals(Partition.NEVER, jobs.deadline(1));
    assertEquals(4, jobs.speeds(1).fewest());
  }

  @Test
  void demandsAllowWhatTheCurveAllows() {
    PartitionJobs jobs =
        new ElasticJobs(inputs(), ElasticJobs.ELASTIC)
            .resizable(new int[] {0, 1})
            .estimatedBy(_ -> 1);
    assertEquals(new Demand(1, 8, "", 4, 0, false), jobs.demand(0));
    assertEquals(new Demand(4, 4, "", 4, 0, false), jobs.demand(1));
  }
}
