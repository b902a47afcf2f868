package org.limpid.interpret.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.explain.TermExplanation.Cell;
import org.limpid.interpret.model.Feature;

/** Reads the tables of a model's terms. */
final class TermReader {
  private final EbmModel model;

  TermReader(EbmModel model) {
    this.model = model;
  }

  TermExplanation read(Term term) {
    List<Axis> axes = IntStream.of(term.features()).mapToObj(i -> axis(i, term.order())).toList();
    return new TermExplanation(model.name(term), axes, ScoreNames.of(model), cells(term, axes));
  }

  private Axis axis(int position, int order) {
    EbmFeature feature = model.binnedFeatures().get(position);
    return switch (feature.feature()) {
      case Feature.Numeric _ -> numeric(feature, (CutBins) feature.bins(order));
      case Feature.Nominal nominal ->
          new Axis.Categories(nominal.name(), false, nominal.categories());
      case Feature.Ordinal ordinal ->
          new Axis.Categories(ordinal.name(), true, ordinal.categories());
    };
  }

  private static Axis numeric(EbmFeature feature, CutBins bins) {
    FeatureSummary summary = feature.summary();
    return new Axis.Numeric(
        feature.name(),
        boxed(bins.cuts()),
        summary.minimum(),
        summary.maximum(),
        boxed(summary.densityEdges()),
        boxed(summary.densityWeights()));
  }

  private static List<Double> boxed(double[] values) {
    return DoubleStream.of(values).boxed().toList();
  }

  private static List<Cell> cells(Term term, List<Axis> axes) {
    List<List<String>> labels = combinations(axes);
    double[] scores = term.scores();
    double[] deviations = term.deviations();
    int count = term.scoreCount();
    List<Cell> cells = new ArrayList<>();
    for (int cell = 0; cell < term.cellCount(); cell++) {
      int first = cell * count;
      cells.add(
          new Cell(
              labels.get(cell),
              boxed(scores, first, count),
              deviations.length == 0 ? List.of() : boxed(deviations, first, count),
              term.binWeight(cell)));
    }
    return cells;
  }

  private static List<Double> boxed(double[] values, int first, int count) {
    return IntStream.range(first, first + count).mapToObj(i -> values[i]).toList();
  }

  private static List<List<String>> combinations(List<Axis> axes) {
    List<List<String>> combinations = List.of(List.of());
    for (Axis axis : axes) {
      List<String> labels = axis.labels();
      combinations =
          combinations.stream()
              .flatMap(start -> labels.stream().map(label -> appended(start, label)))
              .toList();
    }
    return combinations;
  }

  private static List<String> appended(List<String> start, String label) {
    List<String> longer = new ArrayList<>(start);
    longer.add(label);
    return longer;
  }
}
