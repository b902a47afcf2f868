package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.evaluate.Calibration;
import org.limpid.interpret.evaluate.Evaluation;
import org.limpid.interpret.interop.ModelReader;
import org.limpid.interpret.model.CategoryCodes;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.ModelCsv;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.RowSketch;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.survival.SurvivalModel;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.Table;

/** Compares predictions with what was observed. */
public final class ModelEvaluation {
  private ModelEvaluation() {}

  /**
   * Carries out a request.
   *
   * @param notices hears what may surprise
   * @throws DataException if a file cannot be read, or they do not fit each other
   */
  public static EvaluationReport run(Request request, Consumer<String> notices) {
    Model model = ModelReader.read(request.model());
    Optional<SurvivalModel> survival = SurvivalModel.of(model);
    if (survival.isPresent()) {
      return SurvivalComparison.run(survival.get(), request, notices);
    }
    if (!request.times().isEmpty()) {
      throw new DataException(
          Problem.ofFile(
              request.model(),
              "expected a survival model for --at",
              "Maybe train one with --objective survival."));
    }
    String target = request.target().orElseGet(() -> targetOf(model, request));
    Observed observed = observed(model, request.csv(), target, request.weights(), notices);
    Predictions predictions = model.predict(observed.table());
    return new PredictionReport(
        target,
        request.weights(),
        Evaluation.of(observed.target(), predictions, observed.weights()),
        calibration(observed.target(), predictions, observed.weights()),
        trainedOn(model, observed));
  }

  /** The target is part of a row: none is the same where something else was to be predicted. */
  private static RowSketch.Found trainedOn(Model model, Observed observed) {
    return model.provenance().rows().find(observed.table(), model.features(), observed.target());
  }

  /**
   * Rows with what was observed.
   *
   * @param table the features
   * @param target what was observed
   * @param weights how much each row counts
   */
  record Observed(Table table, Target target, double[] weights) {}

  /** Reads rows to compare the predictions of a model with. */
  static Observed observed(
      Model model, Path csv, String target, Optional<String> weights, Consumer<String> notices) {
    Set<String> numbers = weights.map(Set::of).orElse(Set.of());
    Table table = ModelCsv.read(model, csv, target, numbers, notices);
    checkColumns(table, target, weights);
    Target observed =
        switch (model.task()) {
          case Task.Regression _ -> TrainingSet.regression(table, target).target();
          case Task.Classification task -> classes(table, table.column(target), task.classes());
        };
    ModelCsv.unseen(model, table).forEach(notices);
    return new Observed(table, observed, weights(table, weights));
  }

  private static void checkColumns(Table table, String target, Optional<String> weights) {
    Problems problems = new Problems();
    Stream.concat(Stream.of(target), weights.stream())
        .filter(name -> table.find(name).isEmpty())
        .distinct()
        .forEach(name -> problems.add(TrainingData.noColumn(table, name)));
    if (weights.filter(target::equals).isPresent()) {
      problems.add(
          new Problem(
              table.source(),
              1,
              target,
              "",
              "expected the column that was observed, found it among the weights",
              "Maybe another column was meant."));
    }
    problems.throwIfAny();
  }

  /** How much each row counts; all the same without a column that says so. */
  private static double[] weights(Table table, Optional<String> column) {
    if (column.isPresent()) {
      return WeightColumn.read(table.column(column.get()), table);
    }
    double[] weights = new double[table.rowCount()];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static String targetOf(Model model, Request request) {
    String target = model.provenance().target();
    if (target.isEmpty()) {
      throw new DataException(
          Problem.ofFile(
              request.model(), "the model does not know what it predicts", "Maybe add --target."));
    }
    return target;
  }

  /** Unlike a training set, what was observed may be of one class only. */
  private static Target classes(Table table, Column column, List<String> known) {
    Problems problems = new Problems();
    CategoryCodes finder = new CategoryCodes(known);
    int[] codes = new int[column.size()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = column.isMissing(row) ? CategoryCodes.UNKNOWN : finder.code(column.text(row));
      if (codes[row] < 0) {
        problems.add(
            table.problem(
                row,
                column,
                "expected one of the classes " + String.join(", ", known),
                column.isMissing(row)
                    ? "Maybe remove the rows in which it is not known."
                    : ClosestName.of(column.text(row), known)
                        .map("Maybe '%s' was meant."::formatted)
                        .orElse("Maybe another column was meant.")));
      }
    }
    problems.throwIfAny();
    return new Target.Classes(column.name(), codes, known);
  }

  /** For two classes, of which the second one counts. */
  private static List<Calibration.Bin> calibration(
      Target observed, Predictions predictions, double[] weights) {
    if (!(observed instanceof Target.Classes classes) || classes.classes().size() != 2) {
      return List.of();
    }
    boolean[] happened = new boolean[classes.size()];
    for (int row = 0; row < happened.length; row++) {
      happened[row] = classes.codes()[row] == 1;
    }
    return Calibration.of(happened, predictions.probabilities(1), weights, Calibration.DEFAULT_BINS)
        .bins();
  }

  /**
   * What to compare with predictions.
   *
   * @param model file of the model
   * @param csv rows with the target
   * @param target column of the target; empty: the one that the model was trained on
   * @param weights column that says how much each row counts, if there is one
   * @param times of a survival model, 0 or more: where it is told whether as many last longer as
   *     predicted; empty: by which a quarter, half and three quarters have ended
   */
  public record Request(
      Path model, Path csv, Optional<String> target, Optional<String> weights, List<Double> times) {
    public Request {
      times = List.copyOf(times);
    }
  }
}
