package org.limpid.plots.accuracy;

import java.util.Optional;
import org.limpid.data.io.DatasetReader;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.RowSketch;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.table.Table;
import org.limpid.models.JudgedModel;
import org.limpid.models.ModelFolder;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.table.Numbers;

/** How predictions came about, in words, and whether there can be any that are worth showing. */
final class Sources {
  /** Of a model that learnt from another data set. */
  static final String OTHER_DATA = "by a model of other data";

  private Sources() {}

  /** Whether a data set is the one that models were trained on. */
  static boolean isOfTraining(ModelFolder models, DatasetReader data) {
    return models.dataHash().filter(data.contentHash()::equals).isPresent();
  }

  /** Why nothing can be said of how good models are; empty if something can. */
  static Optional<String> missing(PlotInputs inputs) {
    if (inputs.dataset().isEmpty() && inputs.table().isEmpty()) {
      return Optional.of("needs what was observed, with --data or --csv");
    }
    boolean unknown =
        inputs.table().isEmpty()
            && !inputs.models().knowsHeldOut()
            && inputs.dataset().filter(data -> isOfTraining(inputs.models(), data)).isPresent();
    return unknown
        ? Optional.of(
            "the models were trained on these very data, and nobody noted what they predict of rows"
                + " that are held out; 'limpid train' anew does")
        : Optional.empty();
  }

  /** Where some rows have the predictions of when they were held out, and others of a model. */
  static String mixed(JudgedModel model, int heldOut, int all) {
    if (heldOut == all) {
      return model.source();
    }
    return heldOut == 0
        ? OTHER_DATA
        : "%s, %s of them %s".formatted(model.source(), Numbers.whole(all - heldOut), OTHER_DATA);
  }

  /** What was noted of a model that was changed by hand later is not true of the model. */
  static String edited(JudgedModel judged, ModelFolder models, String source) {
    Model model = models.all().get(judged.modelName());
    boolean changed = model != null && !model.provenance().edits().isEmpty();
    return changed ? source + ", before it was edited by hand" : source;
  }

  /**
   * Which rows of a CSV file these are, and how many of them a model is known to have learnt from.
   */
  static String ofRows(Model model, Table table, Target observed) {
    RowSketch.Found found = model.provenance().rows().find(table, model.features(), observed);
    if (found.trained() == 0) {
      return "rows of the CSV file";
    }
    return "rows of the CSV file (it was trained on %s of the %s that could be checked)"
        .formatted(Numbers.whole(found.trained()), Numbers.whole(found.known()));
  }
}
