package org.limpid.experiment.adaptation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.TrainingsFile;

final class RulesComparisonTest {
  private static final Path SHARED = Path.of(System.getProperty("limpid.shared", "none"));
  private static final Path DATA = SHARED.resolve("data/adaptation");
  private static final Path GOLDEN = SHARED.resolve("golden/adaptation");

  @TempDir private Path folder;

  /**
   * The accuracy is .5 and .1 for each 1: no growth .5, best .8, 0 1 3 gives .6, a third of .3.
   * Below it are the 27 sequences without a 1; above it 10 with two or more, and of the 27 with one
   * 1 those before 0 1 3: 0 0 1, 0 1 0, 0 1 2. So its rank is 14.
   */
  @Test
  void standingOfASequence() {
    Scenario scenario =
        MadeTrainings.scenario("a2", 330, each -> .5 + .1 * MadeTrainings.count(each, 1));
    Standing standing = Standing.of("it", List.of(scenario), _ -> ActionSequence.of(0, 1, 3));
    assertEquals(.6, standing.accuracy(), 1e-12);
    assertEquals(14, standing.rank());
    assertEquals(1 / 3., standing.gainShare(), 1e-12);
    Standing random = Standing.ofRandom("any", List.of(scenario));
    assertEquals(.5 + .1 * 3 / 4, random.accuracy(), 1e-12);
    assertEquals(32.5, random.rank());
  }

  /** Rules for the second scenario come from the first, where 0 is best, though 2 is best there. */
  @Test
  void aScenarioThatIsLeftOutTeachesNothing() {
    Scenario one =
        MadeTrainings.scenario("a2", 330, each -> .5 + .1 * MadeTrainings.count(each, 0));
    Scenario other =
        MadeTrainings.scenario("b2", 330, each -> .5 + .1 * MadeTrainings.count(each, 2));
    RulesComparison comparison = RulesComparison.of(List.of(one, other), 2, List.of());
    Standing rules = comparison.standings().get(1);
    assertEquals("rules from other scenarios", rules.method());
    assertEquals(0, rules.gainShare(), 1e-12);
    assertEquals(.5, rules.accuracy(), 1e-12);
    assertTrue(
        comparison.standings().stream().noneMatch(each -> each.method().contains("network")),
        "there is no other network");
  }

  /** The published networks reach in unseen scenarios what the golden evaluation says. */
  @Test
  void publishedNetworks() throws IOException {
    assumeTrue(Files.exists(GOLDEN), () -> "there is no " + GOLDEN);
    List<Scenario> scenarios = TrainingsFile.read(DATA.resolve("trainings.csv"));
    Path list =
        Files.writeString(
            folder.resolve("policies.csv"),
            """
            name,learnt_from,weights,manifest
            early,simulation_early2,%1$s/early_learn2.f32le,%1$s/early_learn2.json
            """
                .formatted(GOLDEN));
    RulesComparison comparison =
        RulesComparison.of(
            scenarios,
            GrowthRules.DEPTH,
            PoliciesFile.read(
                list,
                DATA.resolve("vocabulary.json"),
                DATA.resolve("embeddings_18x16.f32le"),
                scenarios));
    double expected =
        Files.readAllLines(GOLDEN.resolve("greedy_evaluation.csv")).stream()
            .map(line -> line.split(","))
            .filter(row -> row[0].equals("simulation_early_learn2") && !row[1].equals(row[2]))
            .mapToDouble(row -> Double.parseDouble(row[4]))
            .average()
            .orElseThrow();
    RulesComparison.Pair pair = comparison.pairs().getFirst();
    assertEquals(9, pair.network().scenarios());
    assertEquals(expected, pair.network().accuracy(), 1e-12);
    assertTrue(pair.rules().accuracy() > pair.network().accuracy(), pair::toString);
    assertEquals(1, comparison.standings().getFirst().gainShare());
    assertEquals(0, comparison.standings().getLast().gainShare());
    assertTrue(comparison.rules().rules().size() <= 4, "more rules than fit on a page");
  }

  /**
   * The publication stored for early to late, on late, what the weights of early do: .6323, rank
   * 22. Its own weights do the best: .6827.
   */
  @Test
  void correctedEvaluations() throws IOException {
    assumeTrue(Files.exists(GOLDEN), () -> "there is no " + GOLDEN);
    List<Scenario> scenarios =
        TrainingsFile.read(DATA.resolve("trainings.csv")).stream()
            .filter(each -> each.name().endsWith("late2") || each.name().endsWith("early2"))
            .toList();
    Path list =
        Files.writeString(
            folder.resolve("policies.csv"),
            """
            name,learnt_from,weights,manifest,began_with,published_with
            a,simulation_early2,%1$s/early_learn2.f32le,%1$s/early_learn2.json,,
            b,simulation_late2,%1$s/early_to_late_learn2_10.f32le,\
            %1$s/early_to_late_learn2_10.json,a,a
            """
                .formatted(GOLDEN));
    List<ListedPolicy> policies =
        PoliciesFile.read(
            list,
            DATA.resolve("vocabulary.json"),
            DATA.resolve("embeddings_18x16.f32le"),
            scenarios);
    AdaptationReview.Correction late =
        new AdaptationReview.Result(scenarios, policies, List.of()).corrections().getLast();
    assertEquals("simulation_late2", late.own().scenario().name());
    assertEquals(.6323, late.published().accuracy());
    assertEquals(22, late.published().rank());
    assertEquals(.6827, late.own().accuracy());
    assertEquals(1, late.own().rank());
  }
}
