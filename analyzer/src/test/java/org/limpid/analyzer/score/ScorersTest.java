package org.limpid.analyzer.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.analyzer.given.GivenProfiles.pair;
import static org.limpid.analyzer.given.GivenProfiles.profile;
import static org.limpid.analyzer.given.GivenProfiles.single;
import static org.limpid.analyzer.given.GivenProfiles.workload;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.files.DataException;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;

class ScorersTest {
  /** Ten models with three workloads each, light up to 30 %, medium up to 60 %, heavy above. */
  private static Profiles stairs() {
    List<SingleProfile> singles = new ArrayList<>();
    for (int model = 0; model < 10; model++) {
      for (int third = 0; third < 3; third++) {
        double gpuUtil = 30 * third + 3 * model + 1.5;
        singles.add(single("M" + model, third + 1, gpuUtil, third));
      }
    }
    return new Profiles(singles, List.of());
  }

  @Test
  void treeFindsTheStairsOfModelsThatItHasNotSeen() {
    ScoreErrors errors =
        ScoreErrors.of(stairs().singles(), LeaveOneModelOut.scores(Scorers.tree(), stairs()));
    assertTrue(errors.right() >= 28, "right: " + errors.right());
  }

  @Test
  void simplestGoodCandidateIsChosen() {
    assertEquals("gpu_util", ScoreFeature.names(Scorers.tree().choose(stairs()).features()));
  }

  /** Of one model nothing can be held out. */
  @Test
  void firstCandidateIsTakenForASingleModel() {
    Profiles sample =
        new Profiles(List.of(single("A", 1, 10, 0), single("A", 2, 90, 2)), List.of());
    ChosenScorer tree = Scorers.tree();
    assertEquals(tree.candidates().getFirst(), tree.choose(sample));
  }

  @Test
  void moreUtilisationNeverMakesAWorkloadLighter() {
    ModelScores ordinal = Scorers.ordinal(1).train(stairs());
    for (int percent = 1; percent <= 100; percent++) {
      int lower = ordinal.score(profile("new", 1, percent - 1));
      assertTrue(lower <= ordinal.score(profile("new", 1, percent)), "at " + percent);
    }
    assertEquals(0, ordinal.score(profile("new", 1, 5)));
    assertEquals(2, ordinal.score(profile("new", 1, 95)));
  }

  /** Without the class 1 the classes are 0 and 2, at the positions 0 and 1. */
  @Test
  void classesAreReadByNameNotByPosition() {
    Profiles sample =
        new Profiles(
            stairs().singles().stream().filter(single -> single.shareScore() != 1).toList(),
            List.of());
    assertEquals(2, ComparedScorers.artifactTree().train(sample).score(profile("new", 1, 90)));
  }

  @Test
  void numbersAreRoundedHalfUpAndKeptInRange() {
    List<String> none = List.of();
    assertEquals(1, ScoreTarget.NUMBER.score(new double[] {0.5}, none));
    assertEquals(0, ScoreTarget.NUMBER.score(new double[] {-1}, none));
    assertEquals(2, ScoreTarget.NUMBER.score(new double[] {3.7}, none));
  }

  /** A 0.8 and 0.9; B 1; C in no pair. */
  @Test
  void meanRatesAreLearntFromMeasuredWorkloadsOnly() {
    Profiles sample =
        new Profiles(
            List.of(single("A", 1, 50, 0), single("B", 1, 20, 1), single("C", 1, 30, 2)),
            List.of(
                pair(workload("A", 1), workload("B", 1), .8, 1),
                pair(workload("D", 1), workload("A", 1), 1, .9)));
    TrainingSet rows = ComparedScorers.meanRates(sample);
    assertArrayEquals(new double[] {.85, 1}, ((Target.Numbers) rows.target()).values());
    assertEquals(List.of("gpu_util", "gmem_util"), rows.inputs().names());
  }

  /** The mean of A is .85, which is medium; B was not measured: 0, which is heavy. */
  @Test
  void leakingFeaturesAreTheMeanSpeedAndItsLabel() {
    List<PairProfile> pairs = List.of(pair(workload("A", 1), workload("A", 1), .8, .9));
    List<ScoreFeature> features = ScoreFeature.leaking(pairs);
    assertEquals(
        "amp, gpu_util, gmem_util, gmem, avg_speed, auto_label", ScoreFeature.names(features));
    assertEquals(.85, features.get(4).value().applyAsDouble(profile("A", 1, 50)));
    assertEquals(1, features.get(5).value().applyAsDouble(profile("A", 1, 50)));
    assertEquals(0, features.get(4).value().applyAsDouble(profile("B", 1, 50)));
    assertEquals(2, features.get(5).value().applyAsDouble(profile("B", 1, 50)));
  }

  @Test
  void savedModelsAreKnownByTheirTargetAndFeatures() {
    ModelScores tree = ComparedScorers.artifactTree().train(stairs());
    assertEquals(tree, ModelScores.of(tree.model()));
    ModelScores leaking = ComparedScorers.leakingTree(List.of()).train(stairs());
    DataException failure =
        assertThrows(DataException.class, () -> ModelScores.of(leaking.model()));
    assertTrue(failure.getMessage().contains("avg_speed"), failure.getMessage());
  }
}
