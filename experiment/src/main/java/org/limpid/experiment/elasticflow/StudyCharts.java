package org.limpid.experiment.elasticflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.experiment.elasticflow.BarChart.Measure;
import org.limpid.experiment.elasticflow.BarChart.Series;
import org.limpid.experiment.elasticflow.StepChart.Line;

/** Puts runs into the figures that they were made for. */
final class StudyCharts {
  private final ElasticFlowStudy.Request request;
  private final List<StudyRun> runs;

  StudyCharts(ElasticFlowStudy.Request request, List<StudyRun> runs) {
    this.request = request;
    this.runs = runs;
  }

  /** The policies that run for a figure: one may be needed to measure the others by. */
  static List<StudyPolicy> run(StudyFigure figure) {
    Stream<StudyPolicy> more =
        figure == StudyFigure.FIGURE_11B ? Stream.of(StudyPolicy.GANDIVA) : Stream.of();
    return Stream.concat(figure.policies().stream(), more)
        .filter(policy -> policy.policyName().isPresent())
        .toList();
  }

  List<StudyChart> charts() {
    return request.figures().stream().map(this::chart).filter(StudyCharts::hasOurs).toList();
  }

  private static boolean hasOurs(StudyChart chart) {
    return switch (chart) {
      case BarChart bars -> bars.series().stream().anyMatch(Series::hasOurs);
      case StepChart steps -> !steps.lines().isEmpty();
    };
  }

  private StudyChart chart(StudyFigure figure) {
    return figure == StudyFigure.FIGURE_10 ? steps(figure) : bars(figure);
  }

  private BarChart bars(StudyFigure figure) {
    List<Series> series = new ArrayList<>();
    for (StudyPolicy policy : figure.policies()) {
      double[] ours =
          cases(figure).stream().mapToDouble(each -> bar(figure, each, policy)).toArray();
      Series bars = new Series(policy, ours, figure.published(policy));
      if (bars.hasOurs() || bars.hasPublished()) {
        series.add(bars);
      }
    }
    return new BarChart(
        name(figure),
        place(figure),
        figure.title(),
        figure.groupTitle(),
        figure.groups(),
        figure == StudyFigure.FIGURE_11B ? Measure.SHORTER_THAN_GANDIVA : Measure.DEADLINES_KEPT,
        series,
        notes(figure));
  }

  private double bar(StudyFigure figure, StudyCase of, StudyPolicy policy) {
    Optional<StudyRun> run = find(of, policy);
    if (figure != StudyFigure.FIGURE_11B) {
      return run.map(StudyRun::deadlineRatio).orElse(Double.NaN);
    }
    double gandiva =
        find(of, StudyPolicy.GANDIVA).map(StudyRun::bestEffortJctSeconds).orElse(Double.NaN);
    return gandiva / run.map(StudyRun::bestEffortJctSeconds).orElse(Double.NaN);
  }

  private Optional<StudyRun> find(StudyCase of, StudyPolicy policy) {
    return runs.stream().filter(run -> run.of().equals(of) && run.policy() == policy).findFirst();
  }

  private StepChart steps(StudyFigure figure) {
    StudyCase of = cases(figure).getFirst();
    List<Line> lines =
        figure.policies().stream()
            .flatMap(policy -> find(of, policy).stream())
            .map(run ->
                new Line(run.policy(), run.efficiency().seconds(), run.efficiency().values()))
            .toList();
    return new StepChart(
        name(figure), place(figure), figure.title(), "Cluster efficiency", lines, notes(figure));
  }

  private List<StudyCase> cases(StudyFigure figure) {
    return figure.cases(request.artifact().isPresent());
  }

  private static String name(StudyFigure figure) {
    return "figure-" + figure.place();
  }

  private static String place(StudyFigure figure) {
    return "Figure " + figure.place();
  }

  private List<String> notes(StudyFigure figure) {
    List<String> notes = new ArrayList<>();
    boolean given = request.artifact().isPresent();
    if (!given) {
      notes.add(
          "Draws instead of the artifact's data: jobs of its generator on scaling curves that"
              + " Limpid generates.");
    }
    switch (figure) {
      case FIGURE_8A, FIGURE_8B -> {
        if (given) {
          notes.add("Jobs and throughput tables are those of the artifact; slots of 60 s.");
        }
      }
      case FIGURE_9 ->
          notes.add(
              "The artifact draws deadlines without a seed: bars can be near the published ones,"
                  + " not equal.");
      case FIGURE_11A, FIGURE_11B ->
          notes.add("The artifact draws deadlines, and who has none, without a seed.");
      case FIGURE_10 -> {
        if (given) {
          notes.add("These are the jobs of the artifact, number by number.");
        }
        notes.add(
            "Efficiency: sum over jobs of the speed-up over one GPU, per GPU of the cluster.");
      }
    }
    if (figure == StudyFigure.FIGURE_11B) {
      notes.add("Published for EDF are values from 0.05 to 0.1, which are not shown.");
    }
    return notes;
  }
}
