package org.limpid.interpret.interop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.files.json.JsonValue;
import org.limpid.files.json.JsonValue.JsonScalar;
import org.limpid.interpret.json.ProvenanceJson;
import org.limpid.interpret.model.Provenance;
import tools.jackson.core.JsonToken;

/**
 * What a file of interpret says about the training. The library's parameters become parameters of
 * the same name; other members are kept under {@code ebm.} and {@code output.}, as JSON.
 */
final class ImportedProvenance {
  /** Begins names of members of the model. */
  static final String OF_MODEL = "ebm.";

  /** Begins names of members of the output. */
  static final String OF_OUTPUT = "output.";

  private static final String TRAINER = "interpret";

  private final Map<String, String> parameters = new LinkedHashMap<>();

  /** What Limpid wrote itself. */
  static Provenance own(JsonSection root) {
    try (JsonSection section = root.section("limpid")) {
      section.ignore(Placeholders.KEY);
      return ProvenanceJson.read(section);
    }
  }

  /** Keeps the range of the target and such. */
  void keepOutput(JsonSection output) {
    for (String name : output.names()) {
      if (!List.of("task", "classes", "link").contains(name)) {
        keep(OF_OUTPUT + name, output.value(name).orElseThrow());
      }
    }
    output.ignore("classes");
  }

  /** Keeps the parameters, and all members that nobody has asked for yet. */
  void keepOthers(JsonSection ebm) {
    if (ebm.has("implementation_params")) {
      try (JsonSection section = ebm.section("implementation_params")) {
        section.names().forEach(name -> keep(name, section.value(name).orElseThrow()));
      }
    }
    for (String name : ebm.unknown()) {
      keep(OF_MODEL + name, ebm.value(name).orElseThrow());
    }
  }

  private void keep(String name, JsonValue value) {
    boolean text = value instanceof JsonScalar scalar && scalar.token() == JsonToken.VALUE_STRING;
    parameters.put(name, text ? ((JsonScalar) value).text() : JsonOutput.textOf(value));
  }

  Provenance toProvenance() {
    String seed = parameters.getOrDefault("random_state", "");
    long number = seed.matches("-?\\d{1,18}") ? Long.parseLong(seed) : 0;
    return new Provenance(TRAINER, "", 0, "", parameters, number, List.of());
  }
}
