package org.limpid.data.derive;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.generate.ElasticOptions;
import org.limpid.data.generate.ElasticRule;
import org.limpid.data.io.DatasetReader;

/** Makes a data set of the same jobs with deadlines and scaling curves, by {@link ElasticRule}. */
public final class ElasticDataset {
  private ElasticDataset() {}

  /**
   * What was made.
   *
   * @param jobs in all
   * @param bestEffort those of them without a deadline
   * @param curves different scaling curves
   */
  public record Report(int jobs, int bestEffort, int curves) {}

  /**
   * Writes the data set.
   *
   * @param overwrite whether an older data set may be replaced
   * @throws org.limpid.files.DataException if the source can't be read or this can't be written
   */
  public static Report write(
      DatasetReader source, ElasticOptions options, Path out, boolean overwrite) {
    Trace trace = source.trace();
    ElasticRule rule = new ElasticRule(source.cluster(), options);
    int bestEffort = 0;
    for (int row = 0; row < trace.size(); row++) {
      boolean promised = rule.elastic(trace.job(row)).attributes().has(JobAttribute.DEADLINE);
      bestEffort += promised ? 0 : 1;
    }
    ScalingCurves curves = rule.curves();
    new DerivedDataset(
            source.description().name() + "-elastic",
            "%s (%s)".formatted(source.description().title(), options.title()),
            source.description().time(),
            source.cluster().virtualClusters(),
            source.profiler().orElse(null),
            IntStream.range(0, trace.size()).toArray(),
            row -> rule.elastic(trace.job(row)),
            true,
            curves,
            ElasticRule.ATTRIBUTES)
        .write(source, out, overwrite);
    return new Report(trace.size(), bestEffort, curves.all().size());
  }
}
