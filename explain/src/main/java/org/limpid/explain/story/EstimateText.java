package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.limpid.files.Page;
import org.limpid.files.Words;

/** Estimates as sentences, and what made them as a table. */
final class EstimateText {
  private static final int SHOWN = 8;
  private static final double ALMOST = 0.05;

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
    return "%s, %s. %s"
        .formatted(Words.roughly(estimate.seconds()), error(estimate), estimate.source());
  }

  private static String error(EstimateStory estimate) {
    double ratio = estimate.seconds() / estimate.trueSeconds();
    if (ratio == 1) {
      return "which is right";
    }
    double times = Math.max(ratio, 1 / ratio);
    String wrong =
        times < 1 + ALMOST
            ? "nearly right"
            : "%s times too %s".formatted(Words.number(times, 2), ratio > 1 ? "long" : "short");
    return "%s: on GPUs of its own it takes %s"
        .formatted(wrong, Words.roughly(estimate.trueSeconds()));
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
                .formatted(Words.roughly(reasons.seconds())));
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
