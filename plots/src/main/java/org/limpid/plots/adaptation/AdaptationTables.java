package org.limpid.plots.adaptation;

import java.util.ArrayList;
import java.util.List;
import org.limpid.adaptation.learning.GreedyEvaluation;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.experiment.adaptation.AdaptationReview;
import org.limpid.experiment.adaptation.AdaptationReview.Correction;
import org.limpid.experiment.adaptation.LearningCurve;
import org.limpid.experiment.adaptation.ListedPolicy;
import org.limpid.experiment.adaptation.Standing;
import org.limpid.experiment.adaptation.Transfer;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;

/** The numbers of the figures. */
final class AdaptationTables {
  private static final int DECIMALS = 4;

  private AdaptationTables() {}

  static PageTable accuracies(AdaptationReview.Result data) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ListedPolicy policy : data.policies()) {
      policy.evaluations().forEach(each -> rows.add(accuracy(policy, each)));
    }
    return new PageTable(
        "accuracy-by-scenario-values",
        "Accuracy",
        "Accuracy by policy and scenario",
        "",
        List.of(
            PageColumn.text("policy", "Policy"),
            PageColumn.text("scenario", "Scenario"),
            PageColumn.text("actions", "Actions"),
            PageColumn.number("accuracy", "accuracy", ""),
            PageColumn.number("best", "best", ""),
            PageColumn.number("random", "random", ""),
            PageColumn.number("no_growth", "no growth", "")),
        rows,
        List.of("Random: the mean of all 64 sequences."));
  }

  private static List<Cell> accuracy(ListedPolicy policy, GreedyEvaluation evaluation) {
    Scenario scenario = evaluation.scenario();
    return List.of(
        Cell.of(policy.name()),
        Cell.of(scenario.name()),
        Cell.of(evaluation.actions().toString()),
        Cell.of(evaluation.accuracy(), DECIMALS),
        Cell.of(scenario.accuracy(scenario.ranking().getFirst()), DECIMALS),
        Cell.of(Standing.meanAccuracy(scenario), DECIMALS),
        Cell.of(scenario.accuracy(ActionSequence.NOTHING), DECIMALS));
  }

  static PageTable ranks(AdaptationReview.Result data) {
    List<PageColumn> columns = new ArrayList<>();
    columns.add(PageColumn.text("scenario", "Scenario"));
    for (int i = 0; i < data.policies().size(); i++) {
      columns.add(PageColumn.number("policy_" + (i + 1), data.policies().get(i).name(), ""));
    }
    if (!data.rules().isEmpty()) {
      columns.add(PageColumn.number("rules", "rules", ""));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < data.scenarios().size(); i++) {
      rows.add(ranks(data, i));
    }
    return new PageTable(
        "rank-by-scenario-values",
        "Ranks",
        "Rank by scenario and policy",
        "",
        columns,
        rows,
        List.of());
  }

  private static List<Cell> ranks(AdaptationReview.Result data, int place) {
    Scenario scenario = data.scenarios().get(place);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(scenario.name()));
    data.policies().forEach(each -> cells.add(Cell.of(each.evaluations().get(place).rank())));
    if (!data.rules().isEmpty()) {
      cells.add(Cell.of(scenario.rank(data.rules().get(place))));
    }
    return cells;
  }

  static PageTable corrections(List<Correction> corrections) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Correction each : corrections) {
      rows.add(
          List.of(
              Cell.of(each.policy()),
              Cell.of(each.own().scenario().name()),
              Cell.of(each.published().actions().toString()),
              Cell.of(each.published().accuracy(), DECIMALS),
              Cell.of(each.published().rank()),
              Cell.of(each.own().actions().toString()),
              Cell.of(each.own().accuracy(), DECIMALS),
              Cell.of(each.own().rank())));
    }
    return new PageTable(
        "published-and-corrected-values",
        "Corrections",
        "As published, and with the right weights",
        "",
        List.of(
            PageColumn.text("policy", "Policy"),
            PageColumn.text("scenario", "Scenario"),
            PageColumn.text("published_actions", "as published"),
            PageColumn.number("published_accuracy", "accuracy", ""),
            PageColumn.number("published_rank", "rank", ""),
            PageColumn.text("actions", "own weights"),
            PageColumn.number("accuracy", "accuracy", ""),
            PageColumn.number("rank", "rank", "")),
        rows,
        List.of("As published: what the weights do that the publication evaluated."));
  }

  static PageTable curves(List<ListedPolicy> policies) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ListedPolicy policy : policies) {
      LearningCurve curve = policy.curve().orElseThrow();
      rows.add(
          List.of(
              Cell.of(policy.name()),
              Cell.of((long) curve.accuracies().size()),
              Cell.of(curve.start(), DECIMALS),
              Cell.of(curve.end(), DECIMALS)));
    }
    return new PageTable(
        "objective-values",
        "Learning",
        "Accuracy in the beginning and in the end",
        "",
        List.of(
            PageColumn.text("policy", "Policy"),
            PageColumn.number("episodes", "episodes", ""),
            PageColumn.number("first_accuracy", "first 50", ""),
            PageColumn.number("last_accuracy", "last 500", "")),
        rows,
        List.of());
  }

  static PageTable transfers(List<Transfer> transfers) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Transfer each : transfers) {
      rows.add(
          List.of(
              Cell.of(each.policy().name()),
              Cell.of(each.policy().beganWith().orElseThrow()),
              Cell.of(each.fromScratch().name()),
              Cell.of(each.jumpStart(), DECIMALS),
              Cell.of(each.endGain(), DECIMALS)));
    }
    return new PageTable(
        "transfer-values",
        "Transfer",
        "Accuracy above learning from scratch",
        "",
        List.of(
            PageColumn.text("policy", "Policy"),
            PageColumn.text("began_with", "began with"),
            PageColumn.text("from_scratch", "from scratch"),
            PageColumn.number("jump_start", "jump start", ""),
            PageColumn.number("end_gain", "in the end", "")),
        rows,
        List.of("Jump start: first 50 episodes. In the end: last 500."));
  }
}
