package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;
import org.limpid.interpret.tree.TreeRules;
import org.limpid.interpret.tree.TreeRules.Rule;

/** Explains models of one kind. */
interface Explainer {
  /** The model as a whole. */
  ModelExplanation.Report all(int top);

  /** The prediction for a row, with what was observed, if that is known. */
  ModelExplanation.Report row(Row row, Optional<String> actual, int top);

  /**
   * One term.
   *
   * @throws DataException if there is none of this name
   */
  default ModelExplanation.Report term(String name, int top) {
    throw new DataException(
        new Problem(
            "--term",
            0,
            "",
            name,
            "only explainable boosting machines have terms of a shape",
            "Maybe leave it out: the model is shown as a whole then."));
  }

  /**
   * Explains explainable boosting machines.
   *
   * @param model the model
   * @param file where it was read from, for messages
   */
  record EbmExplainer(EbmModel model, Path file) implements Explainer {

    @Override
    public ModelExplanation.Report all(int top) {
      GlobalExplanation explanation = GlobalExplanation.of(model);
      Map<String, Object> json = ModelHead.json(model);
      json.put("intercept", DoubleStream.of(model.intercept()).boxed().toList());
      json.putAll(ExplanationJson.of(explanation));
      String importances = ExplanationText.importances(explanation, model.intercept(), top);
      return new ModelExplanation.Report(ModelHead.text(model) + importances, json);
    }

    @Override
    public ModelExplanation.Report term(String name, int top) {
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
      return new ModelExplanation.Report(
          ExplanationText.shape(shape, top), ExplanationJson.of(shape));
    }

    @Override
    public ModelExplanation.Report row(Row row, Optional<String> actual, int top) {
      PredictionExplanation plain = PredictionExplanation.of(model, row);
      PredictionExplanation explanation = actual.map(plain::withActual).orElse(plain);
      return new ModelExplanation.Report(
          ExplanationText.prediction(explanation, top), ExplanationJson.of(explanation));
    }
  }

  /** Explains trees by their rules. */
  record TreeExplainer(TreeModel model) implements Explainer {

    @Override
    public ModelExplanation.Report all(int top) {
      Map<String, Object> json = ModelHead.json(model);
      json.put("rules", TreeRules.list(model).stream().map(TreeExplainer::json).toList());
      return new ModelExplanation.Report(ModelHead.text(model) + TreeRules.text(model), json);
    }

    @Override
    public ModelExplanation.Report row(Row row, Optional<String> actual, int top) {
      List<TreeNode> before = model.nodes().subList(0, model.leaf(row));
      long leavesBefore = before.stream().filter(TreeNode.Leaf.class::isInstance).count();
      Rule rule = TreeRules.list(model).get((int) leavesBefore);
      Map<String, Object> json = json(rule);
      actual.ifPresent(value -> json.put("actual", value));
      return new ModelExplanation.Report(
          rule + actual.map("; actual %s"::formatted).orElse(""), json);
    }

    private static Map<String, Object> json(Rule rule) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("conditions", rule.conditions());
      json.put("prediction", rule.prediction());
      json.put("rows", rule.support().samples());
      return json;
    }
  }
}
