package org.limpid.models.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.Model;

/**
 * What a training made.
 *
 * @param out file of the model
 * @param kind its kind
 * @param model the model
 * @param test how good it is on rows held out, if there are any
 * @param notices how the file was understood, where that may surprise
 * @param seconds wall-clock time of the training
 */
public record TrainingReport(
    String out,
    ModelKind kind,
    Model model,
    Optional<TestResult> test,
    List<String> notices,
    double seconds) {
  public TrainingReport {
    notices = List.copyOf(notices);
  }

  /** How good the model is on rows held out, as a sentence. */
  public Optional<String> testText() {
    return test.map(TestResult::toText);
  }

  /** A sentence or two for people. */
  public String toText() {
    return String.format(
        Locale.ROOT,
        "Trained %s for a %s of %s on %s and %s%s in %s. The model is in %s.",
        kind.noun(),
        type().label(),
        model.provenance().target(),
        Words.count(model.provenance().rowCount(), "row"),
        Words.count(model.features().size(), "feature"),
        termCount().map(count -> String.format(Locale.ROOT, ", %,d terms,", count)).orElse(""),
        Words.roughly(seconds),
        out);
  }

  private TrainingRequest.TargetType type() {
    return TrainingRequest.TargetType.of(model.task());
  }

  private Optional<Integer> termCount() {
    return model instanceof EbmModel ebm ? Optional.of(ebm.terms().size()) : Optional.empty();
  }

  /** The same for programs. */
  public Map<String, Object> toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("out", out);
    report.put("model", kind.label());
    report.put("type", type().label());
    report.put("target", model.provenance().target());
    report.put("rows", model.provenance().rowCount());
    report.put("features", model.features().stream().map(feature -> feature.name()).toList());
    termCount().ifPresent(count -> report.put("terms", count));
    report.put("parameters", model.provenance().parameters());
    test.ifPresent(result -> report.put("test", result.toJson()));
    report.put("notices", notices);
    report.put("seconds", seconds);
    return report;
  }
}
