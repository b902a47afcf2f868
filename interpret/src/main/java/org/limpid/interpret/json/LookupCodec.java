package org.limpid.interpret.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.files.json.JsonValue.JsonScalar;
import org.limpid.interpret.json.ModelCodec.Header;
import org.limpid.interpret.lookup.LookupCell;
import org.limpid.interpret.lookup.LookupModel;
import org.limpid.interpret.model.Feature;

/** Tables of means, medians or class shares by keys. */
final class LookupCodec {
  static final ModelCodec<LookupModel> CODEC =
      new ModelCodec<>("table", LookupModel.class, LookupCodec::write, LookupCodec::read);

  private LookupCodec() {}

  private static void write(LookupModel model, JsonOutput out) throws IOException {
    FeatureJson.writeAll("keys", model.features(), out);
    out.beginArray("cells");
    for (int keyCount = 0; keyCount <= model.features().size(); keyCount++) {
      for (LookupCell cell : model.cells(keyCount)) {
        out.beginLine();
        writeKeys(cell, model.features(), out);
        out.wholeNumber("samples", cell.samples())
            .number("weight", cell.weight())
            .numbers("outputs", cell.outputs())
            .endObject();
      }
    }
    out.endArray();
  }

  private static void writeKeys(LookupCell cell, List<Feature> features, JsonOutput out)
      throws IOException {
    out.beginList("keys");
    for (int i = 0; i < cell.keyCount(); i++) {
      writeKey(cell.key(i), features.get(i), out);
    }
    out.endArray();
  }

  private static void writeKey(double value, Feature feature, JsonOutput out) throws IOException {
    if (Double.isNaN(value)) {
      out.nothing();
    } else if (feature instanceof Feature.Categorical categorical) {
      out.text(categorical.categories().get((int) value));
    } else {
      out.number(value);
    }
  }

  private static Supplier<LookupModel> read(JsonSection root, Header header) {
    List<Feature> keys = FeatureJson.readAll("keys", root);
    List<Map<String, Double>> codes = keys.stream().map(LookupCodec::codes).toList();
    List<List<Supplier<LookupCell>>> levels = new ArrayList<>();
    for (int level = 0; level <= keys.size(); level++) {
      levels.add(new ArrayList<>());
    }
    for (JsonSection section : root.sections("cells")) {
      try (section) {
        double[] values = keys(section, keys, codes);
        levels.get(values.length).add(cell(section, values, header.task().outputCount()));
      }
    }
    if (levels.getFirst().size() != 1 && root.has("cells")) {
      root.problem("cells", "expected exactly one cell without keys", "");
    }
    return () ->
        new LookupModel(
            header.task(),
            keys,
            levels.stream().map(cells -> cells.stream().map(Supplier::get).toList()).toList(),
            header.provenance());
  }

  /** The values in the encoding of rows; none after noting that there are too many. */
  private static double[] keys(
      JsonSection section, List<Feature> keys, List<Map<String, Double>> codes) {
    List<JsonScalar> found = section.scalars("keys");
    if (found.size() > keys.size()) {
      section.problem("keys", "expected at most %d keys".formatted(keys.size()), "");
      return new double[0];
    }
    double[] values = new double[found.size()];
    for (int i = 0; i < values.length; i++) {
      Optional<Double> value = value(found.get(i), keys.get(i), codes.get(i));
      values[i] = value.orElse(Double.NaN);
      if (value.isEmpty()) {
        String message = "expected a number, a category or null for %s, found '%s'";
        String text = message.formatted(keys.get(i).name(), found.get(i).text());
        section.problem("keys", text, "");
      }
    }
    return values;
  }

  private static Optional<Double> value(
      JsonScalar found, Feature feature, Map<String, Double> codes) {
    return switch (found.token()) {
      case VALUE_NULL -> Optional.of(Double.NaN);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          Optional.of(found.text())
              .filter(_ -> feature instanceof Feature.Numeric)
              .map(Double::valueOf);
      case VALUE_STRING -> Optional.ofNullable(codes.get(found.text()));
      default -> Optional.empty();
    };
  }

  private static Map<String, Double> codes(Feature feature) {
    Map<String, Double> codes = new HashMap<>();
    if (feature instanceof Feature.Categorical categorical) {
      categorical.categories().forEach(category -> codes.put(category, (double) codes.size()));
    }
    return codes;
  }

  private static Supplier<LookupCell> cell(JsonSection section, double[] values, int outputCount) {
    int samples = (int) section.wholeNumber("samples", 0, Integer.MAX_VALUE);
    double weight = section.number("weight");
    double[] outputs = section.numbers("outputs", outputCount, "output");
    return () -> new LookupCell(values, samples, weight, outputs);
  }
}
