package org.limpid.workbench.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** The look of our own figures, for charts of XChart. A point of the theme is a pixel. */
final class ChartLook {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 500;

  private final Theme theme;
  private final OutlinedTexts texts = new OutlinedTexts();

  ChartLook(Theme theme) {
    this.theme = theme;
  }

  Theme theme() {
    return theme;
  }

  /** Lines and points between axes with these titles. */
  XYChart xy(String title, String below, String beside) {
    XYChart chart = new XYChart(WIDTH, HEIGHT);
    return titled(chart, title, below, beside);
  }

  /** Bars above names. */
  CategoryChart bars(String title, String below, String beside) {
    CategoryChart chart = new CategoryChart(WIDTH, HEIGHT);
    return titled(chart, title, below, beside);
  }

  /** Bars beside names. */
  HorizontalBarChart levelBars(String title, String below) {
    HorizontalBarChart chart = new HorizontalBarChart(WIDTH, HEIGHT);
    // XChart leaves out names by this hint, on the axis beside the bars, too.
    chart.getStyler().setXAxisTickMarkSpacingHint((int) theme.smallSize());
    return titled(chart, title, below, "");
  }

  private <C extends AxesChart<?, ?>> C titled(C chart, String title, String below, String beside) {
    chart.setTitle(title);
    chart.setXAxisTitle(below);
    chart.setYAxisTitle(beside);
    style(chart.getStyler());
    return chart;
  }

  private void style(AxesChartStyler styler) {
    Font small = texts.font(Font.PLAIN, theme.smallSize());
    styler.setChartTitleFont(texts.font(Font.BOLD, theme.textSize()));
    styler.setLegendFont(small);
    styler.setAxisTitleFont(texts.font(Font.PLAIN, theme.textSize()));
    styler.setAxisTickLabelsFont(small);
    styler.setChartBackgroundColor(theme.background());
    styler.setPlotBackgroundColor(theme.background());
    styler.setLegendBackgroundColor(theme.background());
    styler.setLegendBorderColor(theme.background());
    styler.setChartFontColor(theme.ink());
    styler.setAxisTickLabelsColor(theme.ink());
    styler.setAxisTickMarksColor(theme.muted());
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(theme.grid());
    styler.setPlotGridLinesStroke(theme.hairlineStroke());
    styler.setAxisTickMarksStroke(theme.hairlineStroke());
    styler.setChartPadding((int) Math.ceil(theme.textSize() / 2));
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendSeriesLineLength((int) (2.5 * theme.textSize()));
    styler.setLegendPadding((int) (theme.textSize() / 2));
  }

  /** A line without points. */
  XYSeries line(XYChart chart, String name, SeriesStyle style, double[] xs, double[] ys) {
    XYSeries series = chart.addSeries(name, xs, ys);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(style.color());
    series.setLineStyle(style.stroke());
    series.setLineWidth((float) style.width());
    return series;
  }

  /** Points without a line. */
  XYSeries points(XYChart chart, String name, SeriesStyle style, double[] xs, double[] ys) {
    XYSeries series = chart.addSeries(name, xs, ys);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setMarkerColor(style.color());
    chart.getStyler().setMarkerSize((int) Math.round(theme.markerSize()));
    return series;
  }

  void color(CategorySeries series, SeriesStyle style) {
    series.setFillColor(style.color());
    series.setLineColor(theme.muted());
    series.setLineStyle(new BasicStroke((float) theme.hairline()));
  }
}
