package org.limpid.experiment.tune;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.experiment.simulate.ReplicaTables;
import org.limpid.experiment.simulate.SystemSettings;
import org.limpid.experiment.simulate.TableText;
import org.limpid.experiment.tune.CoordinateSearch.Result;
import org.limpid.experiment.tune.CoordinateSearch.Step;
import org.limpid.simulation.metrics.PairedDifference;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tools.jackson.databind.json.JsonMapper;

/** What was tried, what was chosen, and why. */
public final class TuneReport {
  private static final String SHARES_MORE =
      "Pairs of workloads that were never measured run at full speed in the simulation, which"
          + " flatters more sharing.\n";

  private final Path out;
  private final String until;
  private final Figure goal;
  private final int copies;
  private final Result search;
  private final HeldOut heldOut;
  private final List<String> notices;

  /**
   * The weeks that the search did not see.
   *
   * @param start the settings of the start
   * @param found the settings that were found
   */
  record HeldOut(Trial start, Trial found) {}

  TuneReport(
      Path out,
      String until,
      Figure goal,
      int copies,
      Result search,
      HeldOut heldOut,
      List<String> notices) {
    this.out = out;
    this.until = until;
    this.goal = goal;
    this.copies = copies;
    this.search = search;
    this.heldOut = heldOut;
    this.notices = List.copyOf(notices);
  }

  /** Where the predictions come from, one sentence each. */
  public List<String> notices() {
    return notices;
  }

  /** What the weeks that were held out say. */
  public Verdict verdict() {
    if (search.best() == search.start()) {
      return Verdict.NOTHING_FOUND;
    }
    if (heldOut.found().isBetterThan(heldOut.start(), goal)) {
      return Verdict.CONFIRMED;
    }
    boolean worse =
        !heldOut.found().succeeded() || heldOut.start().isBetterThan(heldOut.found(), goal);
    return worse ? Verdict.REFUTED : Verdict.NOT_CONFIRMED;
  }

  /** The settings to use: those found, unless the weeks held out say that they are worse. */
  public SystemSettings chosen() {
    return verdict() == Verdict.REFUTED ? search.start().settings() : search.best().settings();
  }

  /** One row for everything that was tried on the past weeks, in order. */
  Table tried() {
    Table table = Table.create("tried", LongColumn.create("try"));
    for (String name : search.start().settings().toMap().keySet()) {
      table.addColumns(StringColumn.create(name));
    }
    for (String name :
        List.of("jct_mean", "queue_mean", "queue_p999", "difference", "low", "high")) {
      table.addColumns(DoubleColumn.create(name));
    }
    table.addColumns(StringColumn.create("noise"), StringColumn.create("problem"));
    for (int number = 0; number < search.tried().size(); number++) {
      table.longColumn(0).append(number + 1);
      append(table, search.tried().get(number));
    }
    return table;
  }

  private void append(Table table, Trial trial) {
    trial
        .settings()
        .toMap()
        .forEach((name, value) ->
            table.stringColumn(name).append(value == null ? "" : value.toString()));
    table.doubleColumn("jct_mean").append(trial.mean(Figure.JCT));
    table.doubleColumn("queue_mean").append(trial.mean(Figure.QUEUE));
    table.doubleColumn("queue_p999").append(trial.mean(Figure.QUEUE_P999));
    PairedDifference difference =
        trial.succeeded()
            ? trial.difference(search.start(), goal)
            : new PairedDifference(0, Double.NaN, Double.NaN);
    table.doubleColumn("difference").append(difference.mean());
    table.doubleColumn("low").append(difference.low());
    table.doubleColumn("high").append(difference.high());
    String noise = difference.isWithinNoise() ? "1" : "0";
    table.stringColumn("noise").append(trial.succeeded() ? noise : "");
    table.stringColumn("problem").append(trial.problem());
  }

  /** The report for people. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        "Goal: a small %s. %d settings tried on submissions before %s, each on %d copies.\n\n"
            .formatted(name(goal), search.tried().size(), until, copies));
    for (Step step : search.steps()) {
      text.append(
          "%s %s %d instead of %d: %s\n"
              .formatted(
                  step.knob().label(),
                  step.isBack() ? "back to" : "of",
                  step.after(),
                  step.before(),
                  text(step.difference())));
    }
    text.append(search.steps().isEmpty() ? "" : "\n").append(TableText.aligned(summary()));
    if (verdict() != Verdict.NOTHING_FOUND) {
      text.append("\nPast weeks: ").append(text(search.best().difference(search.start(), goal)));
      if (heldOut.found().succeeded()) {
        text.append("\nHeld out: ").append(text(heldOut.found().difference(heldOut.start(), goal)));
      }
      text.append('\n');
    }
    text.append('\n').append(verdict().sentence()).append('\n');
    return text.append(sharesMore() ? SHARES_MORE : "").toString();
  }

  private boolean sharesMore() {
    return chosen().sharingLimit().getAsInt() > search.start().settings().sharingLimit().getAsInt();
  }

  private static String name(Figure goal) {
    return switch (goal) {
      case JCT -> "mean JCT";
      case QUEUE -> "mean queueing delay";
      case QUEUE_P999 -> "99.9 % quantile of the queueing delay";
    };
  }

  private static String text(PairedDifference difference) {
    return String.format(
        Locale.ROOT,
        "%+,.1f s (95 %%: %+,.1f..%+,.1f)",
        difference.mean(),
        difference.low(),
        difference.high());
  }

  private Table summary() {
    Table table = Table.create("settings", StringColumn.create("settings"));
    Map<String, Integer> start = search.start().settings().toMap();
    start.keySet().forEach(name -> table.addColumns(StringColumn.create(name)));
    table.addColumns(DoubleColumn.create("past weeks s"), DoubleColumn.create("weeks held out s"));
    row(table, "start", search.start(), heldOut.start());
    row(table, "found", search.best(), heldOut.found());
    return table;
  }

  private void row(Table table, String name, Trial past, Trial later) {
    table.stringColumn(0).append(name);
    past.settings()
        .toMap()
        .forEach((knob, value) ->
            table.stringColumn(knob).append(value == null ? "-" : value.toString()));
    table.doubleColumn("past weeks s").append(past.mean(goal));
    table.doubleColumn("weeks held out s").append(later.mean(goal));
  }

  /** All of it but what was tried, as JSON. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("out", out.toString());
    report.put("goal", goal.label());
    report.put("until", until);
    report.put("replicas", copies);
    report.put("tried", search.tried().size());
    report.put("steps", search.steps().stream().map(TuneReport::json).toList());
    report.put("start", search.start().settings().toMap());
    report.put("found", search.best().settings().toMap());
    report.put("chosen", chosen().toMap());
    report.put("verdict", verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    report.put("pastWeeks", json(search.start(), search.best()));
    report.put("heldOut", json(heldOut.start(), heldOut.found()));
    if (!notices.isEmpty()) {
      report.put("predictions", notices);
    }
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private static Map<String, Object> json(Step step) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("setting", step.knob().label());
    map.put("before", step.before());
    map.put("after", step.after());
    map.put("isBack", step.isBack());
    map.put("difference", ReplicaTables.difference(step.difference()));
    return map;
  }

  private Map<String, Object> json(Trial start, Trial found) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("start", start.mean(goal));
    if (found.succeeded()) {
      map.put("found", found.mean(goal));
      map.put("difference", ReplicaTables.difference(found.difference(start, goal)));
    }
    return map;
  }
}
