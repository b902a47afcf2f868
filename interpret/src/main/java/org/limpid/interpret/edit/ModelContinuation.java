package org.limpid.interpret.edit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.ebm.BagDeviation;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.FeatureFinder;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.text.NumberText;

/**
 * Trains a model on: further rounds on the rows that it knows, or on others.
 *
 * <p>Every row begins with the score that the former model gives it, and a second model learns what
 * that leaves. The result is their sum: features are cut where either of the two is, a category or
 * a term that one of them does not know counts as unseen or as 0 there. Where both have as many
 * bags, each bag of the result is the sum of a bag of either; otherwise bags and deviations are not
 * kept. Training weights are added up, unless both learnt from the same rows.
 */
public final class ModelContinuation {
  private final EbmModel former;
  private final EbmModel further;
  private final FeatureMerge features;
  private final boolean bagsKnown;
  private final boolean sameRows;

  private ModelContinuation(EbmModel former, EbmModel further) {
    this.former = former;
    this.further = further;
    features = new FeatureMerge(List.of(former, further));
    bagsKnown =
        former.knowsBags() && further.knowsBags() && former.bagCount() == further.bagCount();
    String hash = former.provenance().dataHash();
    sameRows = !hash.isEmpty() && hash.equals(further.provenance().dataHash());
  }

  /**
   * The parameters to go on with: those that the model was trained with, as far as they are known,
   * as many bags as it has, and its pairs.
   */
  public static EbmParameters parameters(EbmModel former) {
    Map<String, String> known = new LinkedHashMap<>(former.provenance().parameters());
    known.keySet().retainAll(EbmParameter.names());
    EbmParameters parameters = EbmParameters.defaults(former.task()).with(known);
    if (former.bagCount() > 0) {
      parameters = parameters.with(EbmParameter.OUTER_BAGS, former.bagCount());
    }
    List<String> pairs =
        former.terms().stream().filter(term -> term.order() == 2).map(former::name).toList();
    return pairs.isEmpty()
        ? parameters.with(EbmParameter.PAIRS, "").with(EbmParameter.INTERACTIONS, 0)
        : parameters.with(EbmParameter.PAIRS, String.join("; ", pairs));
  }

  /**
   * Trains a model on.
   *
   * @param trainer whose objective must be that of the former model; best with {@link #parameters}
   * @throws DataException if the rows have other features, another target or another offset than
   *     the model, or cannot be learnt from
   */
  public static EbmModel of(
      EbmModel former, TrainingSet data, EbmTrainer trainer, TrainingMonitor monitor) {
    check(former, data);
    EbmModel further = trainer.trainOnRest(data, scores(former, data), monitor);
    if (further.link() != former.link()) {
      throw new DataException(
          Problem.of(
              "model",
              "expected an objective with the link %s, found %s"
                  .formatted(former.link(), trainer.parameters().objective()),
              "Maybe leave the objective out: that of the model is known."));
    }
    return new ModelContinuation(former, further).sum();
  }

  private static void check(EbmModel former, TrainingSet data) {
    Problems problems = new Problems();
    String source = data.inputs().source();
    if (!former.task().equals(data.target().task())) {
      problems.add(
          Problem.ofColumn(
              source,
              data.target().name(),
              "expected a %s, as the model predicts, found a %s"
                  .formatted(former.task(), data.target().task()),
              ""));
    }
    if (!former.offset().equals(data.offset())) {
      problems.add(
          Problem.of(
              source,
              "expected %s as in the model"
                  .formatted(former.offset().map("the offset "::concat).orElse("no offset")),
              ""));
    }
    Map<String, Feature> found = new LinkedHashMap<>();
    FeatureFinder.features(data).forEach(feature -> found.put(feature.name(), feature));
    former.features().stream()
        .filter(feature -> former.offset().filter(feature.name()::equals).isEmpty())
        .filter(feature -> !fits(feature, found.remove(feature.name())))
        .forEach(feature -> problems.add(other(source, feature.name())));
    found.keySet().forEach(name -> problems.add(other(source, name)));
    problems.throwIfAny();
  }

