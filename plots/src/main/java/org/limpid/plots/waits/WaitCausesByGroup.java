package org.limpid.plots.waits;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.LegendAbove;
import org.limpid.plots.chart.Panels;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.chart.Tiles;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.Outcome;
import org.limpid.plots.figure.Size;
import org.limpid.results.JobTable;
import org.limpid.results.table.Durations;
import org.limpid.results.table.Numbers;
import org.limpid.simulation.waiting.WaitCause;

/**
 * The mean wait of groups of jobs by cause in stacked bars, a panel with its own axis per policy.
 */
public final class WaitCausesByGroup implements FigureSource {
  private static final int MOST_CLUSTERS = 30;
  private static final String AXIS = "Mean wait";

  private final Kind kind;
  private final Function<JobTable, JobGroups> grouping;

  private WaitCausesByGroup(Kind kind, Function<JobTable, JobGroups> grouping) {
    this.kind = kind;
    this.grouping = grouping;
  }

  /**
   * What differs between the groupings.
   *
   * @param name of the figure
   * @param group what a group is, in sentences
   * @param axis title of the axis of groups
   * @param in how a group is told
   * @param above whether panels stand above each other, else in tiles
   * @param mostPanels how many there are at most
   */
  private record Kind(
      String name, String group, String axis, String in, boolean above, int mostPanels) {}

  /** Groups by virtual cluster. */
  public static FigureSource byVirtualCluster() {
    return new WaitCausesByGroup(
        new Kind("wait-causes-vc", "virtual cluster", "Virtual cluster", "in %s", true, 8),
        jobs -> JobGroups.byVirtualCluster(jobs, MOST_CLUSTERS));
  }

  /** Groups by the number of GPUs that jobs ask for. */
  public static FigureSource bySize() {
    return new WaitCausesByGroup(
        new Kind("wait-causes-size", "size", "GPUs of the job", "at size %s", false, 9),
        JobGroups::bySize);
  }

  @Override
  public String name() {
    return kind.name;
  }

  @Override
  public String description() {
    return "why jobs wait: mean wait by cause for each %s, a panel per policy"
        .formatted(kind.group);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.WAITS);
  }

  @Override
  public Outcome figures(Inputs inputs, FigureOptions options) {
    List<GroupWaits> all = PolicyWaits.waiting(inputs, options, grouping);
    return all.isEmpty()
        ? new Outcome.Absent(PolicyWaits.NO_JOB_WAITS)
        : Outcome.of(figure(all.stream().limit(kind.mostPanels).toList(), all.size()));
  }

  private Figure figure(List<GroupWaits> policies, int policyCount) {
    List<WaitCause> causes = GroupWaits.causes(policies);
    String caption = longest(policies) + leftOut(policies.size(), policyCount);
    return new Figure(
        kind.name,
        "Why jobs wait, by " + kind.group,
        caption,
        "A panel per policy of stacked bars, the mean wait by cause for each %s. %s"
            .formatted(kind.group, caption),
        size(policies.size()),
        new LegendAbove(
            theme -> CauseBars.legend(causes, theme),
            kind.above ? panels(policies) : tiles(policies)));
  }

  private static int columns(int panels) {
    return panels <= 4 ? Math.min(2, panels) : 3;
  }

  private Size size(int panels) {
    if (panels == 1) {
      return kind.above ? Size.page(66) : Size.column(66);
    }
    return kind.above
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
    return Axis.of(kind.axis, Scales.names(waits.groups()));
  }

  private static Chart chart(GroupWaits waits, Axis names, boolean labelled) {
    return Chart.of(
            labelled ? names : names.unlabelled(),
            Axis.of(AXIS, Scales.durationFromZero(waits.longestMean())),
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
            kind.in.formatted(worst.groups().get(group)),
            worst.policy(),
            Durations.text(worst.mean(group)),
            Numbers.percent(worst.share(group, cause)),
            cause.words());
  }

  private static String leftOut(int shown, int policies) {
    return shown == policies
        ? ""
        : " The first %s of %s policies are shown."
            .formatted(Numbers.whole(shown), Numbers.whole(policies));
  }
}
