package org.limpid.analyzer.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.analyzer.given.GivenProfiles.pair;
import static org.limpid.analyzer.given.GivenProfiles.single;
import static org.limpid.analyzer.given.GivenProfiles.workload;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.Profiles;
import org.limpid.interpret.evaluate.HeldOut;

class LeaveOneModelOutTest {
  private static final Profiles SAMPLE =
      new Profiles(
          List.of(
              single("A", 1, 10, 0),
              single("B", 1, 20, 1),
              single("A", 2, 30, 2),
              single("C", 1, 40, 2)),
          List.of(
              pair(workload("A", 1), workload("B", 1), 1, 1),
              pair(workload("C", 1), workload("A", 2), 1, 1),
              pair(workload("B", 1), workload("C", 1), 1, 1)));

  /** Remembers what it was given, and tells the score 0. */
  private static final class Recorder implements ScoreModel.Learner {
    private final List<Profiles> samples = new ArrayList<>();

    @Override
    public ScoreModel train(Profiles sample) {
      samples.add(sample);
      int fold = samples.size() - 1;
      return profile -> fold;
    }
  }

  @Test
  void everyModelIsPredictedByAFoldWithoutIt() {
    assertEquals(List.of("A", "B", "C"), LeaveOneModelOut.models(SAMPLE));
    assertArrayEquals(new int[] {0, 1, 0, 2}, LeaveOneModelOut.scores(new Recorder(), SAMPLE));
  }

  /**
   * The recorder says the number of the fold. The baseline is 2, the most frequent score of all,
   * also for C, without which each score comes once.
   */
  @Test
  void predictionsAreKeptBesideABaseline() {
    HeldOut held = LeaveOneModelOut.heldOut("recorder", new Recorder(), SAMPLE);
    assertArrayEquals(new double[] {0, 1, 2, 2}, held.actual());
    assertArrayEquals(new double[] {0, 1, 0, 2}, held.predicted());
    assertArrayEquals(new double[] {2, 2, 2, 2}, held.baseline());
    assertEquals(List.of(0.0, 1.0, 0.0), held.rows().get(1).probabilities());
  }

  @Test
  void trainingSeesNeitherTheWorkloadsNorThePairsOfTheModel() {
    Recorder recorder = new Recorder();
    LeaveOneModelOut.scores(recorder, SAMPLE);
    Profiles withoutA = recorder.samples.get(0);
    assertEquals(List.of(SAMPLE.singles().get(1), SAMPLE.singles().get(3)), withoutA.singles());
    assertEquals(List.of(SAMPLE.pairs().get(2)), withoutA.pairs());
    assertEquals(List.of(SAMPLE.pairs().get(0)), recorder.samples.get(2).pairs());
  }

  @Test
  void trainerIsNotAskedWhereAllScoresAreTheSame() {
    Profiles sample =
        new Profiles(
            List.of(single("A", 1, 10, 0), single("B", 1, 20, 1), single("B", 2, 20, 1)),
            List.of());
    Recorder recorder = new Recorder();
    assertArrayEquals(new int[] {1, 0, 0}, LeaveOneModelOut.scores(recorder, sample));
    assertTrue(recorder.samples.isEmpty());
  }
}
