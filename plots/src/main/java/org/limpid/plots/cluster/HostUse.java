package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.MinMaxThinning;
import org.limpid.plots.chart.Panels;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.ShownPolicies;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Dash;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.ClusterField;

/**
 * CPUs or memory of the nodes over time, a panel per policy: what running jobs want, what they
 * have, and what they make use of.
 */
public final class HostUse implements Exhibit {
  /** Logical processors. */
  public static final HostUse CPUS =
      new HostUse(
          "cpus-in-use",
          "CPUs",
          "CPUs",
          cpus -> cpus,
          ClusterField.CPUS,
          ClusterField.CPUS_DEMANDED,
          ClusterField.CPUS_ALLOCATED,
          ClusterField.CPUS_USED);

  /** Memory, in GB as demands are told. */
  public static final HostUse MEMORY =
      new HostUse(
          "memory-in-use",
          "Memory",
          "Memory (GB)",
          mib -> mib / 1024,
          ClusterField.HOST_MEMORY_MIB,
          ClusterField.HOST_MEMORY_DEMANDED_MIB,
          ClusterField.HOST_MEMORY_ALLOCATED_MIB,
          ClusterField.HOST_MEMORY_USED_MIB);

  private static final double FADE = 0.6;
  private static final double THIN = 0.7;
  private static final String NOTHING =
      "CPUs and memory were not allocated. Maybe simulate with --resources fair or tune";

  private final String exhibitName;
  private final String what;
  private final String label;
  private final DoubleUnaryOperator unit;
  private final ClusterField all;
  private final ClusterField wanted;
  private final ClusterField allocated;
  private final ClusterField used;

  private HostUse(
      String exhibitName,
      String what,
      String label,
      DoubleUnaryOperator unit,
      ClusterField all,
      ClusterField wanted,
      ClusterField allocated,
      ClusterField used) {
    this.exhibitName = exhibitName;
    this.what = what;
    this.label = label;
    this.unit = unit;
    this.all = all;
    this.wanted = wanted;
    this.allocated = allocated;
    this.used = used;
  }

  @Override
  public About about() {
    return About.figure(
        exhibitName,
        "wanted, allocated and used over time: " + what + " of nodes",
        Chapter.CLUSTER);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    OverTime over = OverTime.of(inputs.run(), options);
    List<String> counted = over.policies().stream().filter(each -> counts(over, each)).toList();
    return counted.isEmpty()
        ? new Made.Nothing(over.policies().isEmpty() ? OverTime.NOTHING : NOTHING)
        : Made.of(
            figure(
                new OverTime(
                    over.run(), new ShownPolicies(counted, over.shown().leftOut()), over.span())));
  }

  private boolean counts(OverTime over, String policy) {
    return !Double.isNaN(over.samples(policy).values(all)[0]);
  }

  private Figure figure(OverTime over) {
    List<Chart> panels = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < over.policies().size(); i++) {
      boolean last = i == over.policies().size() - 1;
      panels.add(panel(over, over.policies().get(i), last));
      shares.add(last ? 1.55 : 1.0);
    }
    String caption = caption(over);
    return new Figure(
        exhibitName,
        what + " in use",
        caption,
        "%s of nodes over time, a panel per policy. %s".formatted(what, caption),
        Size.page(16 + 24 * panels.size()),
        new Panels(panels, shares));
  }

  private Chart panel(OverTime over, String policy, boolean last) {
    ClusterSamples samples = over.samples(policy);
    double most = Math.max(largest(over, all), largest(over, wanted));
    boolean isFirst = policy.equals(over.policies().getFirst());
    Axis x = over.axis();
    return Chart.of(
            last ? x : x.unlabelled(),
            Axis.of(label, Scales.fromZero(most)),
            theme -> layers(samples, isFirst, theme))
        .headed(policy);
  }

  private double largest(OverTime over, ClusterField field) {
    return unit.applyAsDouble(over.largest(field));
  }

  private List<Layer> layers(ClusterSamples samples, boolean withLegend, Theme theme) {
    MinMaxThinning.Series busy = series(samples, used);
    double[] zeros = new double[busy.xs().length];
    SeriesStyle have = line(Hue.BLUE, Dash.SOLID, theme);
    SeriesStyle area = have.in(theme.faded(have.color(), FADE));
    SeriesStyle want = line(Hue.VERMILLION, Dash.SHORT, theme);
    List<Layer> layers = new ArrayList<>();
    layers.add(Layers.band(busy.xs(), zeros, busy.ys(), true, area.color()));
    if (withLegend) {
      layers.add(Layers.boxInLegend("used", area));
    }
    layers.add(steps(withLegend ? "allocated" : "", have, series(samples, allocated)));
    layers.add(steps(withLegend ? "wanted" : "", want, series(samples, wanted)));
    SeriesStyle limit = line(Hue.BLACK, Dash.SOLID, theme);
    layers.add(steps(withLegend ? "all" : "", limit, series(samples, all)));
    return layers;
  }

  private static SeriesStyle line(Hue hue, Dash dash, Theme theme) {
    return theme.style(hue, dash, Marker.SQUARE, Hatch.NONE).wider(THIN);
  }

  private static Layer steps(String label, SeriesStyle style, MinMaxThinning.Series series) {
    return Layers.steps(label, style, series.xs(), series.ys());
  }

  private MinMaxThinning.Series series(ClusterSamples samples, ClusterField field) {
    return samples.thinned(Arrays.stream(samples.values(field)).map(unit).toArray());
  }

  private String caption(OverTime over) {
    List<String> parts = new ArrayList<>();
    for (String policy : over.policies()) {
      ClusterSamples samples =
          ClusterSamples.between(over.table(policy), Long.MIN_VALUE, Long.MAX_VALUE);
      parts.add(
          "%s %.0f %%, %.0f %% and %.0f %%"
              .formatted(
                  policy, share(samples, wanted), share(samples, allocated), share(samples, used)));
    }
    return "What running jobs want, have and make use of. Means as shares of all there is, in this"
        + " order: "
        + String.join("; ", parts)
        + "."
        + over.shown().note();
  }

  private double share(ClusterSamples samples, ClusterField field) {
    double part = Arrays.stream(samples.values(field)).sum();
    double whole = Arrays.stream(samples.values(all)).sum();
    return whole == 0 ? 0 : 100 * part / whole;
  }
}
