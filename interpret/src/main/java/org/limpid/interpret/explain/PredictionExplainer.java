package org.limpid.interpret.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.interpret.ebm.BagDeviation;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.explain.PredictionExplanation.Output;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.text.ValueLabels;

/** Explains predictions of one model, row after row. Immutable. */
public final class PredictionExplainer {
  private final EbmModel model;
  private final List<Term> terms;
  private final List<String> termNames;
  private final List<String> scoreNames;
  private final List<String> outputNames;
  private final List<Double> intercept;
  private final double[] bagWeights;
  private final List<ValueLabels> labels;

  public PredictionExplainer(EbmModel model) {
    this.model = model;
    terms = model.terms();
    termNames = terms.stream().map(model::name).toList();
    scoreNames = model.scoreNames();
    outputNames = model.outputNames();
    intercept = DoubleStream.of(model.intercept()).boxed().toList();
    bagWeights = model.bagWeights();
    labels =
        model.binnedFeatures().stream()
            .map(feature ->
                ValueLabels.of(
                    feature.name(), feature.summary().minimum(), feature.summary().maximum()))
            .toList();
  }

  /** Why the model predicts what it predicts for this row. */
  public PredictionExplanation explain(Row row) {
    List<Contribution> contributions =
        Stream.concat(
                model.offset().map(name -> offset(row.position(name), row)).stream(),
                IntStream.range(0, terms.size()).mapToObj(t -> contribution(t, row)))
            .toList();
    return new PredictionExplanation(
        scoreNames, intercept, contributions, outputs(row), Optional.empty());
  }

  /** All bags add the same. */
  private Contribution offset(int position, Row row) {
    return new Contribution(
        model.features().get(position).name(),
        row.text(position),
        List.of(row.encoded(position)),
        model.knowsBags() ? List.of(0.0) : List.of());
  }

  private Contribution contribution(int index, Row row) {
    Term term = terms.get(index);
    int cell = model.cell(index, row);
    String value =
        IntStream.of(term.features())
            .mapToObj(position -> text(row, position))
            .collect(Collectors.joining(" & "));
    IntStream scores = IntStream.range(0, term.scoreCount());
    return new Contribution(
        termNames.get(index),
        value,
        scores.mapToObj(k -> term.score(cell, k)).toList(),
        deviations(term, cell * term.scoreCount()));
  }

  private String text(Row row, int position) {
    double value = row.encoded(position);
    return labels.get(position).areTimes() && !Double.isNaN(value)
        ? labels.get(position).exact(value)
        : row.text(position);
  }

  private List<Double> deviations(Term term, int first) {
    if (!term.hasBags()) {
      double[] known = term.deviations();
      int count = known.length == 0 ? 0 : term.scoreCount();
      return IntStream.range(first, first + count).mapToObj(i -> known[i]).toList();
    }
    return IntStream.range(first, first + term.scoreCount())
        .mapToObj(i -> BagDeviation.of(bag -> term.bagScore(bag, i), bagWeights))
        .toList();
  }

  private List<Output> outputs(Row row) {
    double[] values = new double[outputNames.size()];
    double[] deviations = DoubleStream.generate(() -> Double.NaN).limit(values.length).toArray();
    if (model.knowsBags()) {
      model.predict(row, values, deviations);
    } else {
      model.predict(row, values);
    }
    return IntStream.range(0, values.length)
        .mapToObj(k -> new Output(outputNames.get(k), new Measure(values[k], deviations[k])))
        .toList();
  }
}
