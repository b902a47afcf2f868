package org.limpid.interpret.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.model.Feature;

/** Features of an EBM with their bins and what training saw of them. */
final class EbmFeatureJson {
  private static final int MOST_RESOLUTIONS = 100;

  private EbmFeatureJson() {}

  static void writeAll(List<EbmFeature> features, JsonOutput out) throws IOException {
    out.beginArray("features");
    for (EbmFeature feature : features) {
      out.beginObject();
      FeatureJson.write(feature.feature(), out);
      write(feature.resolutions(), out);
      write(feature.summary(), out);
      out.endObject();
    }
    out.endArray();
  }

  private static void write(List<Bins> resolutions, JsonOutput out) throws IOException {
    if (resolutions.getFirst() instanceof CategoryBins) {
      out.wholeNumber("resolutions", resolutions.size());
    } else {
      out.numbers(
          "cuts",
          resolutions.stream().map(bins -> ((CutBins) bins).cuts()).toArray(double[][]::new));
    }
  }

  private static void write(FeatureSummary summary, JsonOutput out) throws IOException {
    if (!Double.isNaN(summary.minimum())) {
      out.number("minimum", summary.minimum());
    }
    if (!Double.isNaN(summary.maximum())) {
      out.number("maximum", summary.maximum());
    }
    out.wholeNumber("distinctCount", summary.distinctCount());
    if (summary.densityEdges().length > 0) {
      out.numbers("densityEdges", summary.densityEdges());
      out.numbers("densityWeights", summary.densityWeights());
    }
  }

  static List<EbmFeature> readAll(JsonSection root) {
    List<EbmFeature> features = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonSection section : root.sections("features")) {
      try (section) {
        Feature feature = FeatureJson.read(section, names);
        features.add(new EbmFeature(feature, resolutions(feature, section), summary(section)));
      }
    }
    return features;
  }

  private static List<Bins> resolutions(Feature feature, JsonSection section) {
    return switch (feature) {
      case Feature.Numeric _ -> cuts(section);
      case Feature.Categorical categorical -> {
        int count = (int) section.wholeNumber("resolutions", 1, MOST_RESOLUTIONS);
        yield Collections.nCopies(count, new CategoryBins(categorical.categories().size()));
      }
    };
  }

  private static List<Bins> cuts(JsonSection section) {
    List<Bins> resolutions = new ArrayList<>();
    for (double[] cuts : section.numberArrays("cuts")) {
      boolean ascending = isAscending(cuts);
      if (!ascending) {
        String message = "expected finite, strictly ascending cuts in resolution %d";
        section.problem("cuts", message.formatted(resolutions.size() + 1), "");
      }
      resolutions.add(ascending ? new CutBins(cuts) : new CutBins());
    }
    if (resolutions.isEmpty()) {
      section.problem("cuts", "expected cuts for one resolution or more", "");
      return List.of(new CutBins());
    }
    return resolutions;
  }

  private static boolean isAscending(double[] cuts) {
    for (int i = 1; i < cuts.length; i++) {
      if (!(cuts[i - 1] < cuts[i])) {
        return false;
      }
    }
    return Arrays.stream(cuts).allMatch(Double::isFinite);
  }

  private static FeatureSummary summary(JsonSection section) {
    double[] edges = section.has("densityEdges") ? section.numbers("densityEdges") : new double[0];
    double[] weights = new double[Math.max(0, edges.length - 1)];
    if (edges.length > 0 || section.has("densityWeights")) {
      double[] found = section.numbers("densityWeights", weights.length, "space between two edges");
      weights = found.length == weights.length ? found : weights;
    }
    return new FeatureSummary(
        section.optionalNumber("minimum").orElse(Double.NaN),
        section.optionalNumber("maximum").orElse(Double.NaN),
        (int) section.wholeNumber("distinctCount", 0, Integer.MAX_VALUE),
        edges,
        weights);
  }
}
