package org.limpid.interpret.ebm;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.model.AdditiveModel;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainedModel;

/**
 * An explainable boosting machine: the prediction is the {@link LinkFunction} of an intercept plus
 * one score per term, looked up by the bins of the term's features, and perhaps a column that is
 * added as it is, the offset. Immutable.
 *
 * <p>Source: Lou, Caruana, Gehrke and Hooker, "Accurate intelligible models with pairwise
 * interactions", KDD 2013; Nori et al., "InterpretML", 2019.
 */
public final class EbmModel extends TrainedModel implements AdditiveModel {
  private final EbmParts parts;
  private final LinkFunction link;
  private final List<EbmFeature> features;
  private final double[] intercept;
  private final double[] bagWeights;
  private final Offset offset;
  private final TermFinder names;
  private final Term[] termArray;
  private final Bins[][] termBins;

  public record ResponseRange(double minimum, double maximum) {
    public ResponseRange {
      if (!(minimum <= maximum)) {
        throw new IllegalArgumentException("expected %s <= %s".formatted(minimum, maximum));
      }
    }
  }

  /**
   * Assembles a model.
   *
   * @param link how sums become predictions; must fit the task
   * @param clip where predictions of a regression are clipped, if they are
   * @param features all features, also those that no term uses
   * @param terms in the order of their number of features, then of their features; at most one over
   *     the same features
   * @param intercept one number per score of a cell
   * @param bagIntercepts intercept of each bag; empty when bags are not known
   * @param bagWeights total training weight of each bag; as long as {@code bagIntercepts}
   * @throws IllegalArgumentException if these do not fit each other
   */
  public EbmModel(
      Task task,
      LinkFunction link,
      Optional<ResponseRange> clip,
      List<EbmFeature> features,
      List<Term> terms,
      double[] intercept,
      double[][] bagIntercepts,
      double[] bagWeights,
      Provenance provenance) {
    this(
        new EbmParts(
            task,
            link,
            clip,
            features,
            terms,
            intercept,
            bagIntercepts,
            bagWeights,
            provenance,
            Optional.empty()));
  }

  private EbmModel(EbmParts parts) {
    super(
        parts.task(),
        parts.features().stream().map(EbmFeature::feature).toList(),
        parts.provenance());
    this.parts = parts;
    link = parts.link();
    features = parts.features();
    intercept = parts.intercept();
    bagWeights = parts.bagWeights();
    names = new TermFinder(features, parts.terms());
    offset = new Offset(parts.offset(), features, parts.terms(), intercept.length);
    termArray = parts.terms().toArray(Term[]::new);
    termBins = parts.terms().stream().map(this::binsOf).toArray(Bins[][]::new);
    checkTerms();
  }

  private Bins[] binsOf(Term term) {
    return IntStream.range(0, term.order())
        .mapToObj(i -> features.get(term.feature(i)).bins(term.order()))
        .toArray(Bins[]::new);
  }

  private void checkTerms() {
    int scoreCount = intercept.length;
    Set<List<Integer>> seen = new HashSet<>();
    for (int t = 0; t < termArray.length; t++) {
      int cells = Arrays.stream(termBins[t]).mapToInt(Bins::count).reduce(1, Math::multiplyExact);
      Term term = termArray[t];
      boolean bagsFit = !term.hasBags() || term.bagCount() == bagWeights.length;
      if (cells != term.cellCount() || term.scoreCount() != scoreCount || !bagsFit) {
        throw new IllegalArgumentException(
            "expected %d cells, %d scores in each and %d bags in the term %s"
                .formatted(cells, scoreCount, bagWeights.length, name(term)));
      }
      if (!seen.add(IntStream.of(term.features()).boxed().toList())) {
        throw new IllegalArgumentException(
            "expected at most one term over the same features, found more of " + name(term));
      }
    }
  }

  /**
   * The same model with a feature that it adds to the score as it is, or none. Throws an {@code
   * IllegalArgumentException} unless that is a number that no term looks at and the model has one
   * score.
   */
  public EbmModel withOffset(Optional<String> feature) {
    return new EbmModel(parts.withOffset(feature));
  }

  @Override
  public Optional<String> offset() {
    return offset.name();
  }

  @Override
  public LinkFunction link() {
    return link;
  }

  /** Where predictions of a regression are clipped, if they are. */
  public Optional<ResponseRange> clip() {
    return parts.clip();
  }

  public List<EbmFeature> binnedFeatures() {
    return features;
  }

  /** The terms: single features first, then pairs, each in the order of the features. */
  public List<Term> terms() {
    return parts.terms();
  }

  /** Name of a term: its features, joined by {@code " & "}, in quotes where that is needed. */
  public String name(Term term) {
    return names.name(term);
  }

  /** The term of this name, if there is one; or else the term of the feature of this name. */
  public Optional<Term> term(String name) {
    return names.find(name);
  }

  /**
   * The term of this name. Throws a {@code DataException} if there is none; the message names the
   * closest one.
   */
  public Term requireTerm(String name) {
    return names.require(name);
  }

