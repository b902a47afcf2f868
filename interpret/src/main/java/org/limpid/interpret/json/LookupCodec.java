package org.limpid.interpret.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.lookup.LookupCell;
import org.limpid.interpret.lookup.LookupModel;
import org.limpid.interpret.model.Feature;

/** Tables of means, medians or class shares by keys. */
final class LookupCodec implements ModelCodec<LookupModel> {
  @Override
  public String kind() {
    return "table";
  }

  @Override
  public Class<LookupModel> type() {
    return LookupModel.class;
  }

  @Override
  public void write(LookupModel model, JsonOutput out) throws IOException {
    FeatureJson.writeAll("keys", model.features(), out);
    out.beginArray("cells");
    for (int keyCount = 0; keyCount <= model.features().size(); keyCount++) {
      for (LookupCell cell : model.cells(keyCount)) {
        out.beginLine()
            .numbers("keys", cell.keys())
            .wholeNumber("samples", cell.samples())
            .number("weight", cell.weight())
            .numbers("outputs", cell.outputs())
            .endObject();
      }
    }
    out.endArray();
  }

  @Override
  public Supplier<LookupModel> read(JsonSection root, Header header) {
    List<Feature> keys = FeatureJson.readAll("keys", root);
    List<List<Supplier<LookupCell>>> levels = new ArrayList<>();
    for (int level = 0; level <= keys.size(); level++) {
      levels.add(new ArrayList<>());
    }
    for (JsonSection section : root.sections("cells")) {
      try (section) {
        double[] values = keys(section, keys);
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

  /** The values; none after noting that there are too many. */
  private static double[] keys(JsonSection section, List<Feature> keys) {
    double[] values = section.numbers("keys");
    if (values.length > keys.size()) {
      section.problem("keys", "expected at most %d keys".formatted(keys.size()), "");
      return new double[0];
    }
    for (int i = 0; i < values.length; i++) {
      if (keys.get(i) instanceof Feature.Categorical categorical
          && !isPosition(values[i], categorical)) {
        String message = "expected a position in the categories of %s as 'keys[%d]'";
        section.problem("keys", message.formatted(categorical.name(), i), "");
      }
    }
    return values;
  }

  private static boolean isPosition(double value, Feature.Categorical feature) {
    boolean position = value == Math.rint(value) && value >= 0;
    return Double.isNaN(value) || (position && value < feature.categories().size());
  }

  private static Supplier<LookupCell> cell(JsonSection section, double[] values, int outputCount) {
    int samples = (int) section.wholeNumber("samples", 0, Integer.MAX_VALUE);
    double weight = section.number("weight");
    double[] outputs = section.numbers("outputs", outputCount, "output");
    return () -> new LookupCell(values, samples, weight, outputs);
  }
}
