package org.limpid.models.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.tree.Rule;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;
import org.limpid.interpret.tree.TreeRules;

/** Explains trees by their rules. */
record TreeExplainer(TreeModel model) implements Explainer {

  @Override
  public ExplainReport all(int top) {
    Map<String, Object> json = ModelHead.json(model);
    json.put("rules", TreeRules.list(model).stream().map(TreeExplainer::json).toList());
    return new ExplainReport(ModelHead.text(model) + TreeRules.text(model), json);
  }

  @Override
  public ExplainReport row(Row row, Optional<String> actual, int top) {
    List<TreeNode> before = model.nodes().subList(0, model.leaf(row));
    long leavesBefore = before.stream().filter(TreeNode.Leaf.class::isInstance).count();
    Rule rule = TreeRules.list(model).get((int) leavesBefore);
    Map<String, Object> json = json(rule);
    actual.ifPresent(value -> json.put("actual", value));
    return new ExplainReport(rule + actual.map("; actual %s"::formatted).orElse(""), json);
  }

  private static Map<String, Object> json(Rule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("conditions", rule.conditions());
    json.put("prediction", rule.prediction());
    json.put("rows", rule.support().samples());
    return json;
  }
}
