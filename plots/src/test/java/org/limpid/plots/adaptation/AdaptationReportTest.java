package org.limpid.plots.adaptation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.adaptation.learning.GreedyEvaluation;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.Training;
import org.limpid.experiment.adaptation.AdaptationReview;
import org.limpid.experiment.adaptation.LearningCurve;
import org.limpid.experiment.adaptation.ListedPolicy;

final class AdaptationReportTest {
  @TempDir private Path folder;

  /** The later a sequence in their order, the better: .1 to .73. */
  private static Scenario scenario(String name) {
    return new Scenario(
        name,
        ActionSequence.all().stream()
            .map(each -> new Training(List.of(90., 80., 70.), 400, .1 + each.index() / 100.))
            .toList());
  }

  private static ListedPolicy policy(
      String name, Optional<String> other, ActionSequence actions, List<Scenario> scenarios) {
    return new ListedPolicy(
        name,
        List.of(scenarios.getFirst().name()),
        other,
        other,
        scenarios.stream().map(each -> new GreedyEvaluation(each, actions, 1)).toList(),
        Optional.of(new LearningCurve(List.of(.2, .3), List.of(80., 60.))));
  }

  private static AdaptationReview.Result review() {
    List<Scenario> scenarios = List.of(scenario("a2"), scenario("b3"));
    return new AdaptationReview.Result(
        scenarios,
        List.of(
            policy("one", Optional.empty(), ActionSequence.of(0, 0, 1), scenarios),
            policy("two", Optional.of("one"), ActionSequence.of(3, 3, 2), scenarios)),
        List.of(ActionSequence.NOTHING, ActionSequence.NOTHING));
  }

  /** Index 1 has .11 and rank 63 from the end of 64; index 62 has .72 and rank 2. */
  @Test
  void drawsEachFigureInAllFormatsWithItsNumbers() throws IOException {
    AdaptationReport.write(review(), folder, List.of("limpid", "adapt", "report"));
    for (String name :
        List.of(
            "objective",
            "transfer",
            "accuracy-by-scenario",
            "rank-by-scenario",
            "published-and-corrected")) {
      for (String end : List.of(".pdf", ".png", ".svg", "-values.csv", "-values.md")) {
        assertTrue(Files.size(folder.resolve("figures").resolve(name + end)) > 0, name + end);
      }
    }
    List<String> rows =
        Files.readAllLines(folder.resolve("figures/published-and-corrected-values.csv"));
    assertEquals("two,a2,0 0 1,0.110000,63,3 3 2,0.720000,2", rows.get(1));
    assertEquals(
        "a2,63,2,1",
        Files.readAllLines(folder.resolve("figures/rank-by-scenario-values.csv")).get(1));
    String page = Files.readString(folder.resolve("report.html"));
    assertTrue(page.contains("Other actions in 2 of 2."), "the caption");
  }

  @Test
  void figuresWithoutNumbersAreLeftOut() throws IOException {
    AdaptationReview.Result all = review();
    ListedPolicy one = all.policies().getFirst();
    ListedPolicy bare =
        new ListedPolicy(
            "bare",
            one.learntFrom(),
            Optional.empty(),
            Optional.empty(),
            one.evaluations(),
            Optional.empty());
    AdaptationReport.write(
        new AdaptationReview.Result(all.scenarios(), List.of(bare), List.of()),
        folder,
        List.of("limpid"));
    assertFalse(Files.exists(folder.resolve("figures/objective.svg")));
    assertTrue(Files.exists(folder.resolve("figures/accuracy-by-scenario.svg")));
  }

  @Test
  void drawsTheSameBytesAgain() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    AdaptationReport.write(review(), folder, List.of("limpid"));
    AdaptationReport.write(review(), other, List.of("limpid"));
    for (String file : List.of("report.html", "report.pdf", "figures/transfer.png")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve(file)), Files.readAllBytes(other.resolve(file)), file);
    }
  }
}
