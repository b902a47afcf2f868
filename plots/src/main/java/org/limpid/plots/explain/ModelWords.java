package org.limpid.plots.explain;

import java.util.Map;
import org.limpid.estimator.sensitivity.SensitivityTrainer;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;

/** What numbers of a model are called, with their units. */
public final class ModelWords {
  private static final Map<String, String> UNITS =
      Map.of(
          "submit_gpu_job",
          "jobs per 10 min",
          "submit_gpu_num",
          "GPUs per 10 min",
          "ln(1 + duration)",
          "ln(1 + seconds)",
          "ln(duration)",
          "ln(seconds)",
          "duration (s)",
          "s",
          "rate",
          "relative speed",
          "share_score",
          "share score",
          SensitivityTrainer.TARGET,
          "ln(speed)");
  private static final Map<String, String> TITLES =
      Map.of(
          "weeks", "duration, week by week",
          "load-jobs", "submitted jobs",
          "load-gpus", "submitted GPUs",
          "duration", "duration",
          "share-score-tree", "share score (tree)",
          "share-score-ebm", "share score",
          "share-score-ordinal", "share score (as a number)",
          "pair-speed", "rate beside another workload");

  private static final Map<String, String> TARGETS =
      Map.of(
          "submit_gpu_job",
          "submitted jobs",
          "submit_gpu_num",
          "submitted GPUs",
          "ln(1 + duration)",
          "duration",
          "ln(duration)",
          "duration",
          "duration (s)",
          "duration",
          "rate",
          "rate beside another workload",
          "share_score",
          "share score",
          "share_score_class",
          "share score",
          SensitivityTrainer.TARGET,
          "speed over fair share");

  private ModelWords() {}

  /** What a target is, in words where they are known, else its name. */
  public static String target(Model model) {
    String target = model.provenance().target();
    return TARGETS.getOrDefault(target, target);
  }

  /** What a model predicts, in a few words; models that are not Limpid's go by their targets. */
  static String title(String name, Model model) {
    return TITLES.getOrDefault(name, target(model));
  }

  /** The unit of scores: that of the target, or of what the link takes. */
  static String scoreUnit(Model model) {
    if (model.task() instanceof Task.Classification task) {
      return task.isBinary() ? "log odds of " + task.classes().getLast() : "log odds";
    }
    String unit = targetUnit(model);
    return switch (model instanceof EbmModel ebm ? ebm.link() : LinkFunction.IDENTITY) {
      case LOG -> "ln " + unit;
      case LOG1P -> "ln(1 + " + unit + ")";
      case IDENTITY, LOGIT, SOFTMAX -> unit;
    };
  }

  /** The unit of predicted numbers, or the name of the target where its unit is not known. */
  static String targetUnit(Model model) {
    String target = model.provenance().target();
    return UNITS.getOrDefault(target, target);
  }
}
