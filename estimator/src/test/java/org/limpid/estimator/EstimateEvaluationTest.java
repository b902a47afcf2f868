package org.limpid.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;

final class EstimateEvaluationTest {
  private static final Trace TRACE =
      new Trace.Builder()
          .add(job(1, "a", 0, 50))
          .add(job(2, "a", 100, 100))
          .add(job(3, "b", 110, 10_800))
          .add(job(4, "a", 120, 10_801))
          .add(job(5, "b", 130, 36_001))
          .add(job(6, "a", 200, 70))
          .build();

  private static Trace.Job job(int id, String user, long submitted, long duration) {
    return new Trace.Job(id, user, "vc", "", 1, 1, "COMPLETED", submitted, duration, null);
  }

  private static EstimateEvaluation evaluation(FeatureSet features, double... estimates) {
    return EstimateEvaluation.of(
        "test", Optional.of(features), TRACE, new Estimates("test", estimates), 100, 200);
  }

  /**
   * Of the jobs 2 to 5, those of b are of a new user. Errors 10, 800, 199 and 1: a mean of 252.5
   * over all, of (10 + 199) / 2 over known and of (800 + 1) / 2 over new users.
   */
  @Test
  void partsByHand() {
    EstimateEvaluation evaluation =
        evaluation(FeatureSet.WITHOUT_PROFILE, 0, 110, 10_000, 11_000, 36_000, 0);
    assertEquals(0.5, evaluation.newUserShare());
    assertEquals(0, evaluation.withoutEstimate());
    List<Integer> counts =
        evaluation.parts().stream().map(EstimateEvaluation.Part::jobCount).toList();
    assertEquals(List.of(4, 2, 2, 2, 1, 1), counts);
    assertEquals(252.5, evaluation.allJobs().meanAbsoluteError());
    assertEquals(104.5, evaluation.parts().get(1).meanAbsoluteError());
    assertEquals(400.5, evaluation.parts().get(2).meanAbsoluteError());
    assertEquals(1, evaluation.allJobs().spearman(), 1e-12);
  }

  /** Negative estimates count as a second: ln 2 instead of ln 101 for the first job. */
  @Test
  void logarithmsBeginAtASecond() {
    EstimateEvaluation evaluation =
        evaluation(FeatureSet.WITHOUT_PROFILE, 0, -7, 10_800, 10_801, 36_001, 0);
    double expected = (Math.log(101) - Math.log(2)) / 4;
    assertEquals(expected, evaluation.allJobs().logMeanAbsoluteError(), 1e-12);
  }

  @Test
  void jobsWithoutEstimateAreLeftOutAndCounted() {
    EstimateEvaluation evaluation =
        evaluation(FeatureSet.WITHOUT_PROFILE, 0, 110, Double.NaN, 10_801, 36_001, 0);
    assertEquals(1, evaluation.withoutEstimate());
    assertEquals(3, evaluation.allJobs().jobCount());
  }

  @Test
  void onlyProfilesCarryTheWarning() {
    double[] estimates = {1, 2, 3, 4, 5, 6};
    assertTrue(
        evaluation(FeatureSet.WITH_PROFILE, estimates)
            .toString()
            .contains("give the duration class away"));
    assertFalse(
        evaluation(FeatureSet.WITHOUT_PROFILE, estimates)
            .toString()
            .contains("give the duration class away"));
  }

  @Test
  void measuresWithoutMeaningAreDashes() {
    EstimateEvaluation evaluation = evaluation(FeatureSet.WITHOUT_PROFILE, 1, 2, 3, 4, 5, 6);
    assertEquals(
        List.of("3 to 10 h", "1", "10797", "-", "-", "7.678", "-"), evaluation.rows().get(4));
    assertEquals(EstimateEvaluation.header().size(), evaluation.rows().getFirst().size());
  }

  @Test
  void aSpanWithoutJobsHasNoMeasures() {
    EstimateEvaluation evaluation =
        EstimateEvaluation.of(
            "none", Optional.empty(), TRACE, new Estimates("test", new double[6]), 500, 600);
    assertTrue(Double.isNaN(evaluation.newUserShare()));
    assertEquals(0, evaluation.allJobs().jobCount());
  }
}
