package org.limpid.interpret.pmml;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.linear.LinearTerm;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.pmml.RegressionTables.Predictor;

/**
 * A linear model as a regression model. Means stand for missing numbers; a categorical feature is a
 * derived field per score that looks up what its category adds.
 */
final class LinearPmml {
  private final LinearModel model;
  private final ModelHeader header;
  private final PmmlOutput xml;
  private final List<Predictor> predictors = new ArrayList<>();

  LinearPmml(LinearModel model, ModelHeader header) {
    this.model = model;
    this.header = header;
    xml = header.xml();
  }

  void write() throws XMLStreamException {
    header.writeDictionary();
    xml.open("RegressionModel")
        .with("modelName", "linear")
        .with("functionName", header.functionName())
        .with("algorithmName", "linear model")
        .with("normalizationMethod", RegressionTables.normalization(model.link()));
    header.writeSchema(ModelHeader.AS_IS, this::mean);
    xml.open("LocalTransformations");
    for (int position = 0; position < model.features().size(); position++) {
      writeFeature(position);
    }
    xml.close();
    RegressionTables.write(header, model.intercept(), predictors);
    xml.close();
  }

  private Double mean(Feature feature) {
    return feature instanceof Feature.Numeric
        ? termsOf(model.features().indexOf(feature)).stream()
            .map(LinearTerm::mean)
            .findFirst()
            .orElse(null)
        : null;
  }

  private List<LinearTerm> termsOf(int position) {
    return model.terms().stream().filter(term -> term.feature() == position).toList();
  }

  private void writeFeature(int position) throws XMLStreamException {
    List<LinearTerm> terms = termsOf(position);
    if (terms.isEmpty()) {
      return;
    }
    switch (model.features().get(position)) {
      case Feature.Numeric numeric ->
          predictors.add(new Predictor(numeric.name(), terms.getFirst().coefficients()));
      case Feature.Categorical categorical -> {
        for (int k = 0; k < model.scoreCount(); k++) {
          writeScores(categorical, terms, k);
        }
      }
    }
  }

  private void writeScores(Feature.Categorical feature, List<LinearTerm> terms, int score)
      throws XMLStreamException {
    String end = model.scoreCount() == 1 ? "" : "[" + header.classes().get(score) + "]";
    String name = header.names().unique("score(" + feature.name() + ")" + end);
    double[] coefficients = new double[model.scoreCount()];
    coefficients[score] = 1;
    predictors.add(new Predictor(name, coefficients));
    new ScoreFields(xml)
        .categorical(
            name,
            feature,
            "double",
            bin -> Double.toString(sum(terms, bin - 1, feature.categories().size(), score)));
  }

  /** What a category adds; beyond the categories, what a missing or unseen one adds. */
  private static double sum(List<LinearTerm> terms, int code, int categories, int score) {
    boolean known = code >= 0 && code < categories;
    double sum = 0;
    for (LinearTerm term : terms) {
      double own = term.category().orElse(-1) == code ? 1 : 0;
      sum += term.coefficient(score) * (known ? own : term.mean());
    }
    return sum;
  }
}
