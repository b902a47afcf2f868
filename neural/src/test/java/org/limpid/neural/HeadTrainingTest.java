package org.limpid.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.neural.HeadTraining.Decision;

final class HeadTrainingTest {
  /**
   * A network that says how many hours are missing, right or wrong, and minutes of each outcome.
   */
  private static Episode episode() {
    return new Episode(
        new float[][] {{-24}, {-16}, {-8}, {0}, {8}},
        new double[] {-24 * 60, -16 * 60, -8 * 60, 0, -8 * 60});
  }

  /**
   * Submitted at the third decision with -480 minutes, against a mean of -500 so far: 0.99^2 x -480
   * + 500 = 29.552, 0.99 x -480 + 500 = 24.8 and -480 + 500 = 20.
   */
  @Test
  void eachDecisionWeighsWhatCameOfIt() {
    List<Decision> decisions = HeadTraining.decisions(episode(), 2, -500);
    assertArrayEquals(
        new double[] {29.552, 24.8, 20},
        decisions.stream().mapToDouble(Decision::weight).toArray(),
        1e-9);
    assertEquals(List.of(false, false, true), decisions.stream().map(Decision::submits).toList());
  }

  /**
   * At the end of the predecessor it has to be submitted: four decisions to wait, none to submit.
   */
  @Test
  void aForcedSubmissionIsNoDecision() {
    List<Decision> decisions = HeadTraining.decisions(episode(), 4, 0);
    assertEquals(4, decisions.size());
    assertTrue(decisions.stream().noneMatch(Decision::submits));
    assertEquals(-480 * 0.99, decisions.getLast().weight(), 1e-9);
  }

  /** It learns to wait while an overlap is ahead and to submit when none is. */
  @Test
  void aPolicyLearnsToWaitForTheMoment() {
    PolicyHead head = HeadTraining.train(List.of(episode()), 400, 3600, 3);
    PolicyHead before = HeadTraining.train(List.of(episode()), 0, 3600, 3);
    assertTrue(
        expected(head) > expected(before) + 120, () -> expected(before) + " to " + expected(head));
    assertTrue(head.submits(new float[] {-24}) < 0.1);
    assertTrue(head.submits(new float[] {0}) > head.submits(new float[] {-16}));
  }

  /** The mean reward of a policy in the episode. */
  private static double expected(PolicyHead head) {
    Episode episode = episode();
    double still = 1;
    double sum = 0;
    for (int i = 0; i < episode.choices(); i++) {
      double submits = head.submits(episode.outputs()[i]);
      sum += still * submits * episode.rewards()[i];
      still *= 1 - submits;
    }
    return sum + still * episode.rewards()[episode.choices()];
  }

  @Test
  void twoTrainingsGiveTheSamePolicy() {
    List<PolicyHead> heads =
        IntStream.range(0, 2)
            .mapToObj(_ -> HeadTraining.train(List.of(episode()), 20, 3600, 3))
            .toList();
    assertArrayEquals(heads.getFirst().weights(), heads.getLast().weights());
    assertArrayEquals(heads.getFirst().biases(), heads.getLast().biases());
  }

  /**
   * Two experts say 1 and 2: 0.5 + 1 x 1 + 2 x -1 = -0.5 for waiting, 0 + 0 + 2 x 0.5 = 1 for
   * submitting.
   */
  @Test
  void theHeadIsASoftmaxOfTwoLinearFunctions() {
    PolicyHead head = new PolicyHead(new float[] {1, -1, 0, 0.5f}, new float[] {0.5f, 0}, 3600);
    double expected = Math.exp(1) / (Math.exp(1) + Math.exp(-0.5));
    assertEquals(expected, head.submits(new float[] {1, 2}), 1e-12);
  }
}
