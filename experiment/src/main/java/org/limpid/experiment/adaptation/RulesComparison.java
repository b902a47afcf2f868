package org.limpid.experiment.adaptation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;

/**
 * Rules beside networks and simple ways to choose, each in scenarios that it hasn't seen.
 *
 * @param rules learnt from all scenarios
 * @param standings of the rules and of simple ways to choose, over all scenarios
 * @param pairs for each network, the scenarios that it hasn't seen
 */
public record RulesComparison(GrowthRules rules, List<Standing> standings, List<Pair> pairs) {
  public RulesComparison {
    standings = List.copyOf(standings);
    pairs = List.copyOf(pairs);
  }

  /**
   * A network, and what learns from the same scenarios, in all others.
   *
   * @param network the network
   * @param rules that learn from the same scenarios
   * @param sequence that does best in these, always
   */
  public record Pair(Standing network, Standing rules, Standing sequence) {}

  /**
   * Compares.
   *
   * @param depth of the rules
   * @param policies networks; may be none
   */
  public static RulesComparison of(
      List<Scenario> scenarios, int depth, List<ListedPolicy> policies) {
    List<Standing> standings = new ArrayList<>();
    standings.add(
        Standing.of("best sequence", scenarios, scenario -> scenario.ranking().getFirst()));
    addUnseen(standings, scenarios, depth, "other scenarios", (one, other) -> one == other);
    addUnseen(
        standings,
        scenarios,
        depth,
        "the other network",
        (one, other) -> one.network().equals(other.network()));
    standings.add(Standing.ofRandom("random sequence", scenarios));
    standings.add(Standing.of("no growth", scenarios, _ -> ActionSequence.NOTHING));
    return new RulesComparison(
        GrowthRules.learn(scenarios, depth),
        standings,
        policies.stream().flatMap(policy -> pair(policy, scenarios, depth).stream()).toList());
  }

  /** Rules and one sequence, learnt for each scenario from those that aren't left out with it. */
  private static void addUnseen(
      List<Standing> standings,
      List<Scenario> scenarios,
      int depth,
      String from,
      BiPredicate<Scenario, Scenario> isLeftOut) {
    Function<Scenario, List<Scenario>> others =
        scenario -> scenarios.stream().filter(each -> !isLeftOut.test(scenario, each)).toList();
    if (scenarios.stream().noneMatch(scenario -> others.apply(scenario).isEmpty())) {
      standings.add(
          Standing.of(
              "rules from " + from,
              scenarios,
              scenario -> GrowthRules.learn(others.apply(scenario), depth).actions(scenario)));
      standings.add(
          Standing.of(
              "one sequence, best in " + from,
              scenarios,
              scenario -> bestOverall(others.apply(scenario))));
    }
  }

  private static List<Pair> pair(ListedPolicy policy, List<Scenario> scenarios, int depth) {
    List<Scenario> seen = scenarios.stream().filter(policy::knows).toList();
    List<Scenario> unseen = scenarios.stream().filter(each -> !policy.knows(each)).toList();
    if (unseen.isEmpty()) {
      return List.of();
    }
    GrowthRules rules = GrowthRules.learn(seen, depth);
    ActionSequence sequence = bestOverall(seen);
    return List.of(
        new Pair(
            Standing.of(
                policy.name(),
                unseen,
                scenario -> policy.evaluations().get(scenarios.indexOf(scenario)).actions()),
            Standing.of("rules", unseen, rules::actions),
            Standing.of("one sequence", unseen, _ -> sequence)));
  }

  /** The sequence with the highest accuracy, as a share of each scenario's span; the first one. */
  static ActionSequence bestOverall(List<Scenario> scenarios) {
    return ActionSequence.all().stream()
        .max(
            Comparator.<ActionSequence>comparingDouble(sequence ->
                    scenarios.stream().mapToDouble(each -> placeInSpan(each, sequence)).sum())
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static double placeInSpan(Scenario scenario, ActionSequence sequence) {
    List<ActionSequence> ranking = scenario.ranking();
    double worst = scenario.accuracy(ranking.getLast());
    double span = scenario.accuracy(ranking.getFirst()) - worst;
    return span == 0 ? 0 : (scenario.accuracy(sequence) - worst) / span;
  }
}
