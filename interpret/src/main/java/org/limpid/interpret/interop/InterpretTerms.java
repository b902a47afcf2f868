package org.limpid.interpret.interop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.files.ClosestName;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.Term;

/** Reads the terms of a file of interpret. */
final class InterpretTerms {
  private static final long MOST_CELLS = 100_000_000;

  /** Memory for more cells is taken only if the file has a score for each. */
  private static final long MOST_UNSEEN = 1_000_000;

  private static final double[] NONE = {};

  private final List<EbmFeature> features;
  private final Map<String, Integer> positions = new HashMap<>();
  private final int scoreCount;
  private final int bagCount;
  private final Set<Set<Integer>> seen = new HashSet<>();

  InterpretTerms(List<EbmFeature> features, int scoreCount, int bagCount) {
    this.features = features;
    this.scoreCount = scoreCount;
    this.bagCount = bagCount;
    features.forEach(feature -> positions.put(feature.name(), positions.size()));
  }

  List<Term> read(JsonSection ebm) {
    List<Term> terms = new ArrayList<>();
    for (JsonSection section : ebm.sections("terms")) {
      try (section) {
        int[] found = features(section);
        if (found.length > 0) {
          terms.add(term(section, found));
        } else {
          section.ignore("scores", "standard_deviations", "bagged_scores", "bin_weights");
        }
      }
    }
    return terms;
  }

  /** Positions of the features in the order of the file; none after noting a problem. */
  private int[] features(JsonSection section) {
    List<String> names = section.words("term_features");
    for (String name : names) {
      if (!positions.containsKey(name)) {
        section.problem(
            "term_features",
            "expected names of features, found '%s'".formatted(name),
            ClosestName.hint(name, features.stream().map(EbmFeature::name).toList()));
        return new int[0];
      }
    }
    int[] found = names.stream().mapToInt(positions::get).toArray();
    boolean valid = found.length > 0 && IntStream.of(found).distinct().count() == found.length;
    if (!valid && section.has("term_features")) {
      section.problem("term_features", "expected one or more different features", "");
    }
    if (valid && !seen.add(IntStream.of(found).boxed().collect(Collectors.toSet()))) {
      section.problem(
          "term_features", "expected other features than those of the terms before", "");
      return new int[0];
    }
    return valid && isSmall(section, found) ? found : new int[0];
  }

  private boolean isSmall(JsonSection section, int[] term) {
    double cells = scoreCount;
    for (int feature : term) {
      cells *= features.get(feature).bins(term.length).count();
    }
    boolean small =
        cells * Math.max(1, bagCount) <= MOST_CELLS
            && (cells <= MOST_UNSEEN || cells <= section.numberCount("scores"));
    if (!small) {
      section.problem("term_features", "expected a term with fewer cells", "");
    }
    return small;
  }

  /** interpret keeps the features of a pair in the order in which the user named them. */
  private Term term(JsonSection section, int[] order) {
    int[] shape =
        IntStream.of(order).map(f -> features.get(f).bins(order.length).count()).toArray();
    int cellCount = IntStream.of(shape).reduce(1, (a, b) -> a * b);
    double[] weights =
        section.has("bin_weights") ? section.tensor("bin_weights", shape) : new double[cellCount];
    int[] scoreShape = withScores(shape);
    double[] scores = section.tensor("scores", scoreShape);
    if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
      section.problem("scores", "expected finite scores", "");
      Arrays.fill(scores, 0);
    }
    double[] deviations =
        section.has("standard_deviations")
            ? section.tensor("standard_deviations", scoreShape)
            : NONE;
    return Term.reordered(order, shape, scores, deviations, bags(section, scoreShape), weights);
  }

  private double[][] bags(JsonSection section, int[] scoreShape) {
    if (!section.has("bagged_scores") || bagCount == 0) {
      return new double[0][];
    }
    int[] shape = IntStream.concat(IntStream.of(bagCount), IntStream.of(scoreShape)).toArray();
    double[] flat = section.tensor("bagged_scores", shape);
    double[][] bags = new double[bagCount][];
    int length = flat.length / bagCount;
    Arrays.setAll(bags, bag -> Arrays.copyOfRange(flat, bag * length, (bag + 1) * length));
    return bags;
  }

  private int[] withScores(int[] shape) {
    return scoreCount == 1
        ? shape
        : IntStream.concat(IntStream.of(shape), IntStream.of(scoreCount)).toArray();
  }
}
