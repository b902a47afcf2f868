package org.limpid.plots.paper;

import java.util.List;
import org.limpid.files.Words;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.cluster.GroupedBars;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.ShownPolicies;
import org.limpid.plots.figure.Size;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Numbers;

/** The mean queueing delay in each virtual cluster, in groups of bars. */
public final class QueueByVirtualCluster implements Exhibit {
  private static final int MOST_CLUSTERS = 24;
  private static final Size SIZE = Size.page(62);

  @Override
  public About about() {
    return About.figure(
            "queue-by-vc", "mean queueing delay in each virtual cluster", Chapter.POLICIES)
        .inPaper("Figure 9");
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    ShownPolicies shown = ShownPolicies.of(run, options);
    JobGroups clusters =
        JobGroups.byVirtualCluster(run.jobs(shown.policies().getFirst()), MOST_CLUSTERS);
    return clusters.names().isEmpty()
        ? new Made.Nothing("the run has no jobs")
        : Made.of(
            figure(
                clusters.names(),
                GroupedBars.of(run, shown.policies(), clusters, jobs -> jobs::queueSeconds),
                shown.note()));
  }

  private Figure figure(List<String> clusters, GroupedBars delays, String note) {
    String sentence = sentence(clusters, delays) + note;
    return new Figure(
        name(),
        "Mean queueing delay per virtual cluster",
        sentence,
        "Grouped bars of the mean queueing delay, a group per virtual cluster, a bar per policy. "
            + sentence,
        SIZE,
        Chart.of(
            Axis.of("Virtual cluster", Scales.names(clusters)),
            Axis.of(delays.title("Mean queueing delay"), delays.scale()),
            theme -> delays.layers(theme, true)));
  }

  /** The longest delay, and how it is under the policy that serves that virtual cluster best. */
  private static String sentence(List<String> clusters, GroupedBars delays) {
    GroupedBars.Place most = delays.most();
    if (most.value() == 0) {
      return "No job waits.";
    }
    GroupedBars.Place best = delays.least(most.group());
    String longest =
        "Jobs wait longest in %s under %s, %s on average"
            .formatted(clusters.get(most.group()), most.policy(), Words.roughly(most.value()));
    String others =
        delays.policies().size() == 1
            ? "."
            : "; under %s %s.".formatted(best.policy(), Words.roughly(best.value()));
    String shown =
        clusters.size() < MOST_CLUSTERS
            ? ""
            : " The %s virtual clusters with most jobs are shown."
                .formatted(Numbers.whole(clusters.size()));
    return longest + others + shown;
  }
}
