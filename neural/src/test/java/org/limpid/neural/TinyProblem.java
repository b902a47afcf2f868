package org.limpid.neural;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.limpid.neural.Phase.Loss;

/**
 * Windows of four states of three numbers, whose gap is ten times the mean of the first number of
 * all states minus the last one's: what a network has to find without being told.
 */
final class TinyProblem {
  private TinyProblem() {}

  static Examples examples(int size) {
    SplittableRandom random = new SplittableRandom(5);
    double[][][] windows = new double[size][4][3];
    double[] hours = new double[size];
    for (int i = 0; i < size; i++) {
      for (double[] state : windows[i]) {
        for (int number = 0; number < state.length; number++) {
          state[number] = 100 * random.nextDouble();
        }
        hours[i] += 10 * (state[0] / 100) / 4;
      }
      hours[i] -= 10 * (windows[i][3][0] / 100);
    }
    return new Examples(size, i -> windows[i], i -> hours[i]);
  }

  static LearnerSettings transformer() {
    return new LearnerSettings(
        new NetworkSettings(4, 3, 1, 1, 2, 8, 8, 0.1),
        List.of(),
        new Phase(Loss.ABSOLUTE, 1e-2, 32, 20),
        true,
        0,
        7);
  }

  static LearnerSettings mixture() {
    return new LearnerSettings(
        new NetworkSettings(4, 3, 2, 1, 1, 8, 8, 0.1),
        Collections.nCopies(2, new Phase(Loss.SQUARED, 1e-2, 32, 10)),
        new Phase(Loss.SQUARED, 1e-2, 32, 10),
        true,
        0,
        7);
  }
}
