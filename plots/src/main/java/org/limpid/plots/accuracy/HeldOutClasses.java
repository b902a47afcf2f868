package org.limpid.plots.accuracy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.models.JudgedModel;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.observation.Observations;

/**
 * The probabilities of classes that were predicted for workloads while they were held out.
 *
 * @param model how the model is judged; empty if it is none of {@code limpid train}
 * @param rows by their names
 * @param classes of the model
 */
record HeldOutClasses(
    Optional<JudgedModel> model, Map<String, HeldOut.Row> rows, List<String> classes) {

  /** Those of a model; none for the rows of CSV files. */
  static HeldOutClasses of(Inputs inputs, String name, List<String> classes) {
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
  String source(Inputs inputs, Observations all, int... chosen) {
    int held =
        (int)
            IntStream.of(chosen).filter(row -> rows.containsKey(all.rowNames().apply(row))).count();
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
