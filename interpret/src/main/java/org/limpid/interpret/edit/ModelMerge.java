package org.limpid.interpret.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.ebm.BagDeviation;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmModel.ResponseRange;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.RowSketch;
import org.limpid.interpret.text.NumberText;

/**
 * Makes one model of several that were trained on the same features, for example in several places
 * that may not share their rows.
 *
 * <p>For every row, the sum of scores of the merged model is the weighted mean of the models' sums:
 * features are cut where any of the models cuts them, a term that a model lacks counts as 0 there,
 * and a category that a model does not know has the score of its unseen ones. Training weights are
 * added up. The bags of all models are the bags of the merged one, weighted such that those of one
 * model have its weight together; deviations are those between them. Where one model's bags are not
 * known, neither bags nor deviations are kept. A model that is merged with itself keeps its scores
 * bit for bit.
 */
public final class ModelMerge {
  private final List<EbmModel> models;
  private final double[] weights;
  private final FeatureMerge features;
  private final boolean bagsKnown;

  private ModelMerge(List<EbmModel> models, double... weights) {
    this.models = List.copyOf(models);
    this.weights = weights;
    MergeCheck.requireAlike(models);
    features = new FeatureMerge(models);
    bagsKnown = models.stream().allMatch(EbmModel::knowsBags);
  }

  /**
   * Merges models; each counts by the rows that it was trained on, or all the same where one does
   * not know. Throws as {@link #of(List, double...)}.
   */
  public static EbmModel of(List<EbmModel> models) {
    boolean known = models.stream().allMatch(model -> model.provenance().rowCount() > 0);
    return of(
        models, models.stream().mapToDouble(m -> known ? m.provenance().rowCount() : 1).toArray());
  }

  /**
   * Merges models, each with a finite and positive weight. Throws a {@code DataException} with all
   * differences if they differ in what they predict, in their links or in their features.
   */
  public static EbmModel of(List<EbmModel> models, double... weights) {
    boolean valid =
        weights.length == models.size()
            && weights.length > 0
            && Arrays.stream(weights).allMatch(weight -> weight > 0 && Double.isFinite(weight));
    if (!valid) {
      throw new IllegalArgumentException(
          "expected a model at least, and for each a positive weight: " + Arrays.toString(weights));
    }
    return new ModelMerge(models, weights.clone()).merged();
  }

  private EbmModel merged() {
    EbmModel first = models.getFirst();
    List<double[]> intercepts = models.stream().map(EbmModel::intercept).toList();
    EbmModel merged =
        new EbmModel(
            first.task(),
            first.link(),
            clip(models),
            features.merged(),
            features.terms().stream().map(this::term).toList(),
            mean(intercepts),
            bagsKnown
                ? bags(models.stream().map(EbmModel::bagIntercepts).toList())
                : new double[0][],
            bagWeights(),
            MergedProvenance.of(models, weights));
    return merged.withOffset(first.offset());
  }

  /** The range that holds those of all models; none where one model has none. */
  static Optional<ResponseRange> clip(List<EbmModel> models) {
    List<ResponseRange> ranges = models.stream().flatMap(model -> model.clip().stream()).toList();
    return ranges.size() < models.size()
        ? Optional.empty()
        : ranges.stream()
            .reduce((a, b) ->
                new ResponseRange(
                    Math.min(a.minimum(), b.minimum()), Math.max(a.maximum(), b.maximum())));
  }

