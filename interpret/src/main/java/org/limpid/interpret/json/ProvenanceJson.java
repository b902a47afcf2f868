package org.limpid.interpret.json;

import java.io.IOException;
import java.util.Map;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.RowSketch;
import org.limpid.interpret.table.Reading;

/** The members of a JSON object that say where a model comes from. */
public final class ProvenanceJson {
  private static final String ROWS = "rowSketch";

  private ProvenanceJson() {}

  /** Writes the members. */
  public static void write(Provenance provenance, JsonOutput out) throws IOException {
    out.text("trainer", provenance.trainer())
        .text("dataHash", provenance.dataHash())
        .wholeNumber("rowCount", provenance.rowCount())
        .text("target", provenance.target())
        .beginObject("parameters");
    for (Map.Entry<String, String> parameter : provenance.parameters().entrySet()) {
      out.text(parameter.getKey(), parameter.getValue());
    }
    out.endObject().wholeNumber("seed", provenance.seed()).texts("edits", provenance.edits());
    if (!provenance.reading().isPlain()) {
      ReadingJson.write(provenance.reading(), out);
    }
    if (!provenance.rows().equals(RowSketch.NONE)) {
      out.text(ROWS, provenance.rows().toText());
    }
  }

  /** Reads and checks the members. */
  public static Provenance read(JsonSection section) {
    Map<String, String> parameters;
    try (JsonSection all = section.section("parameters")) {
      parameters = all.allTexts();
    }
    return new Provenance(
        section.anyText("trainer"),
        section.anyText("dataHash"),
        section.wholeNumber("rowCount", 0, Long.MAX_VALUE),
        section.anyText("target"),
        parameters,
        section.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        section.texts("edits"),
        section.has("reading") ? reading(section) : Reading.PLAIN,
        rows(section));
  }

  private static Reading reading(JsonSection section) {
    try (JsonSection reading = section.section("reading")) {
      return ReadingJson.read(reading);
    }
  }

  private static RowSketch rows(JsonSection section) {
    try {
      return section.optionalText(ROWS).map(RowSketch::ofText).orElse(RowSketch.NONE);
    } catch (IllegalArgumentException _) {
      section.problem(
          ROWS, "expected ascending numbers in Base64", "Maybe the file is damaged: leave it out.");
      return RowSketch.NONE;
    }
  }
}
