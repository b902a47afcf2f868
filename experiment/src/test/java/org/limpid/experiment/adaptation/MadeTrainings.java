package org.limpid.experiment.adaptation;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.Training;

/** Scenarios with accuracies that a test says. */
final class MadeTrainings {
  private MadeTrainings() {}

  /** Decisions 10 s after each other, the first with so much time left. */
  static Scenario scenario(
      String name, double secondsLeft, ToDoubleFunction<ActionSequence> accuracy) {
    List<Double> left = List.of(secondsLeft, secondsLeft - 10, secondsLeft - 20);
    return new Scenario(
        name,
        ActionSequence.all().stream()
            .map(sequence -> new Training(left, 400, accuracy.applyAsDouble(sequence)))
            .toList());
  }

  /** Any accuracies. */
  static Scenario random(String name, double secondsLeft, long seed) {
    Random random = new Random(seed);
    return scenario(name, secondsLeft, _ -> random.nextDouble());
  }

  /** How often an action is taken. */
  static int count(ActionSequence sequence, int action) {
    int count = 0;
    for (int step = 0; step < ActionSequence.LENGTH; step++) {
      count += sequence.action(step) == action ? 1 : 0;
    }
    return count;
  }
}
