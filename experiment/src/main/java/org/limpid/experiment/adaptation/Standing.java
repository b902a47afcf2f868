package org.limpid.experiment.adaptation;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;

/**
 * How well some way to choose actions does.
 *
 * @param method how actions are chosen
 * @param scenarios in how many
 * @param accuracy mean over them
 * @param rank mean over them, 1..64
 * @param gainShare what it gains over no growth, as a share of what the best sequences gain: of the
 *     sums over the scenarios; NaN: nothing can be gained
 */
public record Standing(
    String method, int scenarios, double accuracy, double rank, double gainShare) {
  /** That of actions chosen for each of some scenarios. */
  static Standing of(
      String method, List<Scenario> scenarios, Function<Scenario, ActionSequence> actions) {
    return of(
        method,
        scenarios,
        scenario -> scenario.accuracy(actions.apply(scenario)),
        scenario -> scenario.rank(actions.apply(scenario)));
  }

  /** That of a sequence drawn at random: its expectation. */
  static Standing ofRandom(String method, List<Scenario> scenarios) {
    return of(method, scenarios, Standing::meanAccuracy, _ -> (ActionSequence.COUNT + 1) / 2.0);
  }

  /** The mean of all sequences of a scenario. */
  public static double meanAccuracy(Scenario scenario) {
    return ActionSequence.all().stream().mapToDouble(scenario::accuracy).average().orElseThrow();
  }

  private static Standing of(
      String method,
      List<Scenario> scenarios,
      ToDoubleFunction<Scenario> accuracy,
      ToDoubleFunction<Scenario> rank) {
    double reached = mean(scenarios, accuracy);
    double none = mean(scenarios, scenario -> scenario.accuracy(ActionSequence.NOTHING));
    double best = mean(scenarios, scenario -> scenario.accuracy(scenario.ranking().getFirst()));
    return new Standing(
        method,
        scenarios.size(),
        reached,
        mean(scenarios, rank),
        best > none ? (reached - none) / (best - none) : Double.NaN);
  }

  private static double mean(List<Scenario> scenarios, ToDoubleFunction<Scenario> value) {
    return scenarios.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}
