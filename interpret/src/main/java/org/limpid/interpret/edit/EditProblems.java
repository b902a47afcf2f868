package org.limpid.interpret.edit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;

/** Checks what an edit asks for against the model. */
final class EditProblems {
  private EditProblems() {}

  static DataException of(String term, String value, String message, String hint) {
    return new DataException(new Problem("model", 0, term, value, message, hint));
  }

  /** The terms of these names; all unknown names are reported at once. */
  static List<Term> requireTerms(EbmModel model, Collection<String> names) {
    Problems problems = new Problems();
    for (String name : names) {
      try {
        model.requireTerm(name);
      } catch (DataException unknown) {
        problems.addAll(unknown);
      }
    }
    problems.throwIfAny();
    return names.stream().distinct().map(model::requireTerm).toList();
  }

  static Term requireMain(EbmModel model, String name) {
    Term term = model.requireTerm(name);
    if (term.order() != 1) {
      throw of(name, "", "expected a term of one feature", "Maybe scale or remove the whole term.");
    }
    return term;
  }

  /** The feature, or the pair along its feature that stands first, of this name. */
  static TermAxis requireAxis(EbmModel model, String name) {
    TermAxis axis =
        TermAxis.named(model, name).orElseGet(() -> TermAxis.of(model, model.requireTerm(name), 0));
    if (axis.term().order() > 2) {
      throw of(name, "", "expected a term of one feature or two", "Maybe remove the whole term.");
    }
    if (axis.feature() instanceof Feature.Nominal nominal) {
      throw of(
          name,
          "",
          "expected a feature with an order, but %s has none".formatted(nominal.name()),
          axis.term().order() == 1
              ? "Maybe declare it ordinal before training."
              : "Maybe name the other feature first.");
    }
    if (model.scoreCount() > 1) {
      throw of(
          name, "", "expected one score per bin, not one per class", "Maybe join the classes.");
    }
    return axis;
  }

  static Feature.Categorical requireCategories(
      EbmModel model, Term term, Collection<String> categories) {
    if (!(model.features().get(term.feature(0)) instanceof Feature.Categorical feature)) {
      throw of(model.name(term), "", "expected a feature with categories", "Maybe give a range.");
    }
    Problems problems = new Problems();
    for (String category : categories) {
      if (!feature.categories().contains(category)) {
        String hint = ClosestName.hint(category, feature.categories());
        problems.add(
            new Problem(
                "model", 0, feature.name(), category, "training saw no such category", hint));
      }
    }
    problems.throwIfAny();
    return feature;
  }

  /** As many finite scores as a cell of the model has. */
  static void requireScores(EbmModel model, String term, double... scores) {
    boolean finite = Arrays.stream(scores).allMatch(Double::isFinite);
    if (scores.length != model.scoreCount() || !finite) {
      String found = Arrays.toString(scores);
      String message = "expected finite scores, %d of them".formatted(model.scoreCount());
      throw of(term, found, message, "Maybe give one score per class.");
    }
  }
}
