package org.limpid.interpret.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.linear.LinearTerm;
import org.limpid.interpret.model.Feature;

/** The sums of models that add up terms, one expression per score. */
final class SqlSums {
  private SqlSums() {}

  static List<String> of(EbmModel model) {
    double[] intercept = model.intercept();
    return IntStream.range(0, model.scoreCount())
        .mapToObj(score -> {
          List<String> parts = new ArrayList<>(List.of(SqlText.number(intercept[score])));
          model.offset().ifPresent(name -> parts.add(SqlText.name(name)));
          model.terms().forEach(term -> parts.add(new Cells(model, term, score).text(0, 0)));
          return sum(parts);
        })
        .toList();
  }

  private static String sum(List<String> parts) {
    return String.join("\n+ ", parts);
  }

  /** The score of each cell of a term, looked up by one feature after the other. */
  private record Cells(EbmModel model, Term term, int score) {
    String text(int depth, int before) {
      if (depth == term.order()) {
        return SqlText.number(term.score(before, score));
      }
      Bins bins = model.bins(term).get(depth);
      IntFunction<String> next = bin -> text(depth + 1, before * bins.count() + bin);
      return switch (model.features().get(term.feature(depth))) {
        case Feature.Numeric numeric -> SqlCase.ofNumber(numeric.name(), (CutBins) bins, next);
        case Feature.Categorical categorical -> SqlCase.ofCategory(categorical, next);
      };
    }
  }

  static List<String> of(LinearModel model) {
    double[] intercept = model.intercept();
    return IntStream.range(0, model.scoreCount())
        .mapToObj(score -> {
          List<String> parts = new ArrayList<>(List.of(SqlText.number(intercept[score])));
          for (int i = 0; i < model.features().size(); i++) {
            int position = i;
            List<LinearTerm> terms =
                model.terms().stream().filter(term -> term.feature() == position).toList();
            if (!terms.isEmpty()) {
              parts.add(linear(model.features().get(i), terms, score));
            }
          }
          return sum(parts);
        })
        .toList();
  }

  private static String linear(Feature feature, List<LinearTerm> terms, int score) {
    return switch (feature) {
      case Feature.Numeric numeric ->
          "%s * COALESCE(%s, %s)"
              .formatted(
                  SqlText.number(terms.getFirst().coefficient(score)),
                  SqlText.name(numeric.name()),
                  SqlText.number(terms.getFirst().mean()));
      case Feature.Categorical categorical ->
          SqlCase.ofCategory(
              categorical,
              bin -> SqlText.number(added(terms, score, bin - 1, categorical.categories().size())));
    };
  }

  /** What the terms of a feature add for a category; beyond the categories, for any other value. */
  private static double added(List<LinearTerm> terms, int score, int code, int categories) {
    boolean known = code >= 0 && code < categories;
    double sum = 0;
    for (LinearTerm term : terms) {
      double own = term.category().orElse(-1) == code ? 1 : 0;
      sum += term.coefficient(score) * (known ? own : term.mean());
    }
    return sum;
  }
}
