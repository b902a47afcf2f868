package org.limpid.interpret.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * How much each term of a model matters. The unit is that of the sum of scores: the target's own
 * with the identity link, log odds for classes.
 *
 * @param terms in the order of the model
 */
public record GlobalExplanation(List<TermImportance> terms) {
  private static final int SHOWN = 15;

  /**
   * How the importance of one term differs between two models.
   *
   * @param term name of the term
   * @param before mean absolute score in the first model; 0 when it lacks the term
   * @param after mean absolute score in the second model; 0 when it lacks the term
   */
  public record Change(String term, double before, double after) {
    /** How much larger the importance is in the second model. */
    public double difference() {
      return after - before;
    }

    /** For example {@code hour: 1.5 -> 1.7}. */
    @Override
    public String toString() {
      return "%s: %s -> %s".formatted(term, NumberText.rounded(before), NumberText.rounded(after));
    }
  }

  public GlobalExplanation {
    terms = List.copyOf(terms);
  }

  /** The importances of a model's terms; error bars where its bags are known. */
  public static GlobalExplanation of(EbmModel model) {
    TermImportances importances = new TermImportances(model);
    return new GlobalExplanation(model.terms().stream().map(importances::of).toList());
  }

  /** The importance of the term of this name, if the model has it. */
  public Optional<TermImportance> term(String name) {
    return terms.stream().filter(importance -> importance.term().equals(name)).findFirst();
  }

  /** The terms with the largest mean absolute score first; equal ones in the model's order. */
  public List<TermImportance> byMeanAbsolute() {
    return descending(TermImportance::meanAbsolute);
  }

  /** The terms with the largest range first; equal ones in the model's order. */
  public List<TermImportance> byRange() {
    return descending(TermImportance::range);
  }

  private List<TermImportance> descending(Function<TermImportance, Measure> measure) {
    Comparator<TermImportance> ascending =
        Comparator.comparingDouble(importance -> measure.apply(importance).value());
    return terms.stream().sorted(ascending.reversed()).toList();
  }

  /**
   * How another model's importances differ from these.
   *
   * @return the terms of this model in their order, then those that only the other one has
   */
  public List<Change> diff(GlobalExplanation other) {
    List<Change> changes = new ArrayList<>();
    for (TermImportance own : terms) {
      double after = other.term(own.term()).map(GlobalExplanation::size).orElse(0.0);
      changes.add(new Change(own.term(), size(own), after));
    }
    other.terms.stream()
        .filter(theirs -> term(theirs.term()).isEmpty())
        .forEach(theirs -> changes.add(new Change(theirs.term(), 0, size(theirs))));
    return List.copyOf(changes);
  }

  private static double size(TermImportance importance) {
    return importance.meanAbsolute().value();
  }

  /** A text table of the most important terms. */
  public String summarize(int top) {
    TextTable table = new TextTable(1).line("term", "mean |score|", "+-", "range", "+-");
    for (TermImportance importance : byMeanAbsolute().stream().limit(top).toList()) {
      table.line(
          importance.term(),
          NumberText.rounded(importance.meanAbsolute().value()),
          NumberText.rounded(importance.meanAbsolute().deviation()),
          NumberText.rounded(importance.range().value()),
          NumberText.rounded(importance.range().deviation()));
    }
    int hidden = Math.max(0, terms.size() - top);
    return hidden == 0 ? table.toString() : table + "and %d more terms\n".formatted(hidden);
  }

  /** The same as {@code summarize(15)}. */
  @Override
  public String toString() {
    return summarize(SHOWN);
  }
}
