package org.limpid.plots.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.models.JudgedModel;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.observation.Observations;
import org.limpid.results.table.Numbers;

/**
 * Predicted classes beside those that were observed.
 *
 * @param source which rows these are: {@code workloads}
 * @param how how the predictions came about, after a comma: {@code , predicted by ...}; may be
 *     empty
 * @param actual positions of the observed classes, at least one row
 * @param probabilities rows x classes
 * @param usual position of the class that is the most frequent one without a model
 */
record ClassPredictions(
    String model,
    String target,
    String source,
    String how,
    List<String> classes,
    int[] actual,
    double[][] probabilities,
    int usual) {

  /**
   * Those of all models of classes, for the rows that have a class that the model knows. Of the
   * rows of the training there are only predictions that were made while they were held out.
   */
  static List<ClassPredictions> of(PlotInputs inputs) {
    List<ClassPredictions> found = new ArrayList<>();
    inputs
        .models()
        .all()
        .forEach((name, model) -> {
          if (model.task() instanceof Task.Classification) {
            Observations.of(inputs, name, model)
                .flatMap(rows -> of(inputs, name, model, rows))
                .ifPresent(found::add);
          }
        });
    return found;
  }

  private static Optional<ClassPredictions> of(
      PlotInputs inputs, String name, Model model, Observations rows) {
    List<String> classes = ((Task.Classification) model.task()).classes();
    if (rows.actual().isEmpty()) {
      return Optional.empty();
    }
    int[] codes =
        IntStream.range(0, rows.table().rowCount())
            .map(row -> classes.indexOf(rows.actual().get().apply(row)))
            .toArray();
    int[] known = IntStream.range(0, codes.length).filter(row -> codes[row] >= 0).toArray();
    if (known.length == 0) {
      return Optional.empty();
    }
    double[][] outputs = model.predict(rows.table()).outputs();
    HeldOutClasses heldOut = HeldOutClasses.of(inputs, name, classes);
    heldOut.replaceIn(outputs, rows.rowNames());
    int[] actual = Arrays.stream(known).map(row -> codes[row]).toArray();
    return Optional.of(
        new ClassPredictions(
            name,
            model.provenance().target().replace("_class", "").replace('_', ' '),
            inputs.table().isPresent()
                ? Sources.ofRows(
                    model,
                    rows.table().rows(known),
                    new Target.Classes(model.provenance().target(), actual, classes))
                : "workloads",
            inputs.table().isPresent() ? "" : ", predicted " + heldOut.source(inputs, rows, known),
            classes,
            actual,
            Arrays.stream(known).mapToObj(row -> outputs[row]).toArray(double[][]::new),
            heldOut.usual().orElseGet(() -> mostFrequent(actual, classes.size()))));
  }

  private static int mostFrequent(int[] codes, int classCount) {
    int[] counts = new int[classCount];
    Arrays.stream(codes).forEach(code -> counts[code]++);
    int best = 0;
    for (int k = 1; k < classCount; k++) {
      best = counts[k] > counts[best] ? k : best;
    }
    return best;
  }

  /** How often the model is right, and how often one class for all would be, in two sentences. */
  String caption() {
    return "%s of %s %s get their %s%s. %s"
        .formatted(
            Numbers.percent(accuracy()), Numbers.whole(size()), source, target, how, comparison());
  }

  /** How often the class is right that is the most frequent one, as a sentence. */
  String comparison() {
    long right = Arrays.stream(actual).filter(code -> code == usual).count();
    return "%s for all would be right in %s."
        .formatted(classes.get(usual), Numbers.percent((double) right / size()));
  }

  int size() {
    return actual.length;
  }

  /** The most probable class of a row; the first of several. */
  int predicted(int row) {
    int best = 0;
    for (int k = 1; k < classes.size(); k++) {
      best = probabilities[row][k] > probabilities[row][best] ? k : best;
    }
    return best;
  }

  /** The share of the rows whose most probable class is right. */
  double accuracy() {
    long right = IntStream.range(0, size()).filter(row -> predicted(row) == actual[row]).count();
    return (double) right / size();
  }

  boolean[] isClass(int k) {
    boolean[] happened = new boolean[size()];
    for (int row = 0; row < happened.length; row++) {
      happened[row] = actual[row] == k;
    }
    return happened;
  }

  /** The probability of the k-th class in each row. */
  double[] probabilities(int k) {
    return Arrays.stream(probabilities).mapToDouble(row -> Math.clamp(row[k], 0.0, 1.0)).toArray();
  }

  /**
   * The probabilities of classes that were predicted for workloads while they were held out.
   *
   * @param model how the model is judged; empty if it is none of {@code limpid train}
   */
  private record HeldOutClasses(
      Optional<JudgedModel> model, Map<String, HeldOut.Row> rows, List<String> classes) {

    /** Those of a model; none for the rows of CSV files. */
    static HeldOutClasses of(PlotInputs inputs, String name, List<String> classes) {
      Optional<JudgedModel> model =
          inputs.table().isPresent() ? Optional.empty() : JudgedModel.named(name);
      Map<String, HeldOut.Row> rows = new HashMap<>();
      model
          .flatMap(judged -> inputs.models().heldOut(judged))
          .ifPresent(held -> held.rows().forEach(row -> rows.put(row.name(), row)));
      return new HeldOutClasses(model, rows, classes);
    }

    /** Puts them in the place of what the model says that learnt from these rows. */
    void replaceIn(double[][] outputs, IntFunction<String> names) {
      for (int row = 0; row < outputs.length; row++) {
        HeldOut.Row held = rows.get(names.apply(row));
        if (held != null) {
          for (int k = 0; k < outputs[row].length; k++) {
            outputs[row][k] = held.probabilities().get(Integer.parseInt(classes.get(k)));
          }
        }
      }
    }

    /** How the predictions of some rows came about. */
    String source(PlotInputs inputs, Observations all, int... chosen) {
      int held =
          (int)
              IntStream.of(chosen)
                  .filter(row -> rows.containsKey(all.rowNames().apply(row)))
                  .count();
      JudgedModel judged = model.orElseThrow();
      return Sources.edited(judged, inputs.models(), Sources.mixed(judged, held, chosen.length));
    }

    /** The class that the baseline says of all rows, if it is known. */
    Optional<Integer> usual() {
      return rows.values().stream()
          .findFirst()
          .map(row -> classes.indexOf(Integer.toString((int) row.baseline())))
          .filter(k -> k >= 0);
    }
  }
}
