package org.limpid.plots.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Task;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.observation.ObservationFinder;
import org.limpid.plots.observation.Observations;

/**
 * Predicted classes beside those that were observed.
 *
 * @param model name of the model
 * @param target what is predicted
 * @param source which rows these are: {@code rows that it was trained on}
 * @param classes their names
 * @param actual positions of the observed classes, at least one row
 * @param probabilities rows x classes
 */
record ClassPredictions(
    String model,
    String target,
    String source,
    List<String> classes,
    int[] actual,
    double[][] probabilities) {

  /** Those of all models of classes, for the rows that have a class that the model knows. */
  static List<ClassPredictions> of(Inputs inputs) {
    ObservationFinder finder = new ObservationFinder(inputs);
    String source = source(inputs);
    List<ClassPredictions> found = new ArrayList<>();
    inputs
        .models()
        .all()
        .forEach((name, model) -> {
          if (model.task() instanceof Task.Classification) {
            finder
                .find(name, model)
                .flatMap(rows -> of(name, model, source, rows))
                .ifPresent(found::add);
          }
        });
    return found;
  }

  private static String source(Inputs inputs) {
    if (inputs.table().isPresent()) {
      return "rows of the CSV file";
    }
    boolean same =
        inputs.models().dataHash().equals(inputs.dataset().map(data -> data.contentHash()));
    return same ? "workloads that it was trained on" : "workloads of other data";
  }

  private static Optional<ClassPredictions> of(
      String name, Model model, String source, Observations rows) {
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
    Predictions predictions = model.predict(rows.table());
    return Optional.of(
        new ClassPredictions(
            name,
            model.provenance().target().replace("_class", "").replace('_', ' '),
            source,
            classes,
            Arrays.stream(known).map(row -> codes[row]).toArray(),
            Arrays.stream(known)
                .mapToObj(row -> predictions.outputs()[row])
                .toArray(double[][]::new)));
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

  /** Whether the class of each row is the k-th. */
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
}
