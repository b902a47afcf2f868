package org.limpid.interpret.interop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.files.json.JsonValue;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;

/**
 * What the reader of interpret asks for and a model may not know. A file names the places of such
 * members under {@code limpid.standIns}, so that Limpid does not take them for knowledge.
 */
final class Placeholders {
  static final String KEY = "standIns";

  private final EbmModel given;
  private final List<String> places = new ArrayList<>();

  Placeholders(EbmModel given) {
    this.given = given;
  }

  List<String> places() {
    return List.copyOf(places);
  }

  /** The model with bags and deviations: a model without bags is its only one. */
  EbmModel complete() {
    if (given.bagCount() == 0) {
      places.addAll(List.of("ebm.bagged_intercept", "ebm.bag_weights"));
    }
    List<Term> terms =
        IntStream.range(0, given.terms().size()).mapToObj(this::completeTerm).toList();
    EbmModel complete =
        new EbmModel(
            given.task(),
            given.link(),
            given.clip(),
            given.binnedFeatures(),
            terms,
            given.intercept(),
            given.bagCount() == 0 ? new double[][] {given.intercept()} : given.bagIntercepts(),
            given.bagCount() == 0 ? new double[] {totalWeight()} : given.bagWeights(),
            given.provenance());
    return complete.withOffset(given.offset());
  }

  private double totalWeight() {
    return given.terms().isEmpty()
        ? given.provenance().rowCount()
        : Arrays.stream(given.terms().getFirst().binWeights()).sum();
  }

  private Term completeTerm(int index) {
    Term term = given.terms().get(index);
    double[][] bags = term.bagScores();
    double[] deviations = term.deviations();
    if (deviations.length == 0) {
      deviations = new double[term.scores().length];
      places.add("ebm.terms[%d].standard_deviations".formatted(index));
    }
    if (!term.hasBags()) {
      bags = new double[Math.max(1, given.bagCount())][];
      Arrays.setAll(bags, _ -> term.scores());
      places.add("ebm.terms[%d].bagged_scores".formatted(index));
    }
    return term.withScores(term.scores(), deviations, bags);
  }

  /** The bars of a feature's density, or one for all where interpret could not put edges. */
  double[] density(FeatureSummary summary, int feature, double total) {
    double[] bars = summary.densityWeights();
    if (bars.length > 0 && hasEdges(summary, bars.length)) {
      return bars;
    }
    places.add("ebm.features[%d].histogram_weights".formatted(feature));
    return new double[] {total};
  }

  /** interpret computes edges between the bars anew, and stops where no numbers lie between. */
  private static boolean hasEdges(FeatureSummary summary, int bars) {
    double minimum = normal(summary.minimum());
    double maximum = normal(summary.maximum());
    double largest = Math.max(Math.abs(minimum), Math.abs(maximum));
    return bars == 1 || (maximum / 2 - minimum / 2) / bars > Math.ulp(largest);
  }

  private static double normal(double value) {
    return Math.abs(value) < Double.MIN_NORMAL ? 0 : value;
  }

  void noteRange(int feature) {
    places.add("ebm.features[%d].min".formatted(feature));
    places.add("ebm.features[%d].max".formatted(feature));
  }

  /** The file without the placeholders that it names. */
  static JsonObject without(JsonObject file) {
    if (file.members().get("limpid") instanceof JsonObject own
        && own.members().get(KEY) instanceof JsonArray named) {
      Set<String> places =
          named.elements().stream()
              .filter(JsonScalar.class::isInstance)
              .map(place -> ((JsonScalar) place).text())
              .collect(Collectors.toSet());
      return (JsonObject) without(file, "", places);
    }
    return file;
  }

  private static JsonValue without(JsonValue value, String place, Set<String> places) {
    return switch (value) {
      case JsonObject object -> {
        Map<String, JsonValue> kept = new LinkedHashMap<>();
        object
            .members()
            .forEach((key, member) -> {
              String path = place.isEmpty() ? key : place + "." + key;
              if (!places.contains(path)) {
                kept.put(key, without(member, path, places));
              }
            });
        yield new JsonObject(object.place(), kept);
      }
      case JsonArray array when array.elements().stream().anyMatch(JsonObject.class::isInstance) ->
          new JsonArray(
              array.place(),
              IntStream.range(0, array.elements().size())
                  .mapToObj(
                      i -> without(array.elements().get(i), "%s[%d]".formatted(place, i), places))
                  .toList());
      default -> value;
    };
  }
}
