package org.limpid.interpret.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.tree.TreeRules.Rule;

final class TreeRulesTest {
  private static NodeSummary node(int samples, double... outputs) {
    return new NodeSummary(samples, samples, 0, outputs);
  }

  private static Provenance nowhere() {
    return new Provenance("by hand", "", 0, "y", Map.of(), 0, List.of());
  }

  /** hour is asked twice on the way to the middle leaves, and once more for the user. */
  private static TreeModel model() {
    return new TreeModel(
        new Task.Regression(),
        List.of(
            new Feature.Numeric("hour"),
            new Feature.Nominal("user", List.of("anna", "ben", "eve"))),
        List.of(
            new TreeNode.Split(node(9, 1), 0, new Condition.Threshold(7.123456789), true, 1, 4),
            new TreeNode.Split(node(5, 1), 0, new Condition.Threshold(3), false, 2, 3),
            new TreeNode.Leaf(node(2, 0.25)),
            new TreeNode.Leaf(node(3, 1e-9)),
            new TreeNode.Split(
                node(4, 1),
                1,
                new Condition.Categories(new boolean[] {true, false, true}),
                false,
                5,
                6),
            new TreeNode.Leaf(node(1, -1234567)),
            new TreeNode.Leaf(node(3, 0))),
        nowhere());
  }

  @Test
  void textIsNestedAndSaysWhereMissingValuesGo() {
    assertEquals(
        """
        if hour <= 7.12346 or missing:
          if hour <= 3:
            0.25 (2 rows)
          else:
            1.00000E-9 (3 rows)
        else:
          if user in {anna, eve}:
            -1234570 (1 row)
          else:
            0 (3 rows)
        """
            .replace("1.00000E-9", "1E-9"),
        TreeRules.text(model()));
  }

  @Test
  void rulesJoinTheConditionsOfAFeature() {
    List<String> rules = TreeRules.list(model()).stream().map(Rule::toString).toList();
    assertEquals(
        List.of(
            "hour <= 3: 0.25 (2 rows)",
            "3 < hour <= 7.12346 or missing: 1E-9 (3 rows)",
            "hour > 7.12346 and user in {anna, eve}: -1234570 (1 row)",
            "hour > 7.12346 and user = ben or missing: 0 (3 rows)"),
        rules);
    assertEquals(List.of("hour <= 3"), TreeRules.list(model()).getFirst().conditions());
    assertEquals(
        List.of("time of day <= 3"),
        TreeRules.list(model(), name -> name.replace("hour", "time of day"))
            .getFirst()
            .conditions());
  }

  @Test
  void classesAreNamedWithTheirShare() {
    TreeModel model =
        new TreeModel(
            new Task.Classification(List.of("no", "yes")),
            List.of(new Feature.Numeric("x")),
            List.of(new TreeNode.Leaf(node(3, 1 / 3.0, 2 / 3.0))),
            nowhere());
    assertEquals("yes, share 0.666667 (3 rows)\n", TreeRules.text(model));
  }

  /** Six digits would make 1.59892E+9 of either threshold; 1614816000 is 2021-03-04. */
  @Test
  void thresholdsAreToldApart() {
    assertEquals(
        List.of("id <= 1598918403.5", "1598918403.5 < id <= 1598918404.5", "id > 1598918404.5"),
        conditions("id", 1_598_918_404.5, 1_598_918_403.5));
    assertEquals(
        List.of("time <= 2021-03-04", "2021-03-04 < time <= 2021-03-07", "time > 2021-03-07"),
        conditions("time", 1_614_816_000 + 3 * 86_400, 1_614_816_000));
    assertEquals(
        List.of("x <= 1.000000001", "1.000000001 < x <= 1.000000002", "x > 1.000000002"),
        conditions("x", 1.000000002, 1.000000001));
  }

  /** Of twelve categories that lead left ten are named; all others are one. */
  @Test
  void longListsAreCutShort() {
    List<String> letters = "abcdefghijklm".chars().mapToObj(Character::toString).toList();
    boolean[] left = new boolean[13];
    Arrays.fill(left, 0, 12, true);
    TreeModel model =
        new TreeModel(
            new Task.Regression(),
            List.of(new Feature.Nominal("x", letters)),
            List.of(
                new TreeNode.Split(node(5, 1), 0, new Condition.Categories(left), false, 1, 2),
                new TreeNode.Leaf(node(2, 1)),
                new TreeNode.Leaf(node(3, 2))),
            nowhere());
    assertEquals(
        List.of("x in {a, b, c, d, e, f, g, h, i, j and 2 others}", "x = m or missing"),
        TreeRules.list(model).stream().flatMap(rule -> rule.conditions().stream()).toList());
  }

  /** A tree that asks for the larger threshold first. */
  private static List<String> conditions(String name, double larger, double smaller) {
    TreeModel model =
        new TreeModel(
            new Task.Regression(),
            List.of(new Feature.Numeric(name)),
            List.of(
                new TreeNode.Split(node(9, 1), 0, new Condition.Threshold(larger), false, 1, 4),
                new TreeNode.Split(node(5, 1), 0, new Condition.Threshold(smaller), false, 2, 3),
                new TreeNode.Leaf(node(2, 1)),
                new TreeNode.Leaf(node(3, 2)),
                new TreeNode.Leaf(node(4, 3))),
            nowhere());
    return TreeRules.list(model).stream()
        .flatMap(rule -> rule.conditions().stream())
        .map(condition -> condition.replace(" or missing", ""))
        .toList();
  }
}
