package org.limpid.bench.models;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.limpid.baselines.Baselines;
import org.limpid.baselines.method.Method;
import org.limpid.baselines.method.Method.Ability;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.evaluate.CrossValidation;
import org.limpid.interpret.evaluate.Evaluation;
import org.limpid.interpret.evaluate.Metric;
import org.limpid.interpret.evaluate.Split;
import org.limpid.interpret.evaluate.Splits;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.synthetic.SyntheticData;
import org.limpid.interpret.synthetic.SyntheticSet;
import org.limpid.interpret.table.Column;

/**
 * The EBM next to the boosting methods of other libraries, on generated data: the same rows and
 * folds, everybody's defaults. Prints a table: the error of the predictions for all rows, each by
 * the model that did not see it, and that of the true expectations, below which only chance leads.
 *
 * <p>Arguments: {@code --rows N}, then names of sets; by default those that {@link ModelCase}
 * lacks.
 */
final class OtherMethods {
  private static final List<String> METHODS =
      List.of("additive-boosting", "gradient-boosting", "xgboost", "lightgbm");
  private static final Set<SyntheticData> IN_OTHER_TABLE =
      EnumSet.of(
          SyntheticData.FRIEDMAN1,
          SyntheticData.ADDITIVE10,
          SyntheticData.PAIR6,
          SyntheticData.LOGIT10,
          SyntheticData.FIVE_CLASSES);
  private static final int FOLD_COUNT = 3;
  private static final int USUAL_ROW_COUNT = 1500;

  private OtherMethods() {}

  public static void main(String[] arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    int rowCount = USUAL_ROW_COUNT;
    if (words.size() > 1 && words.getFirst().equals("--rows")) {
      rowCount = Integer.parseInt(words.get(1));
      words.subList(0, 2).clear();
    }
    System.out.println("| set | error | EBM | %s | truth |".formatted(String.join(" | ", METHODS)));
    System.out.println("|---|---|---:|" + "---:|".repeat(METHODS.size()) + "---:|");
    for (SyntheticData data : words.isEmpty() ? usual() : named(words)) {
      System.out.println(line(data, data.generate(data.seed(), rowCount, 1).train()));
    }
  }

  private static List<SyntheticData> usual() {
    return List.copyOf(EnumSet.complementOf(EnumSet.copyOf(IN_OTHER_TABLE)));
  }

  private static List<SyntheticData> named(List<String> names) {
    return names.stream()
        .map(name ->
            SyntheticData.named(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no set " + name)))
        .toList();
  }

  private static String line(SyntheticData set, SyntheticSet.Part part) {
    TrainingSet data = TrainingSet.of(part.data().inputs(), part.data().target());
    Task task = data.target().task();
    Metric metric = metric(set, task);
    List<Split> folds = Splits.kFold(data, FOLD_COUNT, set.seed());
    List<String> cells = new ArrayList<>(List.of(set.setName(), metric.metricName()));
    cells.add(error(new EbmTrainer(EbmParameters.defaults(task)), data, folds, metric));
    for (String name : METHODS) {
      Method method = Baselines.named(name);
      boolean can = needs(data).stream().allMatch(method::can);
      cells.add(can ? error(method.trainer(), data, folds, metric) : "");
    }
    Predictions truth = new Predictions(task, part.expectations());
    cells.add(text(Evaluation.of(data.target(), truth).value(metric)));
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Squared errors of heavy tails are those of a few rows. */
  private static Metric metric(SyntheticData set, Task task) {
    if (task instanceof Task.Classification) {
      return Metric.LOG_LOSS;
    }
    return set == SyntheticData.HEAVY_TAILED ? Metric.MAE : Metric.RMSE;
  }

  private static Set<Ability> needs(TrainingSet data) {
    return data.inputs().columns().stream().anyMatch(OtherMethods::hasGaps)
        ? Set.of(Ability.MISSING_VALUES)
        : Set.of();
  }

  private static boolean hasGaps(Column column) {
    for (int row = 0; row < column.size(); row++) {
      if (column.isMissing(row)) {
        return true;
      }
    }
    return false;
  }

  private static String error(
      Trainer<?> trainer, TrainingSet data, List<Split> folds, Metric metric) {
    return text(CrossValidation.run(trainer, data, folds).pooled().value(metric));
  }

  private static String text(double error) {
    return String.format(Locale.ROOT, error < 10 ? "%.3f" : "%.1f", error);
  }
}
