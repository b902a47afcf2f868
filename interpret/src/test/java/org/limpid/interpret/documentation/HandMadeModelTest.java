package org.limpid.interpret.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;

/**
 * The model that {@code docs/interpret.md} shows by its tables is built from them; it predicts what
 * the page adds up. All numbers are multiples of a half, so that sums are exact.
 */
final class HandMadeModelTest {
  private static final MarkdownPage PAGE = MarkdownPage.read("interpret.md");
  private static final Pattern UPPER_BOUND = Pattern.compile("below (\\d+)$");
  private static final Pattern SCORE_AND_JOBS = Pattern.compile("(\\S+) \\((\\d+)\\)");
  private static final List<String> TERMS = List.of("hour", "gpus", "team", "hour & gpus");

  private final EbmModel model = model();

  @Test
  void predictionsAreTheSumsOfThePage() {
    List<List<String>> jobs = PAGE.table("job ");
    for (List<String> job : jobs.subList(1, jobs.size())) {
      Row row = row(job);
      double[] scores =
          model.terms().stream().mapToDouble(term -> term.score(model.cell(term, row))).toArray();
      assertEquals(number(job.get(4)), model.intercept()[0]);
      for (int t = 0; t < scores.length; t++) {
        assertEquals(number(job.get(5 + t)), scores[t], job.getFirst() + " " + TERMS.get(t));
      }
      assertEquals(number(job.get(9)), model.predict(row), job.getFirst());
    }
    assertEquals(3, jobs.size() - 1);
  }

  @Test
  void termsAreCentredOverTheJobs() {
    for (Term term : model.terms()) {
      double sum =
          IntStream.range(0, term.cellCount())
              .mapToDouble(cell -> term.score(cell) * term.binWeight(cell))
              .sum();
      assertEquals(0, sum, model.name(term));
      assertEquals(18, IntStream.range(0, term.cellCount()).mapToDouble(term::binWeight).sum());
    }
  }

  /** 80 / 18, 72 / 18, 27 / 18 and 20 / 18. */
  @Test
  void importancesAreThoseOfThePage() {
    assertEquals(List.of("4.44", "4.00", "1.50", "1.11"), importances());
    assertTrue(PAGE.text().contains("= 4.44 minutes; gpus 4, team 1.5, the pair 1.11."));
  }

  private List<String> importances() {
    return model.terms().stream()
        .map(term ->
            IntStream.range(0, term.cellCount())
                .mapToDouble(cell -> Math.abs(term.score(cell)) * term.binWeight(cell) / 18)
                .sum())
        .map(importance -> String.format(Locale.ROOT, "%.2f", importance))
        .toList();
  }

  private static EbmModel model() {
    List<EbmFeature> features =
        List.of(
            feature(new Feature.Numeric("hour"), cuts("hour")),
            feature(new Feature.Numeric("gpus"), cuts("gpus")),
            feature(new Feature.Nominal("team", List.of("alpha", "beta")), new CategoryBins(2)));
    return new EbmModel(
        new Task.Regression(),
        LinkFunction.IDENTITY,
        Optional.empty(),
        features,
        List.of(term(0), term(1), term(2), pair()),
        new double[] {12},
        new double[0][],
        new double[0],
        new Provenance("by hand", "", 18, "minutes", Map.of(), 0, List.of()));
  }

  private static EbmFeature feature(Feature feature, Bins bins) {
    return new EbmFeature(feature, List.of(bins), FeatureSummary.categorical(3));
  }

  private static Bins cuts(String feature) {
    return new CutBins(
        table(feature).getFirst().stream()
            .flatMap(heading -> UPPER_BOUND.matcher(heading).results())
            .mapToDouble(bound -> number(bound.group(1)))
            .toArray());
  }

  private static List<List<String>> table(String term) {
    return PAGE.table("`" + term + "`");
  }

  private static Term term(int feature) {
    List<List<String>> table = table(TERMS.get(feature));
    return new Term(
        new int[] {feature},
        numbers(table.get(1)),
        new double[0],
        new double[0][],
        numbers(table.get(2)));
  }

  private static double[] numbers(List<String> row) {
    return row.stream().skip(1).mapToDouble(HandMadeModelTest::number).toArray();
  }

  /** Five bins of the hour by four of the GPUs; the page leaves out those without jobs. */
  private static Term pair() {
    List<List<String>> table = table("hour & gpus");
    double[] scores = new double[5 * 4];
    double[] jobs = new double[5 * 4];
    for (int hour = 1; hour <= 3; hour++) {
      for (int gpus = 1; gpus <= 2; gpus++) {
        MatchResult cell = match(table.get(hour).get(gpus));
        scores[hour * 4 + gpus] = number(cell.group(1));
        jobs[hour * 4 + gpus] = number(cell.group(2));
      }
    }
    return new Term(new int[] {0, 1}, scores, new double[0], new double[0][], jobs);
  }

  private static MatchResult match(String cell) {
    return SCORE_AND_JOBS.matcher(cell).results().findFirst().orElseThrow();
  }

  private Row row(List<String> job) {
    Row row = model.newRow().set("team", job.get(3));
    row.set("hour", numberOrMissing(job.get(1)));
    return row.set("gpus", numberOrMissing(job.get(2)));
  }

  private static double numberOrMissing(String text) {
    return text.equals("missing") ? Double.NaN : number(text);
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