  /** The weighted mean of arrays, one per model; equal arrays stay as they are, bit for bit. */
  private double[] mean(List<double[]> arrays) {
    double[] mean = arrays.getFirst().clone();
    double total = weights[0];
    for (int m = 1; m < weights.length; m++) {
      total += weights[m];
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (arrays.get(m)[i] - mean[i]) * (weights[m] / total);
      }
    }
    return mean;
  }

  private static double[][] bags(List<double[][]> ofModels) {
    return ofModels.stream().flatMap(Arrays::stream).toArray(double[][]::new);
  }

  private double[] bagWeights() {
    return IntStream.range(0, bagsKnown ? weights.length : 0)
        .boxed()
        .flatMap(m -> Arrays.stream(scaled(models.get(m).bagWeights(), weights[m])).boxed())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static double[] scaled(double[] values, double newTotal) {
    double total = Arrays.stream(values).sum();
    return Arrays.stream(values).map(value -> value * (newTotal / total)).toArray();
  }

  private Term term(List<Integer> positions) {
    List<Term> parts = new ArrayList<>();
    for (int m = 0; m < weights.length; m++) {
      parts.add(features.term(m, positions));
    }
    double[][] bags =
        bagsKnown ? bags(parts.stream().map(Term::bagScores).toList()) : new double[0][];
    return new Term(
        positions.stream().mapToInt(Integer::intValue).toArray(),
        mean(parts.stream().map(Term::scores).toList()),
        BagDeviation.ofScores(bags, bagWeights()),
        bags,
        sum(parts.stream().map(Term::binWeights).toList()));
  }

  static double[] sum(List<double[]> arrays) {
    double[] sum = new double[arrays.getFirst().length];
    arrays.forEach(array -> Arrays.setAll(sum, i -> sum[i] + array[i]));
    return sum;
  }

  private static final class MergedProvenance {
    private MergedProvenance() {}

    /**
     * Trainer, target, seed and reading of the first model, the sum of the rows, the parameters
     * that all models share, the hash where all have the same, and the edits of all models before
     * the merge.
     */
    static Provenance of(List<EbmModel> models, double... weights) {
      List<Provenance> all = models.stream().map(EbmModel::provenance).toList();
      Provenance first = all.getFirst();
      return new Provenance(
          first.trainer(),
          all.stream().allMatch(p -> p.dataHash().equals(first.dataHash())) ? first.dataHash() : "",
          all.stream().mapToLong(Provenance::rowCount).sum(),
          first.target(),
          shared(all),
          first.seed(),
          edits(all, weights),
          first.reading(),
          all.stream().map(Provenance::rows).reduce(RowSketch::union).orElse(RowSketch.NONE));
    }

    private static Map<String, String> shared(List<Provenance> all) {
      Map<String, String> shared = new LinkedHashMap<>(all.getFirst().parameters());
      all.forEach(provenance -> shared.entrySet().retainAll(provenance.parameters().entrySet()));
      return shared;
    }

    private static List<String> edits(List<Provenance> all, double... weights) {
      List<String> edits = new ArrayList<>();
      for (int m = 0; m < all.size(); m++) {
        for (String edit : all.get(m).edits()) {
          edits.add("model %d: %s".formatted(m + 1, edit));
        }
      }
      String hashes = all.stream().map(MergedProvenance::hash).collect(Collectors.joining(", "));
      String parts =
          Arrays.stream(weights).mapToObj(NumberText::exact).collect(Collectors.joining(", "));
      edits.add(
          "merged %d models trained on data %s with weights %s"
              .formatted(all.size(), hashes, parts));
      return edits;
    }

    private static String hash(Provenance provenance) {
      return provenance.dataHash().isEmpty() ? "of unknown origin" : provenance.dataHash();
    }
  }

  private static final class MergeCheck {
    private MergeCheck() {}

    /** All models must predict the same from the same features, with the same link. */
    static void requireAlike(List<EbmModel> models) {
      Problems problems = new Problems();
      for (int m = 1; m < models.size(); m++) {
        compare(models.getFirst(), models.get(m), "model %d".formatted(m + 1), problems);
      }
      problems.throwIfAny();
    }

    private static void compare(EbmModel first, EbmModel other, String place, Problems problems) {
      if (!first.task().equals(other.task())) {
        String message = "expected to predict a %s".formatted(first.task());
        problems.add(problem(place, "", other.task().toString(), message, "Maybe another file."));
      }
      if (first.link() != other.link()) {
        String message = "expected the link %s".formatted(first.link());
        String hint = "Maybe train both with the same objective.";
        problems.add(problem(place, "", other.link().toString(), message, hint));
      }
      if (!first.offset().equals(other.offset())) {
        String message =
            "expected %s".formatted(first.offset().map("the offset "::concat).orElse("no offset"));
        String hint = "Maybe train both with the same --offset.";
        problems.add(problem(place, "", other.offset().orElse(""), message, hint));
      }
      missing(first, other, place, problems);
      missing(other, first, "model 1", problems);
      for (Feature feature : first.features()) {
        find(other, feature.name())
            .filter(theirs -> !fits(feature, theirs))
            .ifPresent(theirs -> problems.add(unlike(feature, theirs, place)));
      }
    }

    private static void missing(EbmModel has, EbmModel lacks, String place, Problems problems) {
      List<String> known = lacks.features().stream().map(Feature::name).toList();
      for (Feature feature : has.features()) {
        if (!known.contains(feature.name())) {
          String hint = ClosestName.hint(feature.name(), known);
          problems.add(problem(place, feature.name(), "", "expected this feature", hint));
        }
      }
    }

    private static Optional<Feature> find(EbmModel model, String name) {
      return model.features().stream().filter(feature -> feature.name().equals(name)).findFirst();
    }

    /** The same kind; ordinal features need the same order as well. */
    private static boolean fits(Feature first, Feature other) {
      return first.getClass() == other.getClass()
          && (!(first instanceof Feature.Ordinal) || first.equals(other));
    }

    private static Problem unlike(Feature expected, Feature found, String place) {
      String message = "expected %s".formatted(expected);
      String hint = "Maybe the columns were read in another way.";
      return problem(place, expected.name(), found.toString(), message, hint);
    }

    private static Problem problem(
        String place, String column, String value, String message, String hint) {
      return new Problem(place, 0, column, value, message, hint);
    }
  }
}
