package org.limpid.experiment.adaptation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;

/**
 * What each action is worth in a state of a scenario: the best accuracy that was recorded with it,
 * whatever came next.
 *
 * @param before the state
 * @param step of the decision, from 0
 * @param accuracies by action
 */
record ActionValues(GrowthState before, int step, List<Double> accuracies) {
  ActionValues {
    accuracies = List.copyOf(accuracies);
  }

  /** Those of all states of a scenario: 1, 4 and 16 before the three decisions. */
  static List<ActionValues> ofAll(Scenario scenario) {
    return IntStream.range(0, ActionSequence.LENGTH)
        .boxed()
        .flatMap(step ->
            ActionSequence.all().stream()
                .filter(sequence -> sequence.prefix(step).equals(sequence))
                .map(sequence -> of(scenario, sequence, step)))
        .toList();
  }

  private static ActionValues of(Scenario scenario, ActionSequence sequence, int step) {
    Double[] best = new Double[ActionSequence.ACTIONS];
    Arrays.setAll(best, action -> best(scenario, sequence.with(step, action), step + 1));
    return new ActionValues(
        GrowthState.before(scenario, sequence, step), step, Arrays.asList(best));
  }

  private static double best(Scenario scenario, ActionSequence start, int length) {
    return ActionSequence.all().stream()
        .filter(sequence -> sequence.prefix(length).equals(start.prefix(length)))
        .mapToDouble(scenario::accuracy)
        .max()
        .orElseThrow();
  }

  /** By how much an action is worth more than the worst one. */
  double aboveWorst(int action) {
    return accuracies.get(action)
        - accuracies.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** By how much an action is worth more than to do nothing. */
  double aboveNothing(int action) {
    return accuracies.get(action) - accuracies.getLast();
  }
}
