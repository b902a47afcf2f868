package org.limpid.simulation.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.limpid.data.ScalingCurve;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.policy.PolicyInputs;

class PredictedCurvesTest {
  private static final ScalingCurve MEASURED = curve("measured");
  private static final ScalingCurve PREDICTED = curve("predicted").asPredicted();

  private static ScalingCurve curve(String model) {
    return ScalingCurve.of(model, 8, 2, new int[] {1, 2}, new double[] {1, 1.8});
  }

  private static JobRecords marked(Given given) {
    PolicyInputs inputs = given.inputs();
    return PredictedCurves.addedTo(given.run("fifo"), inputs.trace(), inputs.scaling());
  }

  @Test
  void jobsWithPredictedCurvesAreMarked() {
    JobRecords jobs =
        marked(
            Given.nodes(1).elastic(0, 1, 60, MEASURED).elastic(0, 2, 60, PREDICTED).job(0, 1, 60));
    assertEquals(0, jobs.whole(PredictedCurves.COLUMN, 0));
    assertEquals(1, jobs.whole(PredictedCurves.COLUMN, 1));
    assertEquals(0, jobs.whole(PredictedCurves.COLUMN, 2));
  }

  @Test
  void nothingIsToldWhereAllCurvesAreMeasured() {
    Given given = Given.nodes(1).elastic(0, 1, 60, MEASURED);
    JobRecords jobs = given.run("fifo");
    assertSame(
        jobs, PredictedCurves.addedTo(jobs, given.inputs().trace(), given.inputs().scaling()));
  }
}
