package org.limpid.interpret.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.BagDeviation;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmModel.ResponseRange;
import org.limpid.interpret.ebm.Term;
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
   * not know.
   *
   * @param models at least one
   * @throws org.limpid.files.DataException if they differ in what they predict, in their links or
   *     in their features; all differences at once
   */
  public static EbmModel of(List<EbmModel> models) {
    boolean known = models.stream().allMatch(model -> model.provenance().rowCount() > 0);
    return of(
        models, models.stream().mapToDouble(m -> known ? m.provenance().rowCount() : 1).toArray());
  }

  /**
   * Merges models.
   *
   * @param weights how much each counts: finite and positive
   * @throws org.limpid.files.DataException if they differ in what they predict, in their links or
   *     in their features; all differences at once
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
    return new EbmModel(
        first.task(),
        first.link(),
        clip(),
        features.merged(),
        features.terms().stream().map(this::term).toList(),
        mean(intercepts),
        bagsKnown ? bags(models.stream().map(EbmModel::bagIntercepts).toList()) : new double[0][],
        bagWeights(),
        MergedProvenance.of(models, weights));
  }

  /** The range that holds those of all models; none where one model has none. */
  private Optional<ResponseRange> clip() {
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

  private static double[] sum(List<double[]> arrays) {
    double[] sum = new double[arrays.getFirst().length];
    arrays.forEach(array -> Arrays.setAll(sum, i -> sum[i] + array[i]));
    return sum;
  }

  /** Where a merged model comes from. */
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
          RowSketch.NONE);
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
}
