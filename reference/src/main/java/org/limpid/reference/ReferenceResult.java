package org.limpid.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.simulation.sink.JobColumn;

/**
 * What became of the jobs. All arrays have one value per row of the trace.
 *
 * @param jobs columns of {@code jobs.csv} behind {@code job_id}, in their order
 * @param endSeconds when jobs ended as the artifact logs it; NaN: never
 * @param queueSeconds how long jobs waited as the artifact counts it; NaN: it doesn't
 * @param preemptions how often jobs were taken off their GPUs, in sum
 * @param utilisation share of the GPU time from the first to the last event in which a GPU was held
 *     by a job, 0..1; NaN: not known
 * @param figures further columns of {@code summary.csv} in their order; NaN: blank
 */
public record ReferenceResult(
    List<JobColumn> jobs,
    double[] endSeconds,
    double[] queueSeconds,
    long preemptions,
    double utilisation,
    Map<String, Double> figures) {
  public ReferenceResult {
    jobs = List.copyOf(jobs);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