  /** Of nominal features new categories may come, of ordinal ones the order must be the same. */
  private static boolean fits(Feature known, Feature found) {
    return known instanceof Feature.Ordinal
        ? known.equals(found)
        : found != null && known.getClass() == found.getClass();
  }

  private static Problem other(String source, String name) {
    return Problem.ofColumn(source, name, "expected the features of the model", "");
  }

  private static double[] scores(EbmModel model, TrainingSet data) {
    RowReader reader = new RowReader(model, data.inputs());
    int count = model.scoreCount();
    double[] scores = new double[data.rowCount() * count];
    double[] sums = new double[count];
    Row row = model.newRow();
    for (int i = 0; i < data.rowCount(); i++) {
      reader.read(i, row);
      model.score(row, sums);
      System.arraycopy(sums, 0, scores, i * count, count);
    }
    return scores;
  }

  private EbmModel sum() {
    EbmModel sum =
        new EbmModel(
            former.task(),
            former.link(),
            ModelMerge.clip(List.of(former, further)),
            features.merged(),
            features.terms().stream().map(this::term).toList(),
            added(former.intercept(), further.intercept()),
            bagsKnown ? added(former.bagIntercepts(), further.bagIntercepts()) : new double[0][],
            bagWeights(),
            provenance());
    return sum.withOffset(former.offset());
  }

  private double[] bagWeights() {
    return bagsKnown ? weights(former.bagWeights(), further.bagWeights()) : new double[0];
  }

  private double[] weights(double[] before, double[] now) {
    return sameRows ? now : added(before, now);
  }

  private Term term(List<Integer> positions) {
    Term before = features.term(0, positions);
    Term now = features.term(1, positions);
    double[][] bags = bagsKnown ? added(before.bagScores(), now.bagScores()) : new double[0][];
    return new Term(
        positions.stream().mapToInt(Integer::intValue).toArray(),
        added(before.scores(), now.scores()),
        BagDeviation.ofScores(bags, bagWeights()),
        bags,
        sameRows && Arrays.stream(now.binWeights()).sum() > 0
            ? now.binWeights()
            : added(before.binWeights(), now.binWeights()));
  }

  private static double[] added(double[] first, double[] second) {
    return ModelMerge.sum(List.of(first, second));
  }

  private static double[][] added(double[][] first, double[][] second) {
    double[][] sums = new double[first.length][];
    Arrays.setAll(sums, bag -> added(first[bag], second[bag]));
    return sums;
  }

  private Provenance provenance() {
    Provenance before = former.provenance();
    Provenance now = further.provenance();
    String edit =
        "continued on %d rows of %s"
            .formatted(
                now.rowCount(), sameRows ? "the same data" : "other data: " + now.dataHash());
    return new Provenance(
        now.trainer(),
        sameRows ? now.dataHash() : "",
        sameRows ? now.rowCount() : before.rowCount() + now.rowCount(),
        now.target(),
        parameters(before.parameters(), now.parameters()),
        now.seed(),
        Stream.concat(before.edits().stream(), Stream.of(edit)).toList(),
        before.reading(),
        before.rows().union(now.rows()));
  }

  /** Those of the second training; the range of the target is that of both. */
  private static Map<String, String> parameters(
      Map<String, String> before, Map<String, String> now) {
    Map<String, String> parameters = new LinkedHashMap<>(now);
    widen(Provenance.MINIMUM, before, parameters, -1);
    widen(Provenance.MAXIMUM, before, parameters, 1);
    return parameters;
  }

  private static void widen(
      String name, Map<String, String> before, Map<String, String> now, int direction) {
    if (before.containsKey(name) && now.containsKey(name)) {
      double first = direction * Double.parseDouble(before.get(name));
      double second = direction * Double.parseDouble(now.get(name));
      now.put(name, NumberText.exact(direction * Math.max(first, second)));
    }
  }
}
