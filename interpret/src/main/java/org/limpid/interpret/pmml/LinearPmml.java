package org.limpid.interpret.pmml;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.linear.LinearTerm;
import org.limpid.interpret.model.Feature;

/**
 * A linear model as a regression model. Means stand for missing numbers; a categorical feature is a
 * derived field per score that looks up what its category adds.
 */
final class LinearPmml extends RegressionPmml {
  private final LinearModel model;

  LinearPmml(LinearModel model, ModelHeader header) {
    super(header);
    this.model = model;
  }

  void write() throws XMLStreamException {
    write("linear", "linear model", model.link(), model.intercept(), this::mean);
  }

  @Override
  void writeFields() throws XMLStreamException {
    for (int position = 0; position < model.features().size(); position++) {
      writeFeature(position);
    }
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
      case Feature.Numeric numeric -> add(numeric.name(), terms.getFirst().coefficients());
      case Feature.Categorical categorical -> {
        for (int k = 0; k < model.scoreCount(); k++) {
          writeScores(categorical, terms, k);
        }
      }
    }
  }

  private void writeScores(Feature.Categorical feature, List<LinearTerm> terms, int score)
      throws XMLStreamException {
    categoricalField(
        addScore(feature.name(), score, model.scoreCount()),
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
