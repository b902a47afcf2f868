package org.limpid.analyzer.score;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.limpid.analyzer.label.MeanRates;
import org.limpid.analyzer.label.ShareRule;
import org.limpid.data.PairProfile;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * Something that share scores may be told from.
 *
 * @param column its name in models
 * @param value of a workload
 */
public record ScoreFeature(String column, ToDoubleFunction<WorkloadProfile> value) {
  /** 1 with automatic mixed precision, else 0. */
  public static final ScoreFeature AMP =
      new ScoreFeature("amp", profile -> profile.workload().mixedPrecision() ? 1 : 0);

  /** GPU utilisation, percent. */
  public static final ScoreFeature GPU_UTIL =
      new ScoreFeature("gpu_util", WorkloadProfile::gpuUtilPercent);

  /** Utilisation of the memory bandwidth, percent. */
  public static final ScoreFeature GMEM_UTIL =
      new ScoreFeature("gmem_util", WorkloadProfile::memoryUtilPercent);

  /** Memory in use, MiB. */
  public static final ScoreFeature GMEM = new ScoreFeature("gmem", WorkloadProfile::memoryMib);

  /** The features of Lucid. */
  public static final List<ScoreFeature> ALL = List.of(AMP, GPU_UTIL, GMEM_UTIL, GMEM);

  /** What workloads compete for while they share GPUs. */
  public static final List<ScoreFeature> UTILISATIONS = List.of(GPU_UTIL, GMEM_UTIL);

  public ScoreFeature {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(value, "value");
  }

  /**
   * The features of the artifact as written: those of Lucid, and the mean relative speed and the
   * label that the rule makes of it. <strong>They leak</strong>: they are measured in the pairs
   * that the score is about, and no new workload has them. Without any pair the mean is 0.
   *
   * @param pairs all measured pairs, those of workloads to be tested included
   */
  public static List<ScoreFeature> leaking(List<PairProfile> pairs) {
    MeanRates rates = MeanRates.of(pairs);
    ToDoubleFunction<WorkloadProfile> mean = profile -> rates.mean(profile.workload()).orElse(0);
    return List.of(
        AMP,
        GPU_UTIL,
        GMEM_UTIL,
        GMEM,
        new ScoreFeature("avg_speed", mean),
        new ScoreFeature("auto_label", profile -> ShareRule.score(mean.applyAsDouble(profile))));
  }

  /** One row per workload, one column per feature. */
  static Table table(List<ScoreFeature> features, List<WorkloadProfile> profiles) {
    return Table.of(
        features.stream()
            .map(feature ->
                NumericColumn.generate(
                    feature.column(),
                    profiles.size(),
                    row -> feature.value().applyAsDouble(profiles.get(row))))
            .toArray(NumericColumn[]::new));
  }

  /** The names of features, separated by commas. */
  static String names(List<ScoreFeature> features) {
    return features.stream().map(ScoreFeature::column).collect(Collectors.joining(", "));
  }
}
