package org.limpid.experiment.elasticflow;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.reference.ReferenceResult;

/**
 * What a policy did with the jobs of a case.
 *
 * @param accepted jobs with a deadline that were taken and kept it
 * @param declined the others with one
 * @param deadlineRatio accepted of both; NaN: nobody has a deadline
 * @param meanJctSeconds of all jobs that ended
 * @param bestEffortJctSeconds of those without a deadline; NaN: there is none
 * @param efficiency cluster efficiency over time; without points where nobody asked for it
 */
record StudyRun(
    StudyCase of,
    StudyPolicy policy,
    int jobs,
    double accepted,
    double declined,
    double deadlineRatio,
    double meanJctSeconds,
    double bestEffortJctSeconds,
    EfficiencySink efficiency) {

  static StudyRun of(
      StudyCase of,
      StudyPolicy policy,
      Trace trace,
      ReferenceResult result,
      EfficiencySink efficiency) {
    Map<String, Double> figures = result.figures();
    return new StudyRun(
        of,
        policy,
        trace.size(),
        figures.getOrDefault("accepted", Double.NaN),
        figures.getOrDefault("declined", Double.NaN),
        figures.getOrDefault("deadline_ratio", Double.NaN),
        meanJct(trace, result, IntStream.range(0, trace.size())),
        meanJct(
            trace,
            result,
            IntStream.range(0, trace.size())
                .filter(row -> !trace.optional().has(JobAttribute.DEADLINE, row))),
        efficiency);
  }

  private static double meanJct(Trace trace, ReferenceResult result, IntStream rows) {
    double[] jct =
        rows.filter(row -> !Double.isNaN(result.endSeconds()[row]))
            .mapToDouble(row -> result.endSeconds()[row] - trace.submitSeconds(row))
            .toArray();
    return Arrays.stream(jct).average().orElse(Double.NaN);
  }
}
