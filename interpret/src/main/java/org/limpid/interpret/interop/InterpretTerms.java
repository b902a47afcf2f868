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
import org.limpid.interpret.model.RowOrder;

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

  private Term term(JsonSection section, int[] order) {
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    int[] shape =
        IntStream.of(order).map(f -> features.get(f).bins(order.length).count()).toArray();
    CellOrder cells = new CellOrder(order, shape);
    int cellCount = cells.count();
    double[] weights =
        section.has("bin_weights")
            ? cells.sorted(section.tensor("bin_weights", shape), 1)
            : new double[cellCount];
    int[] scoreShape = withScores(shape);
    double[] scores = cells.sorted(section.tensor("scores", scoreShape), scoreCount);
    if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
      section.problem("scores", "expected finite scores", "");
      Arrays.fill(scores, 0);
    }
    double[] deviations =
        section.has("standard_deviations")
            ? cells.sorted(section.tensor("standard_deviations", scoreShape), scoreCount)
            : NONE;
    return new Term(sorted, scores, deviations, bags(section, cells, scoreShape), weights);
  }

  private double[][] bags(JsonSection section, CellOrder cells, int[] scoreShape) {
    if (!section.has("bagged_scores") || bagCount == 0) {
      return new double[0][];
    }
    int[] shape = IntStream.concat(IntStream.of(bagCount), IntStream.of(scoreShape)).toArray();
    double[] flat = section.tensor("bagged_scores", shape);
    double[][] bags = new double[bagCount][];
    int length = flat.length / bagCount;
    Arrays.setAll(
        bags,
        bag ->
            cells.sorted(Arrays.copyOfRange(flat, bag * length, (bag + 1) * length), scoreCount));
    return bags;
  }

  private int[] withScores(int[] shape) {
    return scoreCount == 1
        ? shape
        : IntStream.concat(IntStream.of(shape), IntStream.of(scoreCount)).toArray();
  }

  /**
   * Where the cells of a term go when its features are put in ascending order. interpret keeps the
   * features of a pair in the order in which the user named them.
   */
  private static final class CellOrder {
    private final int[] targets;
    private final boolean same;

    /**
     * Computes the order.
     *
     * @param features positions of the features, in the order of the file
     * @param shape bins of each of them
     */
    CellOrder(int[] features, int[] shape) {
      int[] strides = new int[features.length];
      int count = 1;
      int[] descending = RowOrder.by(features.length, i -> -features[i]);
      for (int dimension : descending) {
        strides[dimension] = count;
        count *= shape[dimension];
      }
      targets = new int[count];
      same = fill(shape, strides);
    }

    private boolean fill(int[] shape, int[] strides) {
      int[] place = new int[shape.length];
      boolean unchanged = true;
      for (int cell = 0; cell < targets.length; cell++) {
        for (int i = 0; i < shape.length; i++) {
          targets[cell] += place[i] * strides[i];
        }
        unchanged &= targets[cell] == cell;
        advance(place, shape);
      }
      return unchanged;
    }

    private static void advance(int[] place, int[] shape) {
      int last = shape.length - 1;
      while (last >= 0 && ++place[last] == shape[last]) {
        place[last--] = 0;
      }
    }

    /** How many cells there are. */
    int count() {
      return targets.length;
    }

    /** The numbers with the cells in ascending order of the features. */
    double[] sorted(double[] numbers, int perCell) {
      if (same) {
        return numbers;
      }
      double[] sorted = new double[numbers.length];
      for (int cell = 0; cell < targets.length; cell++) {
        System.arraycopy(numbers, cell * perCell, sorted, targets[cell] * perCell, perCell);
      }
      return sorted;
    }
  }
}
