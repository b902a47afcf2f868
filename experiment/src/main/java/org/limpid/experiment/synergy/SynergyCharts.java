package org.limpid.experiment.synergy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.experiment.synergy.SynergyChart.Line;
import org.limpid.experiment.synergy.SynergyChart.Measure;
import org.limpid.experiment.synergy.SynergyChart.Panel;
import org.limpid.experiment.synergy.SynergyFigure.Plan;
import org.limpid.experiment.synergy.SynergyFigure.Step;
import org.limpid.reference.synergy.CompletionTimes;
import org.limpid.reference.synergy.SynergyAllocation;

/** Makes the numbers of figures from runs. */
final class SynergyCharts {
  private static final double SECONDS_PER_HOUR = 3600;

  private final SynergyInput input;
  private final Map<SynergyPoint, SynergyRun> runs;

  SynergyCharts(SynergyInput input, Map<SynergyPoint, SynergyRun> runs) {
    this.input = input;
    this.runs = runs;
  }

  /** The runs that a figure needs. */
  static List<SynergyPoint> points(SynergyFigure figure, SynergyInput input) {
    List<SynergyPoint> points = new ArrayList<>();
    for (Plan plan : input.panels(figure)) {
      for (SynergyAllocation allocation : plan.allocations()) {
        plan.steps().forEach(step -> points.add(step.point().with(allocation)));
      }
    }
    return points;
  }

  SynergyChart chart(SynergyFigure figure) {
    return new SynergyChart(
        "figure-" + figure.place(),
        figure.inPaper(),
        figure.title(input.hasLogFor(figure)),
        figure.xTitle(),
        figure.measure(),
        input.panels(figure).stream().map(plan -> panel(figure, plan)).toList(),
        notes(figure, input.hasLogFor(figure)));
  }

  private Panel panel(SynergyFigure figure, Plan plan) {
    return new Panel(
        plan.title(),
        plan.allocations().stream()
            .map(allocation ->
                figure.measure() == Measure.SHARE_OF_JOBS
                    ? distribution(plan, allocation)
                    : means(plan, allocation))
            .toList());
  }

  private Line means(Plan plan, SynergyAllocation allocation) {
    double[] means = each(plan, allocation, false);
    return new Line(
        allocation,
        plan.steps().stream().mapToDouble(Step::x).toArray(),
        means,
        means,
        each(plan, allocation, true));
  }

  private double[] each(Plan plan, SynergyAllocation allocation, boolean published) {
    return plan.steps().stream()
        .map(step -> step.point().with(allocation))
        .mapToDouble(point ->
            published
                ? SynergyHeadline.published(point).map(CompletionTimes::mean).orElse(Double.NaN)
                : runs.get(point).times().mean())
        .toArray();
  }

  /** The share of jobs that took at most so many seconds. */
  private Line distribution(Plan plan, SynergyAllocation allocation) {
    double[] hours = runs.get(plan.steps().getFirst().point().with(allocation)).hours();
    double[] shares = new double[hours.length];
    Arrays.setAll(shares, i -> (i + 1.0) / shares.length);
    return new Line(
        allocation,
        Arrays.stream(hours).map(each -> each * SECONDS_PER_HOUR).toArray(),
        shares,
        each(plan, allocation, false),
        each(plan, allocation, true));
  }

  private static List<String> notes(SynergyFigure figure, boolean hasLog) {
    List<String> notes = new ArrayList<>();
    notes.add(
        hasLog
            ? ofLog(figure)
            : "Draws: arrivals, durations and models by seed, as the artifact draws them.");
    lacking(figure).filter(_ -> !hasLog).ifPresent(notes::add);
    switch (figure) {
      case FIGURE_1, FIGURE_6, FIGURE_7, FIGURE_8, FIGURE_9 -> {}
      case RATIO ->
          notes.add(
              "Models have the artifact's profiles for each ratio; jobs keep their durations at the"
                  + " fair share.");
      case FIGURE_12 -> notes.add("Greedy: a job waits until it gets all that it wants.");
    }
    if (figure == SynergyFigure.FIGURE_7 || figure == SynergyFigure.FIGURE_8) {
      notes.add("FTF serves those first who are treated best, as the artifact does.");
    }
    return notes;
  }

  private static String ofLog(SynergyFigure figure) {
    return figure == SynergyFigure.FIGURE_6
        ? "Arrivals, durations and GPUs of Philly's log; models as the artifact gives them."
        : "Number of jobs and GPUs of Philly's log; arrivals, durations and models by seed, as the"
            + " artifact draws them.";
  }

  /** What the paper has of a log that is drawn here. */
  private static Optional<String> lacking(SynergyFigure figure) {
    return switch (figure) {
      case FIGURE_1, FIGURE_7 ->
          Optional.of(
              "In the artifact Philly's log says how many GPUs jobs have; here 70 of 100 have one,"
                  + " 10 two, 15 four, 5 eight.");
      case FIGURE_6 ->
          Optional.of(
              "The paper has arrivals, durations and sizes of Philly's log; here all are drawn, so"
                  + " compare shapes, not times.");
      case FIGURE_8, FIGURE_9, RATIO, FIGURE_12 -> Optional.empty();
    };
  }
}
