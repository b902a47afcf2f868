package org.limpid.interpret.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.explain.TermExplanation.Cell;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * The shape of a term: its whole table of scores, for the target, the second of two classes, or
 * each class where there are more. Cells are one per combination of bins; the bin of the last axis
 * runs fastest.
 */
public record TermExplanation(
    String term, List<FeatureAxis> axes, List<String> scoreNames, List<Cell> cells) {

  /**
   * A cell of a term: a label per axis, a score per score name, the standard deviation of each over
   * the bags, if it is known, and the total training weight of the rows that fell into it.
   */
  public record Cell(
      List<String> labels, List<Double> scores, List<Double> deviations, double weight) {
    public Cell {
      labels = List.copyOf(labels);
      scores = List.copyOf(scores);
      deviations = List.copyOf(deviations);
    }
  }

  public TermExplanation {
    Objects.requireNonNull(term, "term");
    axes = List.copyOf(axes);
    scoreNames = List.copyOf(scoreNames);
    cells = List.copyOf(cells);
    long expected =
        axes.stream().mapToLong(axis -> axis.labels().size()).reduce(1, (a, b) -> a * b);
    if (cells.size() != expected) {
      throw new IllegalArgumentException(
          "expected %d cells in %s, found %d".formatted(expected, term, cells.size()));
    }
  }

  /**
   * The shape of the term called so, for example {@code hour & user}. Throws a {@code
   * DataException} if the model has no such term.
   */
  public static TermExplanation of(EbmModel model, String term) {
    return of(model, model.requireTerm(term));
  }

  public static List<TermExplanation> allOf(EbmModel model) {
    return model.terms().stream().map(term -> of(model, term)).toList();
  }

  /** A text table of all cells: what falls into them, scores, deviations, training weight. */
  public String table() {
    return table(cells);
  }

  /** A text table of the cells with the largest absolute scores. */
  public String summarize(int top) {
    Comparator<Cell> ascending = Comparator.comparingDouble(TermExplanation::size);
    List<Cell> largest = cells.stream().sorted(ascending.reversed()).limit(top).toList();
    int hidden = cells.size() - largest.size();
    return hidden == 0 ? table(largest) : table(largest) + "and %d more cells\n".formatted(hidden);
  }

  private static double size(Cell cell) {
    return cell.scores().stream().mapToDouble(Math::abs).max().orElse(0);
  }

  private String table(List<Cell> shown) {
    TextTable table = new TextTable(axes.size());
    List<String> head = new ArrayList<>(axes.stream().map(FeatureAxis::feature).toList());
    scoreNames.forEach(name -> head.addAll(List.of(name, "+-")));
    head.add("weight");
    table.line(head);
    shown.forEach(cell -> table.line(line(cell)));
    return table.toString();
  }

  private static List<String> line(Cell cell) {
    List<String> line = new ArrayList<>(cell.labels());
    for (int k = 0; k < cell.scores().size(); k++) {
      line.add(NumberText.rounded(cell.scores().get(k)));
      line.add(cell.deviations().isEmpty() ? "-" : NumberText.rounded(cell.deviations().get(k)));
    }
    line.add(NumberText.rounded(cell.weight()));
    return line;
  }

  /**
   * A score of a pair as a text table: a line per bin of the first feature, a column per bin of the
   * second one. Throws an {@code IllegalStateException} if the term is not a pair.
   */
  public String grid(int score) {
    if (axes.size() != 2) {
      throw new IllegalStateException("only a pair has a grid: " + term);
    }
    List<String> columns = axes.get(1).labels();
    List<String> rows = axes.get(0).labels();
    TextTable table = new TextTable(1);
    table.line(Stream.concat(Stream.of(term), columns.stream()).toList());
    for (int row = 0; row < rows.size(); row++) {
      Stream<String> scores =
          cells.subList(row * columns.size(), (row + 1) * columns.size()).stream()
              .map(cell -> NumberText.rounded(cell.scores().get(score)));
      table.line(Stream.concat(Stream.of(rows.get(row)), scores).toList());
    }
    return table.toString();
  }

  @Override
  public String toString() {
    return table();
  }

  private static TermExplanation of(EbmModel model, Term term) {
    List<FeatureAxis> axes =
        IntStream.of(term.features()).mapToObj(i -> axis(model, i, term.order())).toList();
    return new TermExplanation(model.name(term), axes, model.scoreNames(), cells(term, axes));
  }

  private static FeatureAxis axis(EbmModel model, int position, int order) {
    EbmFeature feature = model.binnedFeatures().get(position);
    return switch (feature.feature()) {
      case Feature.Numeric _ -> numeric(feature, (CutBins) feature.bins(order));
      case Feature.Nominal nominal ->
          new FeatureAxis.Categories(nominal.name(), false, nominal.categories());
      case Feature.Ordinal ordinal ->
          new FeatureAxis.Categories(ordinal.name(), true, ordinal.categories());
    };
  }

  private static FeatureAxis numeric(EbmFeature feature, CutBins bins) {
    FeatureSummary summary = feature.summary();
    return new FeatureAxis.Numeric(
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

  private static List<Cell> cells(Term term, List<FeatureAxis> axes) {
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

  private static List<List<String>> combinations(List<FeatureAxis> axes) {
    List<List<String>> combinations = List.of(List.of());
    for (FeatureAxis axis : axes) {
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
