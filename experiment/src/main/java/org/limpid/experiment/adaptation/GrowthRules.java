package org.limpid.experiment.adaptation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.tree.NodeSummary;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;
import org.limpid.interpret.tree.TreeRules;
import org.limpid.interpret.tree.TreeTrainer;

/**
 * A policy that fits on a page: a small tree over the time left and what was grown so far. Each
 * leaf takes the action that is worth most over the states of the recorded trainings that reach it.
 * What an action is worth is the best accuracy recorded with it, whatever came next; in units of
 * the span from the worst to the best of its scenario, so that scenarios count alike; and so do
 * steps. Immutable.
 */
public final class GrowthRules {
  /** Most conditions on the way to a rule, unless told otherwise: at most 4 rules. */
  public static final int DEPTH = 2;

  /** Fewest states that a rule rests on. */
  private static final int LEAST_STATES = 8;

  /**
   * Far below what any action is worth: so every action of a state is a row when the rows of leaves
   * are counted, but has no say in what is best.
   */
  private static final double LEAST_WEIGHT = 1e-9;

  private static final Map<String, String> WORDS =
      Map.of(
          "seconds_left", "seconds left",
          "added", "blocks added",
          "behind_first", "blocks added behind the first",
          "behind_second", "blocks added behind the second",
          "behind_third", "blocks added behind the third");

  private static final List<String> ACTION_WORDS =
      List.of(
          "grow behind the first block",
          "grow behind the second block",
          "grow behind the third block",
          "do nothing");

  private final TreeModel tree;
  private final List<ActionValues> states;

  private GrowthRules(TreeModel tree, List<ActionValues> states) {
    this.tree = tree;
    this.states = states;
  }

  /**
   * A rule.
   *
   * @param conditions that hold together; none: always
   * @param action 0..3
   * @param states of the trainings that it was learnt from that it decides
   * @param gain accuracy above that of doing nothing now, mean over these states, if the best
   *     continuation followed
   */
  public record Rule(List<String> conditions, int action, int states, double gain) {
    public Rule {
      conditions = List.copyOf(conditions);
    }

    /** What it does. */
    public String words() {
      return ACTION_WORDS.get(action);
    }
  }

  /**
   * Learns rules.
   *
   * @param scenarios one or more
   * @param depth most conditions on the way to a rule
   * @throws DataException if the accuracy is the same whatever is done
   */
  public static GrowthRules learn(List<Scenario> scenarios, int depth) {
    Rows rows = new Rows();
    scenarios.forEach(rows::add);
    TreeTrainer trainer =
        new TreeTrainer(
            TreeTrainer.defaults()
                .with(
                    Map.of(
                        TreeTrainer.MAX_DEPTH.name(), Integer.toString(depth),
                        TreeTrainer.MIN_SAMPLES_LEAF.name(),
                            Integer.toString(LEAST_STATES * ActionSequence.ACTIONS))));
    return new GrowthRules(
        merged(trainer.train(rows.trainingSet(), TrainingMonitor.SILENT)),
        List.copyOf(rows.states));
  }

  /**
   * What rules do in each scenario that were learnt from the others; none if there are no others.
   */
  static List<ActionSequence> fromOthers(List<Scenario> scenarios) {
    if (scenarios.size() == 1) {
      return List.of();
    }
    return scenarios.stream()
        .map(scenario ->
            learn(scenarios.stream().filter(each -> each != scenario).toList(), DEPTH)
                .actions(scenario))
        .toList();
  }

  /** A row for each action of each state; it weighs what the action is worth above the worst. */
  private static final class Rows {
    private final List<ActionValues> states = new ArrayList<>();
    private final List<Integer> actions = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    void add(Scenario scenario) {
      List<ActionSequence> ranking = scenario.ranking();
      double span = scenario.accuracy(ranking.getFirst()) - scenario.accuracy(ranking.getLast());
      for (ActionValues state : ActionValues.ofAll(scenario)) {
        states.add(state);
        double statesOfStep = Math.pow(ActionSequence.ACTIONS, state.step());
        for (int action = 0; action < ActionSequence.ACTIONS; action++) {
          actions.add(action);
          values.add(state.before().values());
          double worth = span == 0 ? 0 : state.aboveWorst(action) / span;
          weights.add((worth + LEAST_WEIGHT) / statesOfStep);
        }
      }
    }

