package org.limpid.interpret.interop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limpid.files.json.JsonSection;
import org.limpid.files.json.JsonValue;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonScalar;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.model.Feature;

/** Reads the features of a file of interpret. */
final class InterpretFeatures {
  private static final List<String> STAND_IN = List.of("");

  private final Set<String> names = new HashSet<>();

  List<EbmFeature> read(JsonSection ebm) {
    List<EbmFeature> features = new ArrayList<>();
    for (JsonSection section : ebm.sections("features")) {
      try (section) {
        features.add(feature(section));
      }
    }
    return features;
  }

  private EbmFeature feature(JsonSection section) {
    String name = section.anyText("name");
    if (!names.add(name)) {
      section.problem("name", "expected another name than those before", "");
    }
    int distinct =
        section.has("num_unique_vals")
            ? (int) section.wholeNumber("num_unique_vals", 0, Integer.MAX_VALUE)
            : 0;
    String type = section.oneOf("type", List.of("continuous", "nominal", "ordinal"));
    if (type.equals("continuous")) {
      return new EbmFeature(
          new Feature.Numeric(name), cuts(section), numericSummary(section, distinct));
    }
    List<List<String>> resolutions = categories(section);
    List<String> categories = resolutions.getFirst();
    return new EbmFeature(
        type.equals("nominal")
            ? new Feature.Nominal(name, categories)
            : new Feature.Ordinal(name, categories),
        Collections.nCopies(resolutions.size(), new CategoryBins(categories.size())),
        FeatureSummary.categorical(distinct));
  }

  private static List<Bins> cuts(JsonSection section) {
    List<Bins> resolutions = new ArrayList<>();
    for (double[] cuts : section.numberArrays("cuts")) {
      try {
        resolutions.add(new CutBins(cuts));
      } catch (IllegalArgumentException e) {
        section.problem("cuts", e.getMessage(), "");
      }
    }
    return resolutions.isEmpty() ? List.of(new CutBins()) : resolutions;
  }

  private static FeatureSummary numericSummary(JsonSection section, int distinct) {
    double minimum = section.optionalNumber("min").orElse(Double.NaN);
    double maximum = section.optionalNumber("max").orElse(Double.NaN);
    double[] histogram =
        section.has("histogram_weights") ? section.numbers("histogram_weights") : new double[0];
    boolean known = histogram.length > 2 && Double.isFinite(minimum) && Double.isFinite(maximum);
    double[] regular =
        known ? Arrays.copyOfRange(histogram, 1, histogram.length - 1) : new double[0];
    double[] edges = known ? edges(minimum, maximum, regular.length) : new double[0];
    return new FeatureSummary(minimum, maximum, distinct, edges, regular);
  }

  /** Edges of equally wide bars, of which the format has the range and the number only. */
  private static double[] edges(double minimum, double maximum, int bars) {
    double[] edges = new double[bars + 1];
    for (int i = 0; i < bars; i++) {
      double share = (double) i / bars;
      edges[i] = minimum * (1 - share) + maximum * share;
    }
    edges[bars] = maximum;
    return edges;
  }

  private static List<List<String>> categories(JsonSection section) {
    List<List<String>> resolutions = new ArrayList<>();
    JsonValue found = section.value("categories").orElse(null);
    if (found instanceof JsonArray levels) {
      levels.elements().forEach(level -> resolutions.add(categories(section, level)));
    }
    boolean different = new HashSet<>(resolutions).size() != 1;
    if (different) {
      section.problem(
          "categories",
          "expected the same categories for terms of one feature and of more",
          "Maybe they were grouped for pairs, which Limpid does not do.");
    }
    return different ? List.of(STAND_IN) : resolutions;
  }

  private static List<String> categories(JsonSection section, JsonValue level) {
    List<String> categories = new ArrayList<>();
    if (level instanceof JsonArray array) {
      for (JsonValue element : array.elements()) {
        categories.add(element instanceof JsonScalar scalar ? scalar.text() : grouped(section));
      }
    }
    boolean repeated = new HashSet<>(categories).size() < categories.size();
    if (categories.isEmpty() || repeated) {
      section.problem("categories", "expected one or more different categories", "");
      return STAND_IN;
    }
    return categories;
  }

  private static String grouped(JsonSection section) {
    section.problem(
        "categories",
        "expected a bin for each category, found a group of several categories in one bin",
        "Maybe split the group in Python before the export, each category with its score.");
    return "";
  }
}
