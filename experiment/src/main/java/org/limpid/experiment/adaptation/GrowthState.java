package org.limpid.experiment.adaptation;

import java.util.List;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;

/**
 * What a rule may ask before a decision.
 *
 * @param secondsLeft time left of the budget, in whole seconds
 * @param added blocks that were added so far, anywhere
 * @param behind how many of them stand behind the first, second and third block
 */
record GrowthState(double secondsLeft, int added, List<Integer> behind) {
  /** Names of {@link #values()}, as columns. */
  static final List<String> NAMES =
      List.of("seconds_left", "added", "behind_first", "behind_second", "behind_third");

  private static final int BLOCKS = ActionSequence.ACTIONS - 1;

  GrowthState {
    behind = List.copyOf(behind);
    if (behind.size() != BLOCKS) {
      throw new IllegalArgumentException("expected a number for each of 3 blocks: " + behind);
    }
  }

  /** The state of a scenario before a step, from 0, after the actions of a sequence before it. */
  static GrowthState before(Scenario scenario, ActionSequence sequence, int step) {
    int[] behind = new int[ActionSequence.ACTIONS];
    for (int earlier = 0; earlier < step; earlier++) {
      behind[sequence.action(earlier)]++;
    }
    return new GrowthState(
        Math.rint(scenario.before(sequence, step).secondsLeft().get(step)),
        step - behind[BLOCKS],
        List.of(behind[0], behind[1], behind[2]));
  }

  /** The numbers in the order of {@link #NAMES}. */
  double[] values() {
    return new double[] {secondsLeft, added, behind.get(0), behind.get(1), behind.get(2)};
  }
}
