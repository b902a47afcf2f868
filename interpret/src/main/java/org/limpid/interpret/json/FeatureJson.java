package org.limpid.interpret.json;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.files.ClosestName;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.model.Feature;

/** Features: their names, kinds and categories. */
final class FeatureJson {
  private static final String NUMERIC = "numeric";
  private static final String NOMINAL = "nominal";
  private static final String ORDINAL = "ordinal";

  private FeatureJson() {}

  static void writeAll(String name, List<Feature> features, JsonOutput out) throws IOException {
    out.beginArray(name);
    for (Feature feature : features) {
      out.beginLine();
      write(feature, out);
      out.endObject();
    }
    out.endArray();
  }

  static void write(Feature feature, JsonOutput out) throws IOException {
    out.text("name", feature.name());
    switch (feature) {
      case Feature.Numeric _ -> out.text("type", NUMERIC);
      case Feature.Nominal nominal ->
          out.text("type", NOMINAL).texts("categories", nominal.categories());
      case Feature.Ordinal ordinal ->
          out.text("type", ORDINAL).texts("categories", ordinal.categories());
    }
  }

  static List<Feature> readAll(String name, JsonSection root) {
    Set<String> names = new HashSet<>();
    return root.sections(name).stream()
        .map(section -> {
          try (section) {
            return read(section, names);
          }
        })
        .toList();
  }

  /** Reads the members of a feature, and adds its name to those of the features before. */
  static Feature read(JsonSection section, Set<String> names) {
    String name = section.anyText("name");
    if (!names.add(name)) {
      section.problem("name", "expected another name than those before", "");
    }
    return switch (section.oneOf("type", List.of(NUMERIC, NOMINAL, ORDINAL))) {
      case NOMINAL -> new Feature.Nominal(name, categories(section));
      case ORDINAL -> new Feature.Ordinal(name, categories(section));
      default -> new Feature.Numeric(name);
    };
  }

  private static List<String> categories(JsonSection section) {
    List<String> categories = section.texts("categories");
    boolean repeated = new HashSet<>(categories).size() < categories.size();
    if (repeated || (categories.isEmpty() && section.has("categories"))) {
      section.problem("categories", "expected one or more different categories", "");
    }
    return categories.isEmpty() || repeated ? List.of("") : categories;
  }

  static Map<String, Integer> positions(List<Feature> features) {
    Map<String, Integer> positions = new HashMap<>();
    features.forEach(feature -> positions.putIfAbsent(feature.name(), positions.size()));
    return positions;
  }

  /** The position of the feature that a member names; 0 after noting that there is none. */
  static int position(JsonSection section, String key, Map<String, Integer> positions) {
    String name = section.anyText(key);
    Integer position = positions.get(name);
    if (position == null && section.has(key)) {
      section.problem(
          key,
          "expected the name of a feature",
          ClosestName.hint(name, positions.keySet().stream().sorted().toList()));
    }
    return position == null ? 0 : position;
  }
}
