package org.limpid.bench.models;

import static org.limpid.interpret.ebm.EbmParameter.INTERACTIONS;
import static org.limpid.interpret.ebm.EbmParameter.LEARNING_RATE;
import static org.limpid.interpret.ebm.EbmParameter.MAX_BINS;
import static org.limpid.interpret.ebm.EbmParameter.OUTER_BAGS;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.evaluate.Metric;
import org.limpid.interpret.synthetic.SyntheticData;

/**
 * The rows of the table: data, parameters that differ from the defaults, and what is to be reached.
 * Reference figures: interpret 0.7.8 on one quiet thread, CPU seconds of the fit. Those of {@link
 * #FIVE_CLASSES} are derived, as {@code docs/benchmarks.md} says.
 */
enum ModelCase {
  JOBS_NOTEBOOK(
      "throughput, jobs, notebook settings",
      Data.throughput("submit_gpu_job"),
      notebook(),
      19.5,
      Goal.atMost(Metric.MAE, 4.119, 4.13),
      Goal.atLeast(Metric.R2, 0.122, 0.12)),
  JOBS_MAINS(
      "throughput, jobs, mains only, defaults",
      Data.throughput("submit_gpu_job"),
      Map.of(INTERACTIONS, "0"),
      13.8,
      Goal.atMost(Metric.MAE, 4.1225, 4.135),
      Goal.atLeast(Metric.R2, 0.1276, 0.12)),
  GPUS_NOTEBOOK(
      "throughput, GPUs, notebook settings",
      Data.throughput("submit_gpu_num"),
      notebook(),
      20.3,
      Goal.atMost(Metric.MAE, 48.62, 49.5)),
  FRIEDMAN_MAINS(
      "friedman1 50k, 1 bag, mains",
      Data.of(SyntheticData.FRIEDMAN1),
      Map.of(OUTER_BAGS, "1", INTERACTIONS, "0"),
      2.0,
      Goal.atMost(Metric.RMSE, 1.692, 1.70)),
  FRIEDMAN_PAIRS(
      "friedman1 50k, 1 bag, 10 pairs",
      Data.of(SyntheticData.FRIEDMAN1),
      Map.of(OUTER_BAGS, "1", INTERACTIONS, "10"),
      7.5,
      Goal.atMost(Metric.RMSE, 1.016, 1.02)),
  FRIEDMAN_BAGS(
      "friedman1 50k, 14 bags, 10 pairs",
      Data.of(SyntheticData.FRIEDMAN1),
      Map.of(INTERACTIONS, "10"),
      68,
      Goal.atMost(Metric.RMSE, 1.0088, 1.012)),
  ADDITIVE(
      "additive10 200k, 1 bag, mains",
      Data.of(SyntheticData.ADDITIVE10),
      Map.of(OUTER_BAGS, "1", INTERACTIONS, "0"),
      22.7,
      Goal.atMost(Metric.RMSE, 0.5022, 0.5030),
      Goal.atMost(Accuracy.LARGEST_SHAPE_ERROR, 0.0733, 0.08)),
  TWO_PAIRS(
      "pair6 100k, 1 bag, 2 pairs",
      Data.of(SyntheticData.PAIR6),
      Map.of(OUTER_BAGS, "1", INTERACTIONS, "2"),
      5.9,
      Goal.atMost(Metric.RMSE, 0.5094, 0.512),
      Goal.atLeast(Accuracy.TRUE_PAIRS_FOUND, 2, 2)),
  LOGIT(
      "logit10 50k, 1 bag, mains",
      Data.of(SyntheticData.LOGIT10),
      Map.of(OUTER_BAGS, "1", INTERACTIONS, "0"),
      3.8,
      Goal.atLeast(Metric.AUC, 0.8785, 0.878)),
  FIVE_CLASSES(
      "five-classes 20k, 1 bag, mains",
      Data.of(SyntheticData.FIVE_CLASSES),
      Map.of(OUTER_BAGS, "1", INTERACTIONS, "0"),
      21.9,
      Goal.atMost(Metric.LOG_LOSS, 0.4540, 0.4560)),
  DIABETES(
      "diabetes, given folds, mains",
      new Data(SharedFile::diabetes, Optional.of(SharedFile.DIABETES)),
      Map.of(INTERACTIONS, "0"),
      1.59,
      Goal.atMost(Metric.RMSE, 54.66, 55.0));

  /** Fits of the reference that took longer than this are to be done in half the time. */
  private static final double LONG_FIT_SECONDS = 5;

  /** Seed of the notebook; the defaults were measured with 0. */
  private static final int NOTEBOOK_SEED = 123;

  /**
   * Makes the rows that a case learns from; the file that holds them, unless they are generated.
   */
  private record Data(Supplier<List<CaseSplit>> splits, Optional<SharedFile> file) {
    static Data throughput(String target) {
      return new Data(() -> SharedFile.throughput(target), Optional.of(SharedFile.THROUGHPUT));
    }

    static Data of(SyntheticData data) {
      return new Data(() -> List.of(CaseSplit.of(data.generate())), Optional.empty());
    }
  }

  private final String label;
  private final Data data;
  private final Map<EbmParameter, String> parameters;
  private final double referenceSeconds;
  private final List<Goal> goals;

  ModelCase(
      String label,
      Data data,
      Map<EbmParameter, String> parameters,
      double referenceSeconds,
      Goal... goals) {
    this.label = label;
    this.data = data;
    this.parameters = parameters;
    this.referenceSeconds = referenceSeconds;
    this.goals = List.of(goals);
  }

  private static Map<EbmParameter, String> notebook() {
    return Map.of(MAX_BINS, "256", INTERACTIONS, "10", LEARNING_RATE, "0.1");
  }

  String label() {
    return label;
  }

  /** The name on the command line, for example {@code jobs-notebook}. */
  String caseName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The file that the case needs and that is missing, if so. */
  Optional<SharedFile> missingFile() {
    return data.file().filter(needed -> !needed.isThere());
  }

  List<CaseSplit> splits() {
    return data.splits().get();
  }

  EbmParameters parameters(int seed) {
    boolean classes = this == LOGIT || this == FIVE_CLASSES;
    EbmParameters chosen = classes ? EbmParameters.classification() : EbmParameters.regression();
    for (Map.Entry<EbmParameter, String> parameter : parameters.entrySet()) {
      chosen = chosen.with(parameter.getKey(), parameter.getValue());
    }
    return chosen.with(EbmParameter.RANDOM_STATE, seed);
  }

  int firstSeed() {
    return parameters.containsKey(LEARNING_RATE) ? NOTEBOOK_SEED : 0;
  }

  List<Goal> goals() {
    return goals;
  }

  /** Half the time of a long fit of the reference, all of a short one. */
  Goal cpuGoal() {
    double bound = referenceSeconds > LONG_FIT_SECONDS ? referenceSeconds / 2 : referenceSeconds;
    return Goal.atMost(Accuracy.FIT_CPU_SECONDS, referenceSeconds, bound);
  }

  static Optional<ModelCase> named(String name) {
    return Arrays.stream(values()).filter(each -> each.caseName().equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(ModelCase::caseName).toList();
  }
}
