package org.limpid.models.tool;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.limpid.files.Words;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;

/** What a model is and where it comes from. */
final class ModelHead {
  private ModelHead() {}

  /** A line each, then an empty one. */
  static String text(Model model) {
    Provenance provenance = model.provenance();
    String target = provenance.target().isEmpty() ? "" : " of " + provenance.target();
    StringBuilder text = new StringBuilder(task(model.task()) + target + "\n");
    if (!provenance.trainer().isEmpty()) {
      String rows =
          provenance.rowCount() > 0 ? Words.count(provenance.rowCount(), "row") + " and " : "";
      text.append(
          String.format(
              Locale.ROOT,
              "trained by %s on %s%,d features\n",
              provenance.trainer(),
              rows,
              model.features().size()));
    }
    model
        .offset()
        .ifPresent(name -> text.append("adds ").append(name).append(" to every score (offset)\n"));
    provenance.edits().forEach(edit -> text.append("edited: ").append(edit).append('\n'));
    return text.append('\n').toString();
  }

  private static String task(Task task) {
    return switch (task) {
      case Task.Regression _ -> "regression";
      case Task.Classification(var classes) ->
          "classification (%s)".formatted(String.join(", ", classes));
    };
  }

  /** The same for programs, to be added to. */
  static Map<String, Object> json(Model model) {
    Provenance provenance = model.provenance();
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("trainer", provenance.trainer());
    head.put("type", TrainingRequest.TargetType.of(model.task()).label());
    if (model.task() instanceof Task.Classification(var classes)) {
      head.put("classes", classes);
    }
    head.put("target", provenance.target());
    head.put("rows", provenance.rowCount());
    head.put("dataHash", provenance.dataHash());
    head.put("features", model.features().stream().map(Feature::name).toList());
    model.offset().ifPresent(name -> head.put("offset", name));
    head.put("parameters", provenance.parameters());
    head.put("edits", provenance.edits());
    return head;
  }
}
