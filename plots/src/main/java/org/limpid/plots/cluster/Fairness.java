package org.limpid.plots.cluster;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Fills;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Plot;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.ByPolicy;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.ShownPolicies;
import org.limpid.plots.figure.Size;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Marker;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Numbers;

/** How alike users are slowed down: a box per policy, and Jain's index. */
public final class Fairness implements Exhibit {
  private static final double HALF_BOX = 0.3;

  /** A box that is so many lines wide has no room for the line of the median. */
  private static final double NARROW = 3;

  /** Below 1, so that points at 1 are seen in full. */
  private static final double LOWEST = 0.9;

  private static final double LEAST_HEIGHT = 30;
  private static final double HEIGHT_PER_POLICY = 5.5;

  @Override
  public About about() {
    return About.figure(
        "fairness", "how differently users are slowed down, with Jain's index", Chapter.CLUSTER);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    RunFolder run = inputs.run();
    ByPolicy<UserSlowdowns> users =
        ByPolicy.of(
            ShownPolicies.bestFirst(options.policiesOf(run), run),
            policy -> UserSlowdowns.of(run.jobs(policy)),
            _ -> false);
    int count = users.values().values().iterator().next().count();
    return count < 2
        ? new Made.Nothing("the run has jobs of %d users, fewer than 2".formatted(count))
        : Made.of(figure(users, count));
  }

  private Figure figure(ByPolicy<UserSlowdowns> users, int count) {
    List<String> labels =
        users.map((policy, slowdowns) ->
            "%s  %s".formatted(policy, Numbers.fixed(slowdowns.jainIndex(), 2)));
    Chart chart =
        Chart.of(
            Axis.of(
                "Mean bounded slowdown of a user",
                Scales.logarithmic(LOWEST, Math.max(10, users.largest(UserSlowdowns::largest)))),
            Axis.of("Policy, Jain's index", Scales.names(labels.reversed())),
            theme -> boxes(users, theme));
    return new Figure(
        name(),
        "Slowdown of users",
        caption(count),
        "A box per policy of the mean bounded slowdown of users on a logarithmic axis. "
            + list(users),
        Size.column(Math.max(LEAST_HEIGHT, 16 + HEIGHT_PER_POLICY * labels.size())),
        chart);
  }

  private static List<Layer> boxes(ByPolicy<UserSlowdowns> users, Theme theme) {
    List<String> upwards = users.upwards();
    return users
        .<Layer>map((policy, slowdowns) ->
            plot -> box(plot, slowdowns, theme.policy(policy), upwards.indexOf(policy) + 0.5))
        .reversed();
  }

  /** Whiskers from the 5 % to the 95 % quantile, the quartiles, the median, the largest. */
  private static void box(Plot plot, UserSlowdowns users, SeriesStyle style, double y) {
    Canvas g = plot.g();
    float width = (float) plot.theme().lineWidth();
    g.setColor(style.color());
    g.setStroke(new BasicStroke(width));
    level(plot, users.quantile(0.05), users.quantile(0.95), y);
    Rectangle2D box =
        plot.rectangle(users.quantile(0.25), users.quantile(0.75), y - HALF_BOX, y + HALF_BOX);
    double median = plot.x(users.quantile(0.5));
    if (box.getWidth() > NARROW * width) {
      Fills.fill(g, box, style.with(Hatch.NONE), plot.theme());
      g.setColor(plot.theme().background());
    }
    g.setStroke(new BasicStroke(1.5f * width));
    g.draw(new Line2D.Double(median, box.getMinY(), median, box.getMaxY()));
    g.setColor(style.color());
    g.fill(Marker.DIAMOND.at(plot.x(users.largest()), plot.y(y), plot.theme().markerSize()));
  }

  private static void level(Plot plot, double from, double to, double y) {
    plot.g().draw(new Line2D.Double(plot.x(from), plot.y(y), plot.x(to), plot.y(y)));
  }

  private static String caption(int count) {
    return ("Of %s users the mean bounded slowdown, max(1, JCT / max(duration, %d s)): quartiles"
            + " and median (box), 5 %% and 95 %% quantiles (line), largest (diamond). Jain's"
            + " index is (sum x)² / (n sum x²) over n users, x = 1 / slowdown: 1 if all are"
            + " slowed down alike.")
        .formatted(Numbers.whole(count), UserSlowdowns.BOUND_SECONDS);
  }

  private static String list(ByPolicy<UserSlowdowns> users) {
    List<String> parts =
        users.map((policy, slowdowns) ->
            "%s median %s, Jain's index %s"
                .formatted(
                    policy,
                    Numbers.short3(slowdowns.quantile(0.5)),
                    Numbers.fixed(slowdowns.jainIndex(), 2)));
    return String.join("; ", parts) + ".";
  }
}
