package org.limpid.interpret.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;

/** The features of several models as one list, and each model's terms over it. */
final class FeatureMerge {
  private static final Comparator<List<Integer>> TERM_ORDER =
      Comparator.<List<Integer>>comparingInt(List::size)
          .thenComparing(FeatureMerge::compareElements);

  private final List<EbmModel> models;
  private final List<List<String>> names;
  private final List<EbmFeature> merged;

  FeatureMerge(List<EbmModel> models) {
    this.models = models;
    names =
        models.stream()
            .map(model -> model.features().stream().map(Feature::name).toList())
            .toList();
    merged = names.getFirst().stream().map(this::feature).toList();
  }

  private static int compareElements(List<Integer> a, List<Integer> b) {
    return IntStream.range(0, a.size())
        .map(i -> Integer.compare(a.get(i), b.get(i)))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }

  List<EbmFeature> merged() {
    return merged;
  }

  private EbmFeature feature(String name) {
    List<EbmFeature> all =
        IntStream.range(0, models.size()).mapToObj(m -> original(m, name)).toList();
    FeatureSummary summary = SummaryMerge.of(all.stream().map(EbmFeature::summary).toList());
    Feature feature = category(all.stream().map(EbmFeature::feature).toList());
    int resolutions = all.stream().mapToInt(each -> each.resolutions().size()).max().orElseThrow();
    List<Bins> bins =
        IntStream.rangeClosed(1, resolutions).mapToObj(order -> bins(feature, all, order)).toList();
    return new EbmFeature(feature, bins, summary);
  }

  private EbmFeature original(int model, String name) {
    return models.get(model).binnedFeatures().get(names.get(model).indexOf(name));
  }

  /** The first feature; a nominal one with the categories of all, unless these are alike. */
  private static Feature category(List<Feature> all) {
    Feature first = all.getFirst();
    if (!(first instanceof Feature.Nominal nominal) || all.stream().allMatch(first::equals)) {
      return first;
    }
    TreeSet<String> categories = new TreeSet<>();
    all.forEach(each -> categories.addAll(((Feature.Nominal) each).categories()));
    return new Feature.Nominal(nominal.name(), List.copyOf(categories));
  }

  private static Bins bins(Feature feature, List<EbmFeature> all, int order) {
    if (feature instanceof Feature.Categorical categorical) {
      return new CategoryBins(categorical.categories().size());
    }
    DoubleStream cuts =
        all.stream().flatMapToDouble(each -> DoubleStream.of(((CutBins) each.bins(order)).cuts()));
    return new CutBins(cuts.sorted().distinct().toArray());
  }

  /** The features of all terms that any model has, in the order of terms. */
  List<List<Integer>> terms() {
    TreeSet<List<Integer>> terms = new TreeSet<>(TERM_ORDER);
    for (int m = 0; m < models.size(); m++) {
      for (Term term : models.get(m).terms()) {
        terms.add(positions(m, term).sorted().boxed().toList());
      }
    }
    return new ArrayList<>(terms);
  }

  private IntStream positions(int model, Term term) {
    return IntStream.of(term.features())
        .map(feature -> names.getFirst().indexOf(names.get(model).get(feature)));
  }

  /** A model's term over the merged bins; scores and weights of 0 where it has none. */
  Term term(int model, List<Integer> positions) {
    return models.get(model).terms().stream()
        .filter(term -> positions(model, term).sorted().boxed().toList().equals(positions))
        .findFirst()
        .map(term -> spread(model, term))
        .orElseGet(() -> zero(model, positions));
  }

  private Term spread(int model, Term term) {
    int[] positions = positions(model, term).toArray();
    List<BinMap> maps =
        IntStream.range(0, positions.length)
            .mapToObj(i ->
                BinMap.between(
                    models.get(model).binnedFeatures().get(term.feature(i)),
                    merged.get(positions[i]),
                    term.order()))
            .toList();
    return TermChange.spread(term, maps, positions);
  }

  private Term zero(int model, List<Integer> positions) {
    Stream<Bins> bins = positions.stream().map(i -> merged.get(i).bins(positions.size()));
    int cells = bins.mapToInt(Bins::count).reduce(1, Math::multiplyExact);
    int scores = cells * models.get(model).scoreCount();
    return new Term(
        positions.stream().mapToInt(Integer::intValue).toArray(),
        new double[scores],
        new double[0],
        new double[models.get(model).bagCount()][scores],
        new double[cells]);
  }

  /** What several trainings together saw of a feature. */
  private static final class SummaryMerge {
    private SummaryMerge() {}

    /**
     * The summaries as one. The density has the edges of all histograms; how many different values
     * there were is only known to be at least the largest number.
     */
    static FeatureSummary of(List<FeatureSummary> all) {
      double[] edges =
          all.stream()
              .flatMapToDouble(summary -> DoubleStream.of(summary.densityEdges()))
              .sorted()
              .distinct()
              .toArray();
      return new FeatureSummary(
          known(all, FeatureSummary::minimum).min().orElse(Double.NaN),
          known(all, FeatureSummary::maximum).max().orElse(Double.NaN),
          all.stream().mapToInt(FeatureSummary::distinctCount).max().orElse(0),
          edges,
          weights(all, edges));
    }

    private static DoubleStream known(
        List<FeatureSummary> all, ToDoubleFunction<FeatureSummary> value) {
      return all.stream().mapToDouble(value).filter(number -> !Double.isNaN(number));
    }

    private static double[] weights(List<FeatureSummary> all, double... edges) {
      List<BinMap.Density> densities =
          all.stream()
              .filter(summary -> summary.densityEdges().length > 1)
              .map(BinMap.Density::new)
              .toList();
      return IntStream.range(0, Math.max(0, edges.length - 1))
          .mapToDouble(bar ->
              densities.stream()
                  .mapToDouble(density -> density.between(edges[bar], edges[bar + 1]))
                  .sum())
          .toArray();
    }
  }
}
