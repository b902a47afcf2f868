package org.limpid.workbench.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.limpid.files.DataException;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.json.ModelJson;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.theme.Theme;
import org.limpid.workbench.GeneratedData;
import org.limpid.workbench.Models;
import org.limpid.workbench.Run;
import org.limpid.workbench.SampleRun;

final class ChartsTest {
  @TempDir private Path folder;
  private Run run;

  @BeforeEach
  void open() throws IOException {
    run = Run.open(SampleRun.tiny(folder.resolve("run")));
  }

  /** Under FIFO the jobs take 1, 2, 3 and 6 hours. */
  @Test
  void theDistributionHasAPointPerJob() {
    XYChart chart = Charts.jctCdf(run);
    assertEquals(
        List.of("fifo", "sjf"),
        chart.getSeriesCollection().stream().map(XYSeries::getName).toList());
    assertArrayEquals(new double[] {1, 2, 3, 6}, chart.getSeries("fifo").getXData());
    assertArrayEquals(new double[] {25, 50, 75, 100}, chart.getSeries("fifo").getYData());
    assertEquals(Theme.SLIDES.policy("fifo").color(), chart.getSeries("fifo").getLineColor());
  }

  /** Waits in hours: in 2-4 5, in north 0 and 1, in south 2. */
  @Test
  void barsStandByVirtualCluster() {
    CategoryChart chart = Charts.queueByVirtualCluster(run);
    assertArrayEquals(new double[] {5, 0.5, 2}, chart.getSeries("fifo").getYData());
  }

  @Test
  void timeLinesShowWhatIsInUseAndWaitedFor() {
    assertArrayEquals(new double[] {1, 8, 16}, Charts.gpusInUse(run).getSeries("fifo").getYData());
    assertArrayEquals(new double[] {26, 18, 0}, Charts.waiting(run).getSeries("fifo").getYData());
  }

  /** The grey line of FIFO has three pieces, and one in the legend. */
  @Test
  void textsCanBeSearchedAndLinesAreWhole() throws IOException {
    Path file = folder.resolve("jct.svg");
    Charts.save(Charts.jctCdf(run), file);
    String svg = Files.readString(file);
    for (String text :
        List.of("Job completion time", "Job completion time (h)", "Jobs completed (%)", "fifo")) {
      assertTrue(svg.contains(">" + text + "</text>"), text);
    }
    assertEquals(2, Pattern.compile("stroke=\"#767676\"").matcher(svg).results().count());
  }

  @Test
  void allFormatsAreWrittenAndOthersRefused() throws IOException {
    for (String end : List.of("png", "pdf", "svg")) {
      Path file = folder.resolve("chart." + end);
      Charts.save(Charts.waiting(run), file);
      assertTrue(Files.size(file) > 2000, end);
    }
    Path odd = folder.resolve("chart.gif");
    assertThrows(DataException.class, () -> Charts.save(Charts.waiting(run), odd));
    assertFalse(Files.exists(odd));
  }

  @Test
  void modelsHaveShapesAndImportances() throws IOException {
    EbmModel ebm =
        new EbmTrainer(EbmParameters.regression().with(Map.of("outer_bags", "2")))
            .train(GeneratedData.set(GeneratedData.table(200, 1), GeneratedData.NUMBER));
    Path file = folder.resolve("model.json");
    try (OutputStream out = Files.newOutputStream(file)) {
      ModelJson.write(ebm, out);
    }
    Models models = Models.open(file);
    String name = models.names().getFirst();
    assertInstanceOf(XYChart.class, Charts.shape(models, name, "x"));
    CategoryChart colours =
        assertInstanceOf(CategoryChart.class, Charts.shape(models, name, "colour"));
    assertEquals(
        List.of("blue", "green", "red"),
        List.copyOf(colours.getSeriesCollection().iterator().next().getXData()));
    assertEquals(
        models.importances(name).stringColumn("term").get(0),
        Charts.importances(models, name).getSeries("importance").getYData().iterator().next());
    assertEquals(
        IntStream.range(0, ebm.terms().size()).map(t -> ebm.terms().get(t).cellCount()).sum(),
        models.terms(name).rowCount());
    DataException failure =
        assertThrows(DataException.class, () -> Charts.predictedActual(models, "load"));
    assertTrue(failure.getMessage().contains("load-jobs"), failure.getMessage());
  }

  @Test
  void theEngineSaysWhatItDrawsNot() {
    PlotInputs inputs = PlotInputs.of(run.folder());
    for (Exhibit kind : ChartExhibits.all()) {
      if (kind.name().equals("gantt")) {
        Made.Nothing nothing =
            assertInstanceOf(Made.Nothing.class, kind.make(inputs, FigureOptions.NONE));
        assertTrue(nothing.reason().contains("jct-cdf"), nothing.reason());
      }
      if (kind.name().equals("gpus-in-use")) {
        assertInstanceOf(Made.Figures.class, kind.make(inputs, FigureOptions.NONE));
      }
    }
  }

  @Test
  void withoutADisplayAWindowIsRefused() {
    if (System.getenv("DISPLAY") == null) {
      assertThrows(DataException.class, () -> Charts.show(Charts.jctCdf(run)));
    }
  }
}
