package org.limpid.experiment.tune;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.experiment.simulate.ReplicaTables;
import org.limpid.experiment.tune.CoordinateSearch.Result;
import org.limpid.experiment.tune.CoordinateSearch.Step;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.metrics.PairedDifference;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.Settings;
import tools.jackson.databind.json.JsonMapper;

/** What was tried, what was chosen, and why. */
public final class TuneReport {
  private final Path out;
  private final Policy policy;
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
      Policy policy,
      String until,
      Figure goal,
      int copies,
      Result search,
      HeldOut heldOut,
      List<String> notices) {
    this.out = out;
    this.policy = policy;
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
  public HeldOutVerdict verdict() {
    if (search.best() == search.start()) {
      return HeldOutVerdict.NOTHING_FOUND;
    }
    if (heldOut.found().isBetterThan(heldOut.start(), goal)) {
      return HeldOutVerdict.CONFIRMED;
    }
    boolean worse =
        !heldOut.found().succeeded() || heldOut.start().isBetterThan(heldOut.found(), goal);
    return worse ? HeldOutVerdict.REFUTED : HeldOutVerdict.NOT_CONFIRMED;
  }

  /** The settings to use: those found, unless the weeks held out say that they are worse. */
  public Settings chosen() {
    return verdict() == HeldOutVerdict.REFUTED
        ? search.start().settings()
        : search.best().settings();
  }

  /** One row for everything that was tried on the past weeks, in order. */
  ReportTable tried() {
    List<String> columns = new ArrayList<>(List.of("try"));
    columns.addAll(values(search.start()).keySet());
    columns.addAll(
        List.of(
            "jct_mean",
            "queue_mean",
            "queue_p999",
            "difference",
            "low",
            "high",
            "noise",
            "problem"));
    ReportTable table = new ReportTable("tried", columns);
    for (int number = 0; number < search.tried().size(); number++) {
      table.row(tried(number + 1, search.tried().get(number)));
    }
    return table;
  }

  private List<Object> tried(int number, Trial trial) {
    PairedDifference difference =
        trial.succeeded()
            ? trial.difference(search.start(), goal)
            : new PairedDifference(0, Double.NaN, Double.NaN);
    String noise = difference.isWithinNoise() ? "1" : "0";
    List<Object> row = new ArrayList<>(List.of(number));
    row.addAll(texts(trial, ""));
    row.add(trial.mean(Figure.JCT));
    row.add(trial.mean(Figure.QUEUE));
    row.add(trial.mean(Figure.QUEUE_P999));
    row.add(difference.mean());
    row.add(difference.low());
    row.add(difference.high());
    row.add(trial.succeeded() ? noise : "");
    row.add(trial.problem());
    return row;
  }

  /** The settings of a trial as texts, with one for those that were not chosen. */
  private List<String> texts(Trial trial, String unchosen) {
    return values(trial).values().stream().map(each -> Objects.toString(each, unchosen)).toList();
  }

  /** The report for people. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        "Goal: a small %s. %d settings tried on submissions before %s, each on %d copies.\n\n"
            .formatted(name(goal), search.tried().size(), until, copies));
    for (Step step : search.steps()) {
      text.append(
          "%s %s %s instead of %s: %s\n"
              .formatted(
                  step.setting().label(),
                  step.isBack() ? "back to" : "of",
                  step.after(),
                  step.before(),
                  text(step.difference())));
    }
    text.append(search.steps().isEmpty() ? "" : "\n").append(summary().aligned());
    if (verdict() != HeldOutVerdict.NOTHING_FOUND) {
      text.append("\nPast weeks: ").append(text(search.best().difference(search.start(), goal)));
      if (heldOut.found().succeeded()) {
        text.append("\nHeld out: ").append(text(heldOut.found().difference(heldOut.start(), goal)));
      }
      text.append('\n');
    }
    text.append('\n').append(verdict().sentence()).append('\n');
    String caution = policy.about().caution(search.start().settings(), chosen());
    return text.append(caution.isEmpty() ? "" : caution + "\n").toString();
  }

  private Map<String, Object> values(Trial trial) {
    return trial.settings().toMap(policy.about().tuned());
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

  private ReportTable summary() {
    List<String> columns = new ArrayList<>(List.of("settings"));
    columns.addAll(values(search.start()).keySet());
    columns.addAll(List.of("past weeks s", "weeks held out s"));
    return new ReportTable("settings", columns)
        .row(summary("start", search.start(), heldOut.start()))
        .row(summary("found", search.best(), heldOut.found()));
  }

  private List<Object> summary(String name, Trial past, Trial later) {
    List<Object> row = new ArrayList<>(List.of(name));
    row.addAll(texts(past, "-"));
    row.add(past.mean(goal));
    row.add(later.mean(goal));
    return row;
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
    report.put("start", values(search.start()));
    report.put("found", values(search.best()));
    report.put("chosen", chosen().toMap(policy.about().tuned()));
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
    map.put("setting", step.setting().label());
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

  /** What the weeks that were held out say of the settings that were found. */
  public enum HeldOutVerdict {
    /** Nothing was found. */
    NOTHING_FOUND(
        "No settings were better on the past weeks beyond the noise, so the settings stay as they"
            + " are."),
    /** They are better there, too. */
    CONFIRMED("On the weeks held out the settings found are better, too, beyond the noise."),
    /** The difference may be chance. */
    NOT_CONFIRMED(
        "On the weeks held out the settings found are no better and no worse than those of the"
            + " start within the noise."),
    /** They are worse there. */
    REFUTED(
        "On the weeks held out the settings found are worse than those of the start beyond the"
            + " noise, so the settings stay as they are.");

    private final String sentence;

    HeldOutVerdict(String sentence) {
      this.sentence = sentence;
    }

    /** For people. */
    public String sentence() {
      return sentence;
    }
  }
}
