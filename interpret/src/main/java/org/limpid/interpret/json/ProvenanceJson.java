package org.limpid.interpret.json;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.RowSketch;
import org.limpid.interpret.table.CellFormat;
import org.limpid.interpret.table.DateOrder;
import org.limpid.interpret.table.DecimalMark;
import org.limpid.interpret.table.Reading;

/** The members of a JSON object that say where a model comes from. */
public final class ProvenanceJson {
  private static final String ROWS = "rowSketch";

  private ProvenanceJson() {}

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

  /** How the cells of a file are read, as members of a JSON object. */
  private static final class ReadingJson {
    private static final String NUMBERS = "numbers";
    private static final String DATES = "dates";

    private ReadingJson() {}

    static void write(Reading reading, JsonOutput out) throws IOException {
      out.beginObject("reading");
      if (reading.decimal().isPresent()) {
        out.text("decimal", reading.decimal().get().label());
      }
      if (reading.dates().isPresent()) {
        out.text("dates", reading.dates().get().label());
      }
      out.texts("missing", reading.missing());
      out.beginArray("columns");
      for (Map.Entry<String, CellFormat> column : reading.formats().entrySet()) {
        out.beginLine();
        out.text("name", column.getKey());
        write(column.getValue(), out);
        out.endObject();
      }
      out.endArray().endObject();
    }

    private static void write(CellFormat format, JsonOutput out) throws IOException {
      switch (format) {
        case CellFormat.Numbers numbers ->
            out.text("as", NUMBERS)
                .text("decimal", numbers.decimal().label())
                .text("unit", numbers.unit());
        case CellFormat.Dates dates ->
            out.text("as", DATES).text("order", dates.order().label()).flag("clock", dates.clock());
      }
    }

    static Reading read(JsonSection section) {
      Map<String, CellFormat> formats = new LinkedHashMap<>();
      for (JsonSection column : section.sections("columns")) {
        try (column) {
          formats.put(column.anyText("name"), format(column));
        }
      }
      return new Reading(
          optional(section, "decimal", DecimalMark.values(), DecimalMark::label),
          optional(section, "dates", DateOrder.values(), DateOrder::label),
          section.texts("missing"),
          formats);
    }

    private static CellFormat format(JsonSection column) {
      return column.oneOf("as", List.of(NUMBERS, DATES)).equals(NUMBERS)
          ? new CellFormat.Numbers(
              one(column, "decimal", DecimalMark.values(), DecimalMark::label),
              column.anyText("unit"))
          : new CellFormat.Dates(
              one(column, "order", DateOrder.values(), DateOrder::label), column.flag("clock"));
    }

    private static <T> Optional<T> optional(
        JsonSection section, String key, T[] values, Function<T, String> label) {
      return section.has(key) ? Optional.of(one(section, key, values, label)) : Optional.empty();
    }

    private static <T> T one(
        JsonSection section, String key, T[] values, Function<T, String> label) {
      List<String> labels = Stream.of(values).map(label).toList();
      return values[labels.indexOf(section.oneOf(key, labels))];
    }
  }
}
