package org.limpid.plots.cluster;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Panels;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.Outcome;
import org.limpid.plots.figure.Size;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Durations;
import org.limpid.results.table.Numbers;

/** The mean job completion time and queueing delay of groups of jobs, in bars. */
public final class TimesByGroup implements FigureSource {
  private static final int MOST_USERS = 10;
  private static final Size SIZE = Size.page(92);

  private final String name;
  private final String description;
  private final String title;
  private final String axis;
  private final String selection;
  private final boolean counted;
  private final Function<JobTable, JobGroups> grouping;

  private TimesByGroup(
      String name,
      String description,
      String title,
      String axis,
      String selection,
      boolean counted,
      Function<JobTable, JobGroups> grouping) {
    this.name = name;
    this.description = description;
    this.title = title;
    this.axis = axis;
    this.selection = selection;
    this.counted = counted;
    this.grouping = grouping;
  }

  /** Groups by the number of GPUs that jobs ask for. */
  public static FigureSource bySize() {
    return new TimesByGroup(
        "times-by-size",
        "mean job completion time and queueing delay by number of GPUs",
        "Job completion time and queueing delay by size",
        "GPUs of the job (number of jobs)",
        "",
        true,
        JobGroups::bySize);
  }

  /** Groups by user; those whose jobs need most GPU time. */
  public static FigureSource byUser() {
    return new TimesByGroup(
        "times-by-user",
        "mean job completion time and queueing delay of the users with most GPU time",
        "Job completion time and queueing delay by user",
        "User",
        " Users are those whose jobs need most GPU time (duration times GPUs), the first to the"
            + " left.",
        false,
        jobs -> JobGroups.byUser(jobs, MOST_USERS));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.RUN);
  }

  @Override
  public Outcome figures(Inputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    List<String> policies = options.policiesOf(run);
    JobTable first = run.jobs(policies.getFirst());
    if (first.size() == 0) {
      return new Outcome.Absent("the run has no jobs");
    }
    JobGroups groups = grouping.apply(first);
    double[][] jcts = new double[policies.size()][];
    double[][] queues = new double[policies.size()][];
    for (int i = 0; i < jcts.length; i++) {
      JobTable jobs = run.jobs(policies.get(i));
      jcts[i] = groups.means(jobs.size(), jobs::jctSeconds);
      queues[i] = groups.means(jobs.size(), jobs::queueSeconds);
    }
    GroupedBars jct = new GroupedBars(policies, jcts);
    GroupedBars queue = new GroupedBars(policies, queues);
    return Outcome.of(figure(groups.names(), labels(groups, first), jct, queue));
  }

  /** Names, perhaps with the number of jobs. */
  private List<String> labels(JobGroups groups, JobTable jobs) {
    if (!counted) {
      return groups.names();
    }
    long[] counts = groups.counts(jobs.size());
    return IntStream.range(0, counts.length)
        .mapToObj(i -> "%s (%s)".formatted(groups.names().get(i), Numbers.whole(counts[i])))
        .toList();
  }

  private Figure figure(
      List<String> names, List<String> labels, GroupedBars jct, GroupedBars queue) {
    Axis x = Axis.of(axis, Scales.names(labels));
    Chart above =
        Chart.of(
            x.unlabelled(),
            Axis.of("Mean JCT", Scales.durationFromZero(jct.largest())),
            theme -> jct.layers(theme, true));
    Chart below =
        Chart.of(
            x,
            Axis.of("Mean queueing delay", Scales.durationFromZero(queue.largest())),
            theme -> queue.layers(theme, false));
    String caption = longest(names, jct) + selection;
    return new Figure(
        name,
        title,
        caption,
        "Grouped bars of the mean job completion time above those of the mean queueing delay, a bar"
            + " per policy. "
            + caption,
        SIZE,
        new Panels(List.of(above, below), List.of(1.0, 1.12)));
  }

  private static String longest(List<String> names, GroupedBars jct) {
    int policy = 0;
    int group = 0;
    double[][] values = jct.values();
    for (int p = 0; p < values.length; p++) {
      for (int i = 0; i < names.size(); i++) {
        if (values[p][i] > values[policy][group]) {
          policy = p;
          group = i;
        }
      }
    }
    int best = 0;
    for (int p = 0; p < values.length; p++) {
      best = values[p][group] < values[best][group] ? p : best;
    }
    String worst =
        "Mean JCT is longest for %s under %s, %s"
            .formatted(
                names.get(group),
                jct.policies().get(policy),
                Durations.text(values[policy][group]));
    return best == policy
        ? worst + "."
        : "%s; under %s it is %s."
            .formatted(worst, jct.policies().get(best), Durations.text(values[best][group]));
  }
}
