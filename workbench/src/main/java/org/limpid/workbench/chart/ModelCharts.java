package org.limpid.workbench.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.TermImportance;
import org.limpid.models.JudgedModel;

/** Charts of a whole model. */
record ModelCharts(ChartLook look) {
  private static final int MOST_TERMS = 15;
  private static final double HOUR = 3600;

  /** How much the terms of a model matter, the first most. */
  HorizontalBarChart importances(String title, EbmModel model) {
    List<TermImportance> terms =
        GlobalExplanation.of(model).byMeanAbsolute().stream().limit(MOST_TERMS).toList();
    HorizontalBarChart chart = look.levelBars("What matters for " + title, "Mean absolute score");
    chart
        .addSeries(
            "importance",
            terms.stream().map(term -> term.meanAbsolute().value()).toList(),
            terms.stream().map(TermImportance::term).toList())
        .setFillColor(look.theme().series(0).color());
    chart.getStyler().setLegendVisible(false);
    return chart;
  }

  /**
   * Predictions of rows that were held out against what was observed, and where both are equal;
   * durations in hours, on logarithmic axes.
   */
  XYChart predictedActual(JudgedModel model, HeldOut held) {
    boolean isDuration = model == JudgedModel.DURATION;
    double unit = isDuration ? HOUR : 1;
    String words = isDuration ? " (h)" : "";
    double[] actual = numbers(held, row -> row.actual() / unit);
    XYChart chart =
        look.xy("Predicted and actual: " + model.title(), "Actual" + words, "Predicted" + words);
    chart.getStyler().setXAxisLogarithmic(isDuration).setYAxisLogarithmic(isDuration);
    look.points(
        chart,
        "held out",
        look.theme().series(0),
        actual,
        numbers(held, row -> row.predicted() / unit));
    double[] ends = {
      Arrays.stream(actual).min().orElseThrow(), Arrays.stream(actual).max().orElseThrow()
    };
    look.line(chart, "equal", look.theme().series(1), ends, ends);
    return chart;
  }

  private static double[] numbers(HeldOut held, ToDoubleFunction<HeldOut.Row> number) {
    return held.rows().stream().mapToDouble(number).toArray();
  }
}
