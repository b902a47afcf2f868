package org.limpid.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * How good models are on what they had not learnt from, beside a baseline.
 *
 * @param models what they predicted, of each at least one row
 */
record HeldOutReport(List<HeldOut> models) {
  HeldOutReport {
    models = models.stream().filter(model -> !model.rows().isEmpty()).toList();
  }

  /** A table, a line per model and measure; empty without models. */
  String toText() {
    TextTable table =
        new TextTable(3).line("on rows held out", "measure", "baseline", "rows", "model", "of it");
    for (HeldOut model : models) {
      judged(model).qualities().forEach(quality -> table.line(line(model, quality)));
    }
    return models.isEmpty() ? "" : "\n" + table;
  }

  private static List<String> line(HeldOut model, Quality quality) {
    return List.of(
        model.model(),
        quality.label(),
        judged(model).baseline(),
        String.format(Locale.ROOT, "%,d", model.rows().size()),
        text(quality.of(model.actual(), model.predicted())),
        text(quality.of(model.actual(), model.baseline())));
  }

  private static JudgedModel judged(HeldOut model) {
    return JudgedModel.named(model.model()).orElseThrow();
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "-" : NumberText.rounded(value);
  }

  /** The same for programs. */
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    models.forEach(model -> json.put(model.model(), toJson(model)));
    return json;
  }

  private static Map<String, Object> toJson(HeldOut model) {
    JudgedModel judged = judged(model);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", model.rows().size());
    json.put("predicted", judged.source());
    json.put("baseline", judged.baseline());
    for (Quality quality : judged.qualities()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("model", finite(quality.of(model.actual(), model.predicted())));
      values.put("baseline", finite(quality.of(model.actual(), model.baseline())));
      json.put(quality.name().toLowerCase(Locale.ROOT), values);
    }
    return json;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }
}
