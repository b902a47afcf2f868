package org.limpid.interpret.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.limpid.files.ClosestName;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;

/** Terms of an EBM. */
final class TermJson {
  private final List<EbmFeature> features;
  private final Map<String, Integer> positions;
  private final int scoreCount;
  private final int bagCount;
  private final boolean binsAreKnown;
  private final Set<List<Integer>> seen = new HashSet<>();

  /** Reads terms. With problems in the features, the number of cells is unknown. */
  TermJson(List<EbmFeature> features, int scoreCount, int bagCount, Problems problems) {
    this.features = features;
    this.scoreCount = scoreCount;
    this.bagCount = bagCount;
    positions = FeatureJson.positions(features.stream().map(EbmFeature::feature).toList());
    binsAreKnown = problems.isEmpty();
  }

  static void writeAll(EbmModel model, JsonOutput out) throws IOException {
    out.beginArray("terms");
    for (Term term : model.terms()) {
      out.beginObject();
      out.texts("features", namesOf(model, term));
      out.numbers("scores", term.scores());
      if (term.deviations().length > 0) {
        out.numbers("deviations", term.deviations());
      }
      if (term.hasBags()) {
        out.numbers("bagScores", term.bagScores());
      }
      out.numbers("binWeights", term.binWeights());
      out.endObject();
    }
    out.endArray();
  }

  private static List<String> namesOf(EbmModel model, Term term) {
    return IntStream.of(term.features())
        .mapToObj(position -> model.features().get(position).name())
        .toList();
  }

  List<Supplier<Term>> readAll(JsonSection root) {
    return root.sections("terms").stream()
        .map(section -> {
          try (section) {
            return read(section);
          }
        })
        .toList();
  }

  private Supplier<Term> read(JsonSection section) {
    int[] term = features(section);
    boolean known = binsAreKnown && term.length > 0;
    int cells = known ? cellCount(section, term) : section.numbers("binWeights").length;
    double[] scores = section.numbers("scores", cells * scoreCount, "cell and score");
    if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
      section.problem("scores", "expected finite scores", "");
    }
    double[] deviations =
        section.has("deviations")
            ? section.numbers("deviations", cells * scoreCount, "cell and score")
            : new double[0];
    double[][] bags = section.has("bagScores") ? bags(section, cells) : new double[0][];
    double[] weights = section.numbers("binWeights", cells, "cell");
    return () -> new Term(term, scores, deviations, bags, weights);
  }

  /** Positions of the features; none if something is wrong with their names. */
  private int[] features(JsonSection section) {
    List<String> names = section.texts("features");
    for (String name : names) {
      if (!positions.containsKey(name)) {
        List<String> known = features.stream().map(EbmFeature::name).toList();
        section.problem(
            "features",
            "expected names of features, found '%s'".formatted(name),
            ClosestName.hint(name, known));
        return new int[0];
      }
    }
    int[] found = names.stream().mapToInt(positions::get).toArray();
    boolean ascending = IntStream.range(1, found.length).allMatch(i -> found[i - 1] < found[i]);
    if (section.has("features") && (found.length == 0 || !ascending)) {
      section.problem(
          "features", "expected one or more features in the order of the model's features", "");
      return new int[0];
    }
    if (!seen.add(IntStream.of(found).boxed().toList()) && found.length > 0) {
      section.problem("features", "expected other features than those of the terms before", "");
      return new int[0];
    }
    return found;
  }

  private int cellCount(JsonSection section, int[] term) {
    long cells = scoreCount;
    for (int feature : term) {
      cells = Math.min(Integer.MAX_VALUE, cells * features.get(feature).bins(term.length).count());
    }
    if (cells == Integer.MAX_VALUE) {
      section.problem("features", "expected a term with fewer cells", "");
      return 0;
    }
    return (int) cells / scoreCount;
  }

  private double[][] bags(JsonSection section, int cells) {
    if (bagCount == 0) {
      section.problem("bagScores", "expected no scores of bags, as the model has no bags", "");
      return new double[0][];
    }
    return section.numberArrays("bagScores", bagCount, cells * scoreCount, "bag");
  }
}
