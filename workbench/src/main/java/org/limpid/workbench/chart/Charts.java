package org.limpid.workbench.chart;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.models.JudgedModel;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.Size;
import org.limpid.plots.render.Format;
import org.limpid.plots.render.RenderOptions;
import org.limpid.plots.theme.Theme;
import org.limpid.workbench.Models;
import org.limpid.workbench.Run;

/**
 * Charts of XChart, in the colours and names of our own figures, to style, show and save. What is
 * missing in the folders behind them is a {@code DataException}.
 */
public final class Charts {
  private static final Theme THEME = Theme.SLIDES;

  /** Of a point. */
  private static final double MILLIMETRES = 25.4 / 72;

  private Charts() {}

  static ChartLook look() {
    return new ChartLook(THEME);
  }

  private static RunCharts of(Run run) {
    return new RunCharts(run.folder(), run.policies(), look());
  }

  /** The share of jobs (percent) that complete within some time (h), a line per policy. */
  public static XYChart jctCdf(Run run) {
    return of(run).jctCdf();
  }

  /** The mean queueing delay (h) in the virtual clusters with most jobs, a bar per policy. */
  public static CategoryChart queueByVirtualCluster(Run run) {
    return of(run).queueByVirtualCluster();
  }

  /** GPUs with a job over time (d), a line per policy. */
  public static XYChart gpusInUse(Run run) {
    return of(run).gpusInUse();
  }

  /** GPUs that waiting jobs ask for over time (d), a line per policy. */
  public static XYChart waiting(Run run) {
    return of(run).waiting();
  }

  /** The mean absolute scores of the most important terms of an EBM. */
  public static HorizontalBarChart importances(Models models, String model) {
    return new ModelCharts(look()).importances(model, models.ebm(model));
  }

  /**
   * The shape of a term of an EBM: a {@link XYChart} with a band of one standard deviation over the
   * bags for a number, a {@link CategoryChart} for categories.
   *
   * @throws IllegalArgumentException if the term has several features
   */
  public static Chart<?, ?> shape(Models models, String model, String term) {
    return new ShapeChart(TermExplanation.of(models.ebm(model), term), look()).chart();
  }

  /** Predictions of rows that were held out in the training against what was observed. */
  public static XYChart predictedActual(Models models, String model) {
    return Stream.of(JudgedModel.values())
        .filter(each -> each.modelName().equals(model))
        .flatMap(each ->
            models.folder().heldOut(each).stream()
                .map(held -> new ModelCharts(look()).predictedActual(each, held)))
        .findFirst()
        .orElseThrow(() ->
            new DataException(
                new Problem(
                    models.folder().folder().toString(),
                    0,
                    "",
                    model,
                    "expected a model with predictions of rows that were held out",
                    "Maybe one of: %s."
                        .formatted(
                            Stream.of(JudgedModel.values())
                                .map(JudgedModel::modelName)
                                .collect(Collectors.joining(", "))))));
  }

  /**
   * Writes a chart as PNG, SVG or PDF, as the end of the name says, as large as it is, a point for
   * a pixel, in place of a file that is there. Nothing is left half-written.
   */
  public static void save(Chart<?, ?> chart, Path file) {
    byte[] bytes = format(file).render(figure(chart), RenderOptions.of(Theme.PAPER));
    AtomicFiles.write(file, out -> out.write(bytes));
  }

  private static Format format(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Stream.of(Format.values())
        .filter(format -> name.endsWith("." + format.extension()))
        .findFirst()
        .orElseThrow(() ->
            new DataException(
                Problem.ofFile(file, "expected a name that ends in .pdf, .png or .svg", "")));
  }

  private static Figure figure(Chart<?, ?> chart) {
    return new Figure(
        FileName.of("chart", chart.getTitle()),
        chart.getTitle(),
        chart.getTitle(),
        chart.getTitle(),
        new Size(chart.getWidth() * MILLIMETRES, chart.getHeight() * MILLIMETRES),
        (g, bounds, _) -> ChartDrawing.paint(chart, g, bounds));
  }

  /**
   * Shows charts in a window, which zooms and tells values under the mouse, until its user closes
   * it.
   *
   * @throws DataException if there is no display
   */
  public static void show(Chart<?, ?>... charts) {
    ChartWindow.show(List.of(charts));
  }
}
