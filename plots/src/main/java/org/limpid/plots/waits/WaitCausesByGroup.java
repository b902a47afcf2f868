package org.limpid.plots.waits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.limpid.files.Words;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.LegendAbove;
import org.limpid.plots.chart.Panels;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.chart.Tiles;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.About;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.ShownPolicies;
import org.limpid.plots.figure.Size;
import org.limpid.results.JobTable;
import org.limpid.results.table.Numbers;
import org.limpid.simulation.waiting.WaitCause;

/**
 * The mean wait of groups of jobs by cause in stacked bars, a panel with its own axis per policy.
 *
 * @param group what a group is, in sentences
 * @param in how a group is told
 * @param above whether panels stand above each other, else in tiles
 */
public record WaitCausesByGroup(
    About about,
    String group,
    String axis,
    String in,
    boolean above,
    Function<JobTable, JobGroups> grouping)
    implements Exhibit {
  private static final int MOST_CLUSTERS = 30;

  public static final Exhibit BY_VIRTUAL_CLUSTER =
      new WaitCausesByGroup(
          about("wait-causes-vc", "virtual cluster"),
          "virtual cluster",
          "Virtual cluster",
          "in %s",
          true,
          jobs -> JobGroups.byVirtualCluster(jobs, MOST_CLUSTERS));

  /** Groups by the number of GPUs that jobs ask for. */
  public static final Exhibit BY_SIZE =
      new WaitCausesByGroup(
          about("wait-causes-size", "size"),
          "size",
          "GPUs of the job",
          "at size %s",
          false,
          JobGroups::bySize);

  private static About about(String name, String group) {
    return About.figure(
        name,
        "why jobs wait: mean wait by cause for each %s, a panel per policy".formatted(group),
        Chapter.WAITS);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    List<GroupWaits> all = GroupWaits.waiting(inputs, options, grouping);
    ShownPolicies shown = ShownPolicies.among(GroupWaits.policies(all), inputs.run(), options);
    return all.isEmpty()
        ? new Made.Nothing(GroupWaits.NO_JOB_WAITS)
        : Made.of(figure(GroupWaits.ordered(shown.policies(), all), shown.note()));
  }

  private Figure figure(List<GroupWaits> policies, String note) {
    List<WaitCause> causes = GroupWaits.causes(policies);
    String caption = longest(policies) + note;
    return new Figure(
        name(),
        "Why jobs wait, by " + group,
        caption,
        "A panel per policy of stacked bars, the mean wait by cause for each %s. %s"
            .formatted(group, caption),
        size(policies.size()),
        new LegendAbove(
            theme -> CauseLook.legend(causes, theme), above ? panels(policies) : tiles(policies)));
  }

  private static int columns(int panels) {
    return panels <= 4 ? Math.min(2, panels) : 3;
  }

  private Size size(int panels) {
    if (panels == 1) {
      return above ? Size.page(66) : Size.column(66);
    }
    return above
        ? Size.page(18 + 21.0 * panels)
        : Size.page(10 + 42.0 * Math.ceilDiv(panels, columns(panels)));
  }

  private Drawing panels(List<GroupWaits> policies) {
    List<Chart> charts = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (GroupWaits waits : policies) {
      boolean last = charts.size() == policies.size() - 1;
      charts.add(chart(waits, names(waits), last));
      shares.add(last ? 1.5 : 1.0);
    }
    return new Panels(charts, shares);
  }

  private Drawing tiles(List<GroupWaits> policies) {
    List<Drawing> charts = new ArrayList<>();
    policies.forEach(waits -> charts.add(chart(waits, names(waits), true)));
    return new Tiles(charts, columns(policies.size()), "");
  }

  private Axis names(GroupWaits waits) {
    return Axis.of(axis, Scales.names(waits.groups()));
  }

  private static Chart chart(GroupWaits waits, Axis names, boolean labelled) {
    return Chart.of(
            labelled ? names : names.unlabelled(),
            Axis.of("Mean wait", Scales.durationFromZero(waits.longestMean())),
            theme -> List.of(CauseBars.upright(waits.groups().size(), waits::mean, theme)))
        .headed(waits.policy());
  }

  /** The group whose jobs wait longest under the policy under which they do. */
  private String longest(List<GroupWaits> policies) {
    GroupWaits worst = policies.getFirst();
    for (GroupWaits waits : policies) {
      worst = waits.longestMean() > worst.longestMean() ? waits : worst;
    }
    int group = 0;
    for (int i = 0; i < worst.groups().size(); i++) {
      group = worst.mean(i) > worst.mean(group) ? i : group;
    }
    WaitCause cause = worst.mainCause(group);
    String axes = policies.size() > 1 ? "Each panel has its own axis. " : "";
    return "%sJobs wait longest %s under %s, %s on average, %s of it %s."
        .formatted(
            axes,
            in.formatted(worst.groups().get(group)),
            worst.policy(),
            Words.roughly(worst.mean(group)),
            Numbers.percent(worst.share(group, cause)),
            cause.words());
  }
}
