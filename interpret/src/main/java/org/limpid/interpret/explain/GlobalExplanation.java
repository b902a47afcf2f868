package org.limpid.interpret.explain;

import java.util.Comparator;
import java.util.List;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * How much each term of a model matters, in its order. The unit is that of the sum of scores: the
 * target's own with the identity link, log odds for classes.
 */
public record GlobalExplanation(List<TermImportance> terms) {
  private static final int SHOWN = 15;

  public GlobalExplanation {
    terms = List.copyOf(terms);
  }

  /** The importances of a model's terms; error bars where its bags are known. */
  public static GlobalExplanation of(EbmModel model) {
    return new GlobalExplanation(TermImportance.allOf(model));
  }

  /** The terms with the largest mean absolute score first; equal ones in the model's order. */
  public List<TermImportance> byMeanAbsolute() {
    Comparator<TermImportance> ascending =
        Comparator.comparingDouble(importance -> importance.meanAbsolute().value());
    return terms.stream().sorted(ascending.reversed()).toList();
  }

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

  @Override
  public String toString() {
    return summarize(SHOWN);
  }
}
