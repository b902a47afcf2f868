package org.limpid.analyzer.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.analyzer.given.GivenProfiles.pair;
import static org.limpid.analyzer.given.GivenProfiles.workload;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.limpid.analyzer.given.GivenProfiles;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Workload;
import org.limpid.interpret.table.CsvTable;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

class ShareRuleTest {
  private static final Workload A = workload("A", 1);
  private static final Workload B = workload("B", 1);
  private static final Workload C = workload("C", 1);

  /** A: 0.9, and 0.7 and 0.8 with itself; B: 1. */
  private static final List<PairProfile> PAIRS = List.of(pair(A, B, .9, 1), pair(A, A, .7, .8));

  @Test
  void pairWithItselfCountsWithBothRates() {
    MeanRates rates = MeanRates.of(PAIRS);
    assertEquals(OptionalDouble.of(.8), rates.mean(A));
    assertEquals(OptionalDouble.of(1), rates.mean(B));
  }

  @Test
  void workloadInNoPairHasNoMean() {
    assertEquals(OptionalDouble.empty(), MeanRates.of(PAIRS).mean(C));
  }

  /** (0.85 + 0.8492) / 2 = 0.8496, which three decimals make 0.85. */
  @Test
  void meansAreRoundedBeforeTheyAreCompared() {
    List<PairProfile> pairs = List.of(pair(A, B, .85, 1), pair(A, C, .8492, 1));
    assertEquals(OptionalDouble.of(.85), MeanRates.of(pairs).mean(A));
    assertEquals(Map.of(A, 1), ShareRule.scores(List.of(A), pairs, false));
  }

  @Test
  void thresholdsBelongToTheLighterSide() {
    assertEquals(2, ShareRule.score(0.849));
    assertEquals(1, ShareRule.score(0.85));
    assertEquals(1, ShareRule.score(0.949));
    assertEquals(0, ShareRule.score(0.95));
  }

  @Test
  void workloadInNoPairHasNoScoreOrIsHeavyAsInTheArtifact() {
    List<Workload> all = List.of(A, B, C);
    assertEquals(Map.of(A, 2, B, 0), ShareRule.scores(all, PAIRS, false));
    assertEquals(Map.of(A, 2, B, 0, C, 2), ShareRule.scores(all, PAIRS, true));
  }

  /** The columns {@code avg_speed}, {@code ncolo}, {@code auto_label} of the artifact's script. */
  @Test
  void meansAndScoresOfVenusAreThoseOfTheArtifact() {
    Table golden = CsvTable.read(GivenProfiles.shared("golden/models/packing_single_labelled.csv"));
    Profiles venus = GivenProfiles.venus();
    MeanRates rates = MeanRates.of(venus.pairs());
    List<Workload> workloads =
        venus.singles().stream().map(single -> single.profile().workload()).toList();
    Map<Workload, Integer> scores = ShareRule.scores(workloads, venus.pairs(), true);
    assertEquals(66, golden.rowCount());
    for (int row = 0; row < golden.rowCount(); row++) {
      Workload workload = workloads.get(row);
      assertEquals(golden.column("model").text(row), workload.model());
      assertEquals(value(golden, "batchsize", row), workload.batchSize());
      assertEquals(value(golden, "avg_speed", row), rates.mean(workload).orElse(0));
      assertEquals(value(golden, "auto_label", row), scores.get(workload).doubleValue());
      assertEquals(value(golden, "ncolo", row) > 0, rates.mean(workload).isPresent());
    }
  }

  private static double value(Table table, String column, int row) {
    return ((NumericColumn) table.column(column)).value(row);
  }
}
