package org.limpid.models;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;
import org.limpid.predictor.ThroughputModel.TrainingNote;

/**
 * What came of a training.
 *
 * @param out folder of the models
 * @param training what was trained, and how good it is
 */
public record ModelsTrainingReport(Path out, ModelsTraining.Result training) {
  private TrainedModels models() {
    return training.models();
  }

  /** What was left out and why, one sentence each. */
  public List<String> notices() {
    return models().leftOut();
  }

  /** One line per model, and how good they are on rows held out, for people. */
  public String toText() {
    TextTable table = new TextTable(3).line("model", "trained on", "files in " + out);
    models()
        .packing()
        .ifPresent(packing ->
            table.line(
                "packing-analyze",
                "%d workloads".formatted(packing.tree().model().provenance().rowCount()),
                "share-score-*.json, share-score-rules.txt"
                    + packing.pairSpeeds().map(pairs -> ", pair-speeds.json").orElse("")));
    models()
        .durations()
        .ifPresent(model ->
            table.line(
                "workload-estimate",
                String.format(
                    Locale.ROOT,
                    "%,d jobs, %s",
                    model.model().provenance().rowCount(),
                    model.features().setName()),
                "duration/"));
    models().load().ifPresent(load -> table.line("throughput-predict", slots(load), files(load)));
    return table + heldOutText();
  }

  private static String slots(TrainedModels.Load load) {
    TrainingNote note = load.jobs().note();
    return String.format(
        Locale.ROOT,
        "%,d slots, %s",
        load.jobs().model().provenance().rowCount(),
        note.configuration());
  }

  private static String files(TrainedModels.Load load) {
    return load.forecast().size() > 0
        ? "throughput-*.json, " + ModelFolder.FORECAST
        : "throughput-*.json";
  }

  /** The same for programs. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("out", out.toString());
    json.put("dataset", models().origin().dataset());
    json.put("dataHash", models().origin().dataHash());
    json.put("packing", models().packing().isPresent());
    json.put("durations", models().durations().isPresent());
    json.put("load", models().load().isPresent());
    json.put("heldOut", heldOutJson());
    json.put("leftOut", models().leftOut());
    return json;
  }

  /** What models predicted of rows that they had not learnt from, of each at least one row. */
  private List<HeldOut> heldOut() {
    return training.heldOut().stream().filter(model -> !model.rows().isEmpty()).toList();
  }

  /** A table, a line per model and measure; empty without models. */
  private String heldOutText() {
    TextTable table =
        new TextTable(3).line("on rows held out", "measure", "baseline", "rows", "model", "of it");
    for (HeldOut model : heldOut()) {
      judged(model).qualities().forEach(quality -> table.line(line(model, quality)));
    }
    return heldOut().isEmpty() ? "" : "\n" + table;
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

  private Map<String, Object> heldOutJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    heldOut().forEach(model -> json.put(model.model(), json(model)));
    return json;
  }

  private static Map<String, Object> json(HeldOut model) {
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