    TrainingSet trainingSet() {
      if (Collections.max(weights) <= LEAST_WEIGHT) {
        throw new DataException(
            Problem.of(
                "trainings",
                "expected accuracies that depend on the actions, found the same for all",
                "Maybe other trainings are meant."));
      }
      List<Column> columns = new ArrayList<>();
      for (int i = 0; i < GrowthState.NAMES.size(); i++) {
        int column = i;
        columns.add(
            NumericColumn.generate(
                GrowthState.NAMES.get(i), values.size(), row -> values.get(row)[column]));
      }
      return TrainingSet.of(
              Table.of(columns.toArray(Column[]::new)),
              new Target.Classes(
                  "action",
                  actions.stream().mapToInt(Integer::intValue).toArray(),
                  List.of("0", "1", "2", "3")))
          .withWeights(weights.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  /** The same decisions without conditions that make no difference. */
  private static TreeModel merged(TreeModel tree) {
    List<TreeNode> nodes = new ArrayList<>();
    merge(tree, 0, nodes);
    return new TreeModel(tree.task(), tree.features(), nodes, tree.provenance());
  }

  private static void merge(TreeModel tree, int position, List<TreeNode> out) {
    TreeNode node = tree.nodes().get(position);
    int place = out.size();
    out.add(node);
    if (node instanceof TreeNode.Split split) {
      merge(tree, split.left(), out);
      int right = out.size();
      merge(tree, split.right(), out);
      out.set(place, moved(split, place + 1, right));
      if (right == place + 2
          && out.size() == right + 1
          && isSame(out.get(right - 1), out.get(right))) {
        out.subList(place, out.size()).clear();
        out.add(new TreeNode.Leaf(split.summary()));
      }
    }
  }

  private static TreeNode moved(TreeNode.Split split, int left, int right) {
    return new TreeNode.Split(
        split.summary(), split.feature(), split.condition(), split.defaultLeft(), left, right);
  }

  private static boolean isSame(TreeNode left, TreeNode right) {
    return action(left.summary()) == action(right.summary());
  }

  private static int action(NodeSummary summary) {
    return Predictions.mostProbable(summary.outputs());
  }

  /** What the rules do in a scenario. */
  public ActionSequence actions(Scenario scenario) {
    ActionSequence actions = ActionSequence.NOTHING;
    for (int step = 0; step < ActionSequence.LENGTH; step++) {
      actions = actions.with(step, action(GrowthState.before(scenario, actions, step)));
    }
    return actions;
  }

  /** What the rules do in a state. */
  int action(GrowthState state) {
    return action(tree.nodes().get(leaf(state)).summary());
  }

  private int leaf(GrowthState state) {
    Row row = tree.newRow();
    double[] values = state.values();
    for (int i = 0; i < values.length; i++) {
      row.set(GrowthState.NAMES.get(i), values[i]);
    }
    return tree.leaf(row);
  }

  /** The rules, from left to right in the tree; exactly one holds in each state. */
  public List<Rule> rules() {
    List<Integer> leaves = new ArrayList<>();
    for (int position = 0; position < tree.nodes().size(); position++) {
      if (tree.nodes().get(position) instanceof TreeNode.Leaf) {
        leaves.add(position);
      }
    }
    List<TreeRules.Rule> texts = TreeRules.list(tree, WORDS::get);
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      rules.add(rule(texts.get(i), leaves.get(i)));
    }
    return rules;
  }

  private Rule rule(TreeRules.Rule text, int leaf) {
    int action = action(text.support());
    List<ActionValues> own = states.stream().filter(each -> leaf(each.before()) == leaf).toList();
    double gain =
        own.stream().mapToDouble(each -> each.aboveNothing(action)).average().orElse(Double.NaN);
    return new Rule(known(text.conditions()), action, own.size(), gain);
  }

  /** Nothing that a rule asks is ever missing. */
  private static List<String> known(List<String> conditions) {
    return conditions.stream().map(each -> each.replace(" or missing", "")).toList();
  }
}
