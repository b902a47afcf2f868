package org.limpid.interpret.json;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;

/** The members that all kinds of models share: provenance and task. */
final class HeaderJson {
  private static final String REGRESSION = "regression";
  private static final String CLASSIFICATION = "classification";
  private static final List<String> STAND_IN = List.of("0", "1");

  private HeaderJson() {}

  static void write(Model model, JsonOutput out) throws IOException {
    out.beginObject("provenance");
    ProvenanceJson.write(model.provenance(), out);
    out.endObject();
    switch (model.task()) {
      case Task.Regression _ -> out.text("task", REGRESSION);
      case Task.Classification classification ->
          out.text("task", CLASSIFICATION).texts("classes", classification.classes());
    }
  }

  static Header read(JsonSection root, Problems problems) {
    Provenance provenance;
    try (JsonSection section = root.section("provenance")) {
      provenance = ProvenanceJson.read(section);
    }
    return new Header(task(root), provenance, problems);
  }

  private static Task task(JsonSection root) {
    String type = root.oneOf("task", List.of(REGRESSION, CLASSIFICATION));
    return type.equals(REGRESSION) ? new Task.Regression() : classification(root);
  }

  private static Task classification(JsonSection root) {
    List<String> classes = root.texts("classes");
    boolean valid = classes.size() >= 2 && new HashSet<>(classes).size() == classes.size();
    if (!valid && root.has("classes")) {
      root.problem("classes", "expected two or more different classes", "");
    }
    return new Task.Classification(valid ? classes : STAND_IN);
  }
}
