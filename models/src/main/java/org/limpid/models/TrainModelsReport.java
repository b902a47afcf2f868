package org.limpid.models;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limpid.interpret.text.TextTable;
import org.limpid.predictor.TrainingNote;

/**
 * What a training has to say.
 *
 * @param out folder of the models
 * @param training what was trained, and how good it is
 */
public record TrainModelsReport(Path out, ModelsTraining training) {
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
    return table + new HeldOutReport(training.heldOut()).toText();
  }

  private static String slots(LoadModels load) {
    TrainingNote note = load.jobs().note();
    return String.format(
        Locale.ROOT,
        "%,d slots, %s",
        load.jobs().model().provenance().rowCount(),
        note.configuration());
  }

  private static String files(LoadModels load) {
    return load.forecast().size() > 0
        ? "throughput-*.json, " + ModelsFolder.FORECAST
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
    json.put("heldOut", new HeldOutReport(training.heldOut()).toJson());
    json.put("leftOut", models().leftOut());
    return json;
  }
}
