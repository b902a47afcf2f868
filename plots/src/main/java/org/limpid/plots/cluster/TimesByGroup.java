package org.limpid.plots.cluster;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.limpid.files.Words;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Panels;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.About;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.ShownPolicies;
import org.limpid.plots.figure.Size;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Numbers;

/**
 * The mean job completion time and queueing delay of groups of jobs, in bars.
 *
 * @param selection which groups are shown, a sentence after a blank; may be empty
 * @param counted whether the number of jobs stands beside the name of a group
 */
public record TimesByGroup(
    About about,
    String title,
    String axis,
    String selection,
    boolean counted,
    Function<JobTable, JobGroups> grouping)
    implements Exhibit {
  private static final int MOST_USERS = 10;
  private static final Size SIZE = Size.page(92);

  public static final Exhibit BY_SIZE =
      new TimesByGroup(
          About.figure(
              "times-by-size",
              "mean job completion time and queueing delay by number of GPUs",
              Chapter.CLUSTER),
          "Job completion time and queueing delay by size",
          "GPUs of the job (number of jobs)",
          "",
          true,
          JobGroups::bySize);

  /** Groups by user; those whose jobs need most GPU time. */
  public static final Exhibit BY_USER =
      new TimesByGroup(
          About.figure(
              "times-by-user",
              "mean job completion time and queueing delay of the users with most GPU time",
              Chapter.CLUSTER),
          "Job completion time and queueing delay by user",
          "User",
          " Users are those whose jobs need most GPU time (duration times GPUs), the first to the"
              + " left.",
          false,
          jobs -> JobGroups.byUser(jobs, MOST_USERS));

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    ShownPolicies shown = ShownPolicies.of(run, options);
    List<String> policies = shown.policies();
    JobTable first = run.jobs(policies.getFirst());
    if (first.size() == 0) {
      return new Made.Nothing("the run has no jobs");
    }
    JobGroups groups = grouping.apply(first);
    GroupedBars jct = GroupedBars.of(run, policies, groups, jobs -> jobs::jctSeconds);
    GroupedBars queue = GroupedBars.of(run, policies, groups, jobs -> jobs::queueSeconds);
    return Made.of(figure(groups.names(), labels(groups, first), jct, queue, shown.note()));
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
      List<String> names, List<String> labels, GroupedBars jct, GroupedBars queue, String note) {
    Axis x = Axis.of(axis, Scales.names(labels));
    Chart above =
        Chart.of(
            x.unlabelled(),
            Axis.of(jct.title("Mean JCT"), jct.scale()),
            theme -> jct.layers(theme, true));
    Chart below =
        Chart.of(
            x,
            Axis.of(queue.title("Mean queueing delay"), queue.scale()),
            theme -> queue.layers(theme, false));
    String caption = longest(names, jct) + selection + note;
    return new Figure(
        name(),
        title,
        caption,
        "Grouped bars of the mean job completion time above those of the mean queueing delay, a bar"
            + " per policy. "
            + caption,
        SIZE,
        new Panels(List.of(above, below), List.of(1.0, 1.12)));
  }

  private static String longest(List<String> names, GroupedBars jct) {
    GroupedBars.Place most = jct.most();
    GroupedBars.Place best = jct.least(most.group());
    String worst =
        "Mean JCT is longest for %s under %s, %s"
            .formatted(names.get(most.group()), most.policy(), Words.roughly(most.value()));
    return best.equals(most)
        ? worst + "."
        : "%s; under %s it is %s.".formatted(worst, best.policy(), Words.roughly(best.value()));
  }
}
