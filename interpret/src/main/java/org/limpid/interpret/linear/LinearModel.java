package org.limpid.interpret.linear;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.limpid.interpret.model.AdditiveModel;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainedModel;

/**
 * A linear model of a number, or a logistic model of classes. Immutable.
 *
 * <p>A score is the intercept plus, for every term, coefficient times value; a missing value counts
 * as the mean of training, and so do all categories of a nominal feature when its value is missing
 * or was not seen. A regression predicts its score. With two classes there is one score, and the
 * probability of the second class is 1 / (1 + e^-score); with more there is one per class, and its
 * probability is e^score divided by the total over the classes.
 */
public final class LinearModel extends TrainedModel implements AdditiveModel {
  private final LinearTerm[] terms;
  private final double[] intercept;
  private final LinkFunction link;

  /**
   * Assembles a model from terms in the order of the features, then of the categories, and the
   * score of a row in which every value is 0; one per score. Throws an {@code
   * IllegalArgumentException} if the parts do not fit each other.
   */
  public LinearModel(
      Task task,
      List<Feature> features,
      List<LinearTerm> terms,
      double[] intercept,
      Provenance provenance) {
    super(task, features, provenance);
    this.terms = terms.toArray(LinearTerm[]::new);
    this.intercept = intercept.clone();
    link = LinkFunction.of(task);
    if (intercept.length != scoreCount(task)) {
      throw new IllegalArgumentException("expected %d scores".formatted(scoreCount(task)));
    }
    terms.forEach(this::check);
  }

  private void check(LinearTerm term) {
    boolean fits =
        term.scoreCount() == intercept.length
            && switch (features().get(Objects.checkIndex(term.feature(), features().size()))) {
              case Feature.Numeric _ -> term.category().isEmpty();
              case Feature.Categorical categorical ->
                  term.category().orElse(-1) >= 0
                      && term.category().getAsInt() < categorical.categories().size();
            };
    if (!fits) {
      throw new IllegalArgumentException("the term does not fit its feature: " + name(term));
    }
  }

  /** How many scores a model of a task has: one, or with three or more classes one per class. */
  static int scoreCount(Task task) {
    return task.outputCount() > 2 ? task.outputCount() : 1;
  }

  @Override
  public LinkFunction link() {
    return link;
  }

  /** How many scores there are: one, or with three or more classes one per class. */
  @Override
  public int scoreCount() {
    return intercept.length;
  }

  /** The terms, in the order of the features, then of the categories. */
  public List<LinearTerm> terms() {
    return List.of(terms);
  }

  /** Name of a term: its feature, for a category followed by {@code =} and the category. */
  public String name(LinearTerm term) {
    Feature feature = features().get(term.feature());
    return feature instanceof Feature.Categorical categorical && term.category().isPresent()
        ? feature.name() + "=" + categorical.categories().get(term.category().getAsInt())
        : feature.name();
  }

  /** The scores of a row in which every value is 0. A copy. */
  @Override
  public double[] intercept() {
    return intercept.clone();
  }

  /** The names of the terms. */
  @Override
  public List<String> partNames() {
    return Stream.of(terms).map(this::name).toList();
  }

  @Override
  public void contributions(Row row, double[] added) {
    int count = intercept.length;
    for (int t = 0; t < terms.length; t++) {
      double factor = terms[t].factor(row.encoded(terms[t].feature()));
      for (int k = 0; k < count; k++) {
        added[t * count + k] = terms[t].coefficient(k) * factor;
      }
    }
  }

  /** Intercept plus terms, one number per score, before they become probabilities. */
  public void score(Row row, double[] scores) {
    System.arraycopy(intercept, 0, scores, 0, intercept.length);
    for (LinearTerm term : terms) {
      add(term, term.factor(row.encoded(term.feature())), scores);
    }
  }

  private static void add(LinearTerm term, double factor, double[] scores) {
    for (int k = 0; k < term.scoreCount(); k++) {
      scores[k] += term.coefficient(k) * factor;
    }
  }

  @Override
  public void predict(Row row, double[] outputs) {
    score(row, outputs);
    link.respond(outputs, outputs);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearModel that
        && isOfSameOrigin(that)
        && Arrays.equals(terms, that.terms)
        && Arrays.equals(intercept, that.intercept);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(terms) + Arrays.hashCode(intercept);
  }
}
