package org.limpid.interpret.onnx;

import java.util.Arrays;
import java.util.List;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.linear.LinearTerm;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Row;

/** The sums of models that add up terms, rows x scores, added in the order in which Limpid adds. */
final class OnnxSums {
  private final OnnxGraph graph;
  private final OnnxFeatures features;
  private String sum;

  OnnxSums(OnnxGraph graph, OnnxFeatures features) {
    this.graph = graph;
    this.features = features;
  }

  String of(EbmModel model) {
    begin(model.intercept());
    List<String> names = model.features().stream().map(Feature::name).toList();
    model.offset().ifPresent(name -> add(features.given(names.indexOf(name))));
    model.terms().forEach(term -> add(scores(model, term)));
    return sum;
  }

  private void begin(double[] intercept) {
    sum = graph.constant(Tensors.numbers(intercept.length, intercept));
  }

  private void add(String summand) {
    sum = graph.apply("Add", sum, summand);
  }

  /** The scores of the cell that the bins lead to, of which the last one runs fastest. */
  private String scores(EbmModel model, Term term) {
    List<Bins> bins = model.bins(term);
    String cell = features.bin(term.feature(0), bins.getFirst());
    for (int i = 1; i < bins.size(); i++) {
      String count = graph.constant(Tensors.wholeNumbers(bins.get(i).count()));
      cell =
          graph.apply(
              "Add", graph.apply("Mul", cell, count), features.bin(term.feature(i), bins.get(i)));
    }
    return row(Tensors.numbers(term.scoreCount(), term.scores()), cell);
  }

  private String row(ProtoMessage table, String number) {
    return features.rows(graph.constant(table), number);
  }

  String of(LinearModel model) {
    begin(model.intercept());
    for (int i = 0; i < model.features().size(); i++) {
      int position = i;
      List<LinearTerm> terms =
          model.terms().stream().filter(term -> term.feature() == position).toList();
      if (!terms.isEmpty()) {
        add(linear(position, model.features().get(i), terms));
      }
    }
    return sum;
  }

  private String linear(int position, Feature feature, List<LinearTerm> terms) {
    return switch (feature) {
      case Feature.Numeric _ -> product(features.given(position), terms.getFirst());
      case Feature.Categorical categorical ->
          row(
              categoryScores(terms, categorical.categories().size()),
              features.categoryBin(position));
    };
  }

  private String product(String number, LinearTerm term) {
    String known =
        graph.apply(
            "Where",
            graph.apply("IsNaN", number),
            graph.constant(Tensors.numbers(1, term.mean())),
            number);
    return graph.apply(
        "Mul", known, graph.constant(Tensors.numbers(term.scoreCount(), term.coefficients())));
  }

  /** What the terms of a feature add by its bin: missing, the categories, unseen. */
  private static ProtoMessage categoryScores(List<LinearTerm> terms, int categories) {
    int scores = terms.getFirst().scoreCount();
    double[] table = new double[(categories + 2) * scores];
    Arrays.setAll(
        table,
        i -> {
          int code = i / scores - 1;
          double encoded = code < 0 || code == categories ? Row.UNSEEN : code;
          return terms.stream()
              .mapToDouble(term -> term.coefficient(i % scores) * term.factor(encoded))
              .reduce(0, Double::sum);
        });
    return Tensors.numbers(scores, table);
  }
}
