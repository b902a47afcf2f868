package org.limpid.plots.waits;

import java.util.List;
import java.util.stream.Collectors;
import org.limpid.files.Words;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.LegendAbove;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.chart.Tiles;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.ShownPolicies;
import org.limpid.plots.figure.Size;
import org.limpid.results.table.Numbers;
import org.limpid.simulation.waiting.WaitCause;

/** The mean wait by cause, a stacked bar per policy, beside the shares of the causes. */
public final class WaitCauses implements Exhibit {
  private static final double HEIGHT_PER_POLICY = 6;

  @Override
  public About about() {
    return About.figure(
        "wait-causes", "why jobs wait: mean wait by cause, a bar per policy", Chapter.WAITS);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    List<GroupWaits> all = GroupWaits.waiting(inputs, options, _ -> JobGroups.all());
    List<String> bestFirst = ShownPolicies.bestFirst(GroupWaits.policies(all), inputs.run());
    return all.isEmpty()
        ? new Made.Nothing(GroupWaits.NO_JOB_WAITS)
        : Made.of(figure(GroupWaits.ordered(bestFirst, all)));
  }

  private Figure figure(List<GroupWaits> policies) {
    List<GroupWaits> upwards = policies.reversed();
    List<WaitCause> causes = GroupWaits.causes(policies);
    Tiles charts = new Tiles(List.of(means(upwards), shares(upwards)), 2, "");
    return new Figure(
        name(),
        "Why jobs wait",
        caption(policies),
        "Two stacked bars per policy, of the mean wait by cause, and of the shares of the causes. "
            + caption(policies),
        Size.page(25 + HEIGHT_PER_POLICY * policies.size()),
        new LegendAbove(theme -> CauseLook.legend(causes, theme), charts));
  }

  private static Axis names(List<GroupWaits> upwards) {
    return Axis.of("", Scales.names(GroupWaits.policies(upwards)));
  }

  private static Chart means(List<GroupWaits> upwards) {
    double longest = upwards.stream().mapToDouble(GroupWaits::longestMean).max().orElse(0);
    return Chart.of(
        Axis.of("Mean wait per job", Scales.durationFromZero(longest)),
        names(upwards),
        theme ->
            List.of(
                CauseBars.level(
                    upwards.size(), (i, cause) -> upwards.get(i).mean(0, cause), theme)));
  }

  private static Chart shares(List<GroupWaits> upwards) {
    return Chart.of(
        Axis.of("Share of the wait", Scales.percent(0, 1)),
        names(upwards).unlabelled(),
        theme ->
            List.of(
                CauseBars.level(
                    upwards.size(), (i, cause) -> upwards.get(i).share(0, cause), theme)));
  }

  private static String caption(List<GroupWaits> policies) {
    return policies.stream()
        .map(waits ->
            "%s %s, %s %s"
                .formatted(
                    waits.policy(),
                    Words.roughly(waits.mean(0)),
                    Numbers.percent(waits.share(0, waits.mainCause(0))),
                    waits.mainCause(0).words()))
        .collect(Collectors.joining("; ", "Mean wait and its largest cause: ", "."));
  }
}
