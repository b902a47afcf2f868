package org.limpid.plots.adaptation;

import java.util.ArrayList;
import java.util.List;
import org.limpid.experiment.adaptation.AdaptationReview.Correction;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.chart.Tiles;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** Ranks as published, with the weights of another policy, beside those with the right ones. */
final class CorrectionFigure {
  private static final double PANEL = 56;
  private static final double BAR = 0.36;
  private static final int RANKS = 64;

  private CorrectionFigure() {}

  static Figure of(List<Correction> corrections) {
    List<String> policies = corrections.stream().map(Correction::policy).distinct().toList();
    List<Drawing> charts =
        policies.stream()
            .<Drawing>map(policy ->
                chart(
                    policy,
                    corrections.stream().filter(each -> each.policy().equals(policy)).toList()))
            .toList();
    long changed = corrections.stream().filter(CorrectionFigure::isChanged).count();
    String caption =
        "Rank of what was published, which is of the weights that learning began with, and of the"
            + " policy's own weights; 1 is the most accurate of 64. Other actions in %d of %d."
                .formatted(changed, corrections.size());
    return new Figure(
        "published-and-corrected",
        "As published, and with the right weights",
        caption,
        "Two bars for each scenario. " + caption,
        Size.page(PANEL * charts.size()),
        new Tiles(charts, 1, ""));
  }

  private static boolean isChanged(Correction correction) {
    return !correction.published().actions().equals(correction.own().actions());
  }

  private static Chart chart(String policy, List<Correction> corrections) {
    List<String> names =
        corrections.stream()
            .map(each -> each.own().scenario().name().replaceFirst("^simulation_", ""))
            .toList();
    return Chart.of(
            Axis.of("", Scales.names(names)),
            Axis.of("Rank of 64", Scales.fromZero(RANKS)),
            theme -> layers(corrections, theme))
        .headed(policy);
  }

  private static List<Layer> layers(List<Correction> corrections, Theme theme) {
    SeriesStyle published = theme.area(Hue.GREY, Hatch.RISING);
    SeriesStyle own = theme.area(Hue.BLUE, Hatch.NONE);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < corrections.size(); i++) {
      double middle = i + 0.5;
      bars.add(new Bar(middle - BAR, middle, 0, corrections.get(i).published().rank(), published));
      bars.add(new Bar(middle, middle + BAR, 0, corrections.get(i).own().rank(), own));
    }
    return List.of(
        Layers.boxInLegend("as published", published),
        Layers.boxInLegend("own weights", own),
        Layers.bars(bars));
  }
}
