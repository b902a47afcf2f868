package org.limpid.interpret.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;

/** A model while it is being changed. Not safe for several threads. */
final class ModelDraft {
  private static final Comparator<Term> ORDER =
      Comparator.comparingInt(Term::order)
          .thenComparing((a, b) -> Arrays.compare(a.features(), b.features()));

  private final EbmModel model;
  private final List<EbmFeature> features;
  private final List<Term> terms;
  private final double[] intercept;
  private final double[][] bagIntercepts;
  private final double[] bagWeights;

  ModelDraft(EbmModel model) {
    this.model = model;
    features = new ArrayList<>(model.binnedFeatures());
    terms = new ArrayList<>(model.terms());
    intercept = model.intercept();
    bagIntercepts = model.bagIntercepts();
    bagWeights = model.bagWeights();
  }

  List<Term> terms() {
    return terms;
  }

  EbmFeature feature(int position) {
    return features.get(position);
  }

  double[] bagWeights() {
    return bagWeights;
  }

  double[] intercept() {
    return intercept;
  }

  double[][] bagIntercepts() {
    return bagIntercepts;
  }

  void replace(Term term, Term replacement) {
    terms.set(terms.indexOf(term), replacement);
  }

  /** Position of the term of one feature among the terms, or -1. */
  int main(int feature) {
    return IntStream.range(0, terms.size())
        .filter(t -> terms.get(t).order() == 1 && terms.get(t).feature(0) == feature)
        .findFirst()
        .orElse(-1);
  }

  /**
   * Adds a term of one feature that has none, in its place; {@code bins} are its bins from now on.
   */
  void insertMain(Term term, Bins bins) {
    setMainBins(term.feature(0), bins);
    int place = 0;
    while (place < terms.size() && ORDER.compare(terms.get(place), term) < 0) {
      place++;
    }
    terms.add(place, term);
  }

  /** Cuts the bins of a feature, and its term if there is one, at these values as well. */
  void refineMain(int feature, double... cuts) {
    CutBins old = (CutBins) features.get(feature).bins(1);
    double[] all =
        DoubleStream.concat(DoubleStream.of(old.cuts()), DoubleStream.of(cuts))
            .sorted()
            .distinct()
            .toArray();
    CutBins bins = new CutBins(all);
    int index = main(feature);
    if (!bins.equals(old) && index >= 0) {
      BinMap map = BinMap.of(old, bins, features.get(feature).summary());
      terms.set(index, TermChange.spread(terms.get(index), List.of(map), feature));
    }
    setMainBins(feature, bins);
  }

  private void setMainBins(int position, Bins bins) {
    EbmFeature feature = features.get(position);
    List<Bins> resolutions = new ArrayList<>(feature.resolutions());
    if (resolutions.size() == 1) {
      resolutions.add(feature.bins(2));
    }
    boolean same = bins.equals(resolutions.getFirst());
    resolutions.set(0, bins);
    features.set(
        position,
        same ? feature : new EbmFeature(feature.feature(), resolutions, feature.summary()));
  }

  EbmModel finish(String edit) {
    EbmModel changed =
        new EbmModel(
            model.task(),
            model.link(),
            model.clip(),
            features,
            terms,
            intercept,
            bagIntercepts,
            bagWeights,
            model.provenance().withEdit(edit));
    return changed.withOffset(model.offset());
  }
}
