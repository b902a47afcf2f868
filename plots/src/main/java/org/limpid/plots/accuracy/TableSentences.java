package org.limpid.plots.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.TermImportance;
import org.limpid.interpret.model.Model;
import org.limpid.plots.figure.PlotInputs;

/** What one wants to know first of models and the rows of a CSV file. */
public final class TableSentences {
  private static final int MOST_TERMS = 3;

  private TableSentences() {}

  /** How good each model is on the rows, then what its predictions come from. */
  public static List<String> of(PlotInputs inputs) {
    List<String> sentences = new ArrayList<>();
    PredictionSets.of(inputs).forEach(set -> sentences.add(set.caption()));
    ClassPredictions.of(inputs).forEach(set -> sentences.add(set.caption()));
    inputs.models().all().values().stream()
        .filter(model -> model instanceof EbmModel ebm && !ebm.terms().isEmpty())
        .forEach(model -> sentences.add(reasons((EbmModel) model)));
    return sentences;
  }

  private static String reasons(EbmModel model) {
    String terms =
        GlobalExplanation.of(model).byMeanAbsolute().stream()
            .limit(MOST_TERMS)
            .map(TermImportance::term)
            .collect(Collectors.joining(", "));
    return "What moves %s most: %s.".formatted(name(model), terms);
  }

  private static String name(Model model) {
    String target = model.provenance().target();
    return target.isEmpty() ? "the prediction" : target;
  }
}