  public List<Bins> bins(Term term) {
    return List.of(binsOf(term));
  }

  /** How many numbers a sum has: 1, or one per class with {@link LinkFunction#SOFTMAX}. */
  @Override
  public int scoreCount() {
    return intercept.length;
  }

  @Override
  public double[] intercept() {
    return intercept.clone();
  }

  /** The offset, if there is one, and the terms. */
  @Override
  public List<String> partNames() {
    return Stream.concat(offset().stream(), terms().stream().map(this::name)).toList();
  }

  @Override
  public void contributions(Row row, double[] added) {
    int at = 0;
    if (offset.isPresent()) {
      added[at++] = offset.of(row);
    }
    for (int t = 0; t < termArray.length; t++) {
      int cell = cell(t, row);
      for (int k = 0; k < intercept.length; k++) {
        added[at++] = termArray[t].score(cell, k);
      }
    }
  }

  /** How many bags the model was averaged from; 0 when not known. */
  public int bagCount() {
    return bagWeights.length;
  }

  /** Whether the scores of the single bags are known, in every term. */
  public boolean knowsBags() {
    return bagWeights.length > 0 && terms().stream().allMatch(Term::hasBags);
  }

  public double[][] bagIntercepts() {
    return Arrays.stream(parts.bagIntercepts()).map(double[]::clone).toArray(double[][]::new);
  }

  public double[] bagWeights() {
    return bagWeights.clone();
  }

  public int cell(Term term, Row row) {
    return cell(term, binsOf(term), row);
  }

  /** The cell of the term at this position that a row falls into; allocates nothing. */
  public int cell(int termIndex, Row row) {
    return cell(termArray[termIndex], termBins[termIndex], row);
  }

  private static int cell(Term term, Bins[] bins, Row row) {
    int cell = 0;
    for (int i = 0; i < bins.length; i++) {
      cell = cell * bins[i].count() + bins[i].binOf(row.encoded(term.feature(i)));
    }
    return cell;
  }

  /** Intercept, offset and scores, before the link: one number per score. */
  public void score(Row row, double[] sums) {
    offset.begin(intercept, row, sums);
    for (int t = 0; t < termArray.length; t++) {
      termArray[t].addScores(cell(t, row), sums);
    }
  }

  /** The same as {@link #score(Row, double[])} in one of the bags. */
  public void scoreInBag(int bag, Row row, double[] sums) {
    offset.begin(parts.bagIntercepts()[bag], row, sums);
    for (int t = 0; t < termArray.length; t++) {
      termArray[t].addBagScores(bag, cell(t, row), sums);
    }
  }

  @Override
  public void predict(Row row, double[] outputs) {
    if (link == LinkFunction.SOFTMAX || outputs.length == 1) {
      score(row, outputs);
      respond(outputs, outputs);
    } else {
      predictBinary(row, outputs);
    }
  }

  private void predictBinary(Row row, double[] outputs) {
    double sum = offset.isPresent() ? intercept[0] + offset.of(row) : intercept[0];
    for (int t = 0; t < termArray.length; t++) {
      sum += termArray[t].score(cell(t, row));
    }
    outputs[0] = 1 / (1 + Math.exp(sum));
    outputs[1] = 1 / (1 + Math.exp(-sum));
  }

  /** Turns sums of scores into predictions: the link, then the clipping. */
  public void respond(double[] sums, double[] outputs) {
    link.respond(sums, outputs);
    if (clip().isPresent()) {
      ResponseRange range = clip().get();
      outputs[0] = Math.clamp(outputs[0], range.minimum(), range.maximum());
    }
  }

  /**
   * Predicts for one row, with the standard deviation (population formula) of the bags' own
   * predictions, in the unit of the output. Throws an {@code IllegalStateException} if the model's
   * bags are not known.
   */
  public void predict(Row row, double[] outputs, double[] deviations) {
    if (!knowsBags()) {
      throw new IllegalStateException("the bags of this model are not known");
    }
    predict(row, outputs);
    double[] sums = new double[scoreCount()];
    double[] own = new double[outputs.length];
    double[] total = new double[outputs.length];
    double[] squares = new double[outputs.length];
    double weight = 0;
    for (int bag = 0; bag < bagWeights.length; bag++) {
      scoreInBag(bag, row, sums);
      respond(sums, own);
      weight += bagWeights[bag];
      for (int k = 0; k < own.length; k++) {
        double before = own[k] - total[k];
        total[k] += before * (bagWeights[bag] / weight);
        squares[k] += bagWeights[bag] * before * (own[k] - total[k]);
      }
    }
    for (int k = 0; k < own.length; k++) {
      deviations[k] = Math.sqrt(squares[k] / weight);
    }
  }

  public EbmModel with(
      List<Term> newTerms,
      double[] newIntercept,
      double[][] newBagIntercepts,
      Provenance newProvenance) {
    return new EbmModel(parts.with(newTerms, newIntercept, newBagIntercepts, newProvenance));
  }
}
