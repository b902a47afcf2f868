package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.json.ExplanationJson;
import org.limpid.interpret.model.Row;

/**
 * Explains explainable boosting machines.
 *
 * @param model the model
 * @param file where it was read from, for messages
 */
record EbmExplainer(EbmModel model, Path file) implements Explainer {

  @Override
  public ExplainReport all(int top) {
    GlobalExplanation explanation = GlobalExplanation.of(model);
    Map<String, Object> json = ModelHead.json(model);
    json.put("intercept", DoubleStream.of(model.intercept()).boxed().toList());
    json.putAll(ExplanationJson.of(explanation));
    String importances = ExplanationText.importances(explanation, model.intercept(), top);
    return new ExplainReport(ModelHead.text(model) + importances, json);
  }

  @Override
  public ExplainReport term(String name, int top) {
    if (model.term(name).isEmpty()) {
      throw new DataException(
          new Problem(
              file.toString(),
              0,
              "",
              name,
              "there is no such term",
              ClosestName.hint(name, model.terms().stream().map(model::name).toList())));
    }
    TermExplanation shape = TermExplanation.of(model, name);
    return new ExplainReport(ExplanationText.shape(shape, top), ExplanationJson.of(shape));
  }

  @Override
  public ExplainReport row(Row row, Optional<String> actual, int top) {
    PredictionExplanation plain = PredictionExplanation.of(model, row);
    PredictionExplanation explanation = actual.map(plain::withActual).orElse(plain);
    return new ExplainReport(
        ExplanationText.prediction(explanation, top), ExplanationJson.of(explanation));
  }
}
