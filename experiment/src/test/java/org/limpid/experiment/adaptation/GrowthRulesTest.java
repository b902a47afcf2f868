package org.limpid.experiment.adaptation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.files.DataException;

final class GrowthRulesTest {
  /**
   * Each 1 is worth .01, whatever else is done: so is a 1 above a 3 in each of 1 + 4 + 16 states.
   */
  @Test
  void oneRuleWhereOneActionIsAlwaysBest() {
    Scenario scenario =
        MadeTrainings.scenario("a2", 330, each -> .5 + .01 * MadeTrainings.count(each, 1));
    GrowthRules rules = GrowthRules.learn(List.of(scenario), 3);
    GrowthRules.Rule rule = rules.rules().getFirst();
    assertEquals(1, rules.rules().size());
    assertEquals(List.of(), rule.conditions());
    assertEquals(1, rule.action());
    assertEquals("grow behind the second block", rule.words());
    assertEquals(21, rule.states());
    assertEquals(.01, rule.gain(), 1e-12);
    assertEquals(ActionSequence.of(1, 1, 1), rules.actions(scenario));
  }

  /**
   * With much time a block behind the first pays, with little one behind the third. Decisions have
   * 330, 320, 310 s left or 70, 60, 50 s, and trees cut half way between 70 and 310 s.
   */
  @Test
  void rulesAskForTheTimeLeft() {
    Scenario early =
        MadeTrainings.scenario("a2", 330, each -> .5 + .01 * MadeTrainings.count(each, 0));
    Scenario late =
        MadeTrainings.scenario("b3", 70, each -> .3 + .03 * MadeTrainings.count(each, 2));
    GrowthRules rules = GrowthRules.learn(List.of(early, late), 2);
    assertEquals(
        List.of(List.of("seconds left <= 190"), List.of("seconds left > 190")),
        rules.rules().stream().map(GrowthRules.Rule::conditions).toList());
    assertEquals(List.of(2, 0), rules.rules().stream().map(GrowthRules.Rule::action).toList());
    assertEquals(ActionSequence.of(0, 0, 0), rules.actions(early));
    assertEquals(ActionSequence.of(2, 2, 2), rules.actions(late));
  }

  /** Before the second decision, after a 2: of 2 1 x the best is .7, of 2 0 x .6, others .5. */
  @Test
  void anActionIsWorthTheBestThatFollowed() {
    Scenario scenario =
        MadeTrainings.scenario(
            "a2",
            330,
            each ->
                each.equals(ActionSequence.of(2, 1, 3))
                    ? .7
                    : each.equals(ActionSequence.of(2, 0, 0)) ? .6 : .5);
    ActionValues values = ActionValues.ofAll(scenario).get(1 + 2);
    assertEquals(1, values.step());
    assertEquals(new GrowthState(320, 1, List.of(0, 0, 1)), values.before());
    assertEquals(List.of(.6, .7, .5, .5), values.accuracies());
    assertEquals(.2, values.aboveWorst(1), 1e-12);
    assertEquals(.1, values.aboveNothing(0), 1e-12);
    assertEquals(List.of(.5, .5, .7, .5), ActionValues.ofAll(scenario).getFirst().accuracies());
  }

  /** Whatever the accuracies: each state has one rule, and no two rules beside each other agree. */
  @Test
  void everyStateHasOneRule() {
    for (int seed = 0; seed < 20; seed++) {
      List<Scenario> scenarios =
          List.of(
              MadeTrainings.random("a2", 330, seed), MadeTrainings.random("b3", 70, seed + 1000));
      for (int depth = 1; depth <= 4; depth++) {
        GrowthRules rules = GrowthRules.learn(scenarios, depth);
        List<GrowthRules.Rule> all = rules.rules();
        assertTrue(all.size() <= 1 << depth, () -> "too many: " + all);
        assertEquals(2 * 21, all.stream().mapToInt(GrowthRules.Rule::states).sum());
        assertTrue(all.stream().allMatch(rule -> rule.states() > 0), all::toString);
        long actions = all.stream().map(GrowthRules.Rule::action).distinct().count();
        assertTrue(all.size() == 1 || actions > 1, () -> "could be one rule: " + all);
      }
    }
  }

  @Test
  void nothingIsLearntWhereActionsDoNotMatter() {
    Scenario scenario = MadeTrainings.scenario("a2", 330, _ -> .5);
    List<Scenario> scenarios = List.of(scenario);
    DataException failure =
        assertThrows(DataException.class, () -> GrowthRules.learn(scenarios, 2));
    assertTrue(failure.getMessage().contains("depend on the actions"), failure.getMessage());
  }
}
