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
    if (reasons.scores() == EstimateStory.Scores.FACTORS) {
      addFactors(reasons, sorted, page);
    } else {
      addSum(reasons, sorted, page);
    }
  }

  /** All features, as a readable model has few; what moves the estimate most comes first. */
  private static void addFactors(
      EstimateStory.Reasons reasons, List<EstimateStory.Term> sorted, Page page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("feature", "of this job", "estimate"));
    rows.add(List.of("any job", "", Words.roughly(Math.exp(reasons.intercept()))));
    sorted.forEach(term -> rows.add(List.of(term.name(), term.value(), factor(term.score()))));
    rows.add(List.of("together", "", Words.roughly(Math.exp(reasons.sum()))));
    page.table(2, rows);
    if (Math.abs(Math.exp(reasons.sum()) / reasons.seconds() - 1) > ALMOST) {
      page.sentences(
          "The estimate is cut at %s, the longest duration that the model has learnt from."
              .formatted(Words.roughly(reasons.seconds())));
    }
  }

  private static String factor(double score) {
    return "x " + Words.number(Math.exp(score), 2);
  }

  private static void addSum(
      EstimateStory.Reasons reasons, List<EstimateStory.Term> sorted, Page page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("term", "value", "score", isLogarithmic(reasons) ? "times" : ""));
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
        isLogarithmic(reasons) ? String.format(Locale.ROOT, "%.2f", Math.exp(score)) : "");
  }

  private static boolean isLogarithmic(EstimateStory.Reasons reasons) {
    return reasons.scores() == EstimateStory.Scores.LOGARITHMS;
  }
}
