package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.limpid.explain.text.Page;
import org.limpid.files.Words;

/** Estimates as sentences, and what made them as a table. */
final class EstimateText {
  private static final int SHOWN = 8;
  private static final double ALMOST = 0.005;

  private EstimateText() {}

  static void add(EstimateStory estimate, Page page) {
    page.headline("What it was estimated to take").sentences(facts(estimate));
    estimate.reasons().ifPresent(reasons -> add(reasons, page));
  }

  /** All but the reasons, in sentences. */
  static String sentence(EstimateStory estimate) {
    return "It was estimated to take " + facts(estimate);
  }

  private static String facts(EstimateStory estimate) {
    return "%s; in truth it takes %s on GPUs of its own. The estimate is %s. %s"
        .formatted(
            Words.exactly(Math.round(estimate.seconds())),
            Words.exactly(estimate.trueSeconds()),
            error(estimate),
            estimate.source());
  }

  private static String error(EstimateStory estimate) {
    double ratio = estimate.seconds() / estimate.trueSeconds();
    if (Math.abs(ratio - 1) < ALMOST) {
      return "right";
    }
    return ratio > 1
        ? Words.number(ratio, 2) + " times too long"
        : Words.number(1 / ratio, 2) + " times too short";
  }

  private static void add(EstimateStory.Reasons reasons, Page page) {
    List<EstimateStory.Term> sorted =
        reasons.terms().stream()
            .sorted(
                Comparator.<EstimateStory.Term>comparingDouble(term -> Math.abs(term.score()))
                    .reversed())
            .toList();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("term", "value", "score", reasons.isLogarithm() ? "times" : ""));
    rows.add(row("intercept", "", reasons.intercept(), reasons));
    sorted.stream()
        .limit(SHOWN)
        .forEach(term -> rows.add(row(term.name(), term.value(), term.score(), reasons)));
    if (sorted.size() > SHOWN) {
      double rest = sorted.stream().skip(SHOWN).mapToDouble(EstimateStory.Term::score).sum();
      rows.add(row(Words.count(sorted.size() - SHOWN, "other term"), "", rest, reasons));
    }
    rows.add(row("sum, " + reasons.scale(), "", reasons.sum(), reasons));
    page.table(2, rows)
        .sentences(
            "Values are as the model sees them. Calibrated on the training jobs the sum is an estimate of %s."
                .formatted(Words.exactly(Math.round(reasons.seconds()))));
  }

  private static List<String> row(
      String name, String value, double score, EstimateStory.Reasons reasons) {
    return List.of(
        name,
        value,
        String.format(Locale.ROOT, "%+.3f", score),
        reasons.isLogarithm() ? String.format(Locale.ROOT, "%.2f", Math.exp(score)) : "");
  }
}
