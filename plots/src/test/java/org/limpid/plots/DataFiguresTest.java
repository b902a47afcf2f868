package org.limpid.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.analyzer.score.LeaveOneModelOut;
import org.limpid.analyzer.score.Scorers;
import org.limpid.data.Forecast;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.data.io.DatasetReader;
import org.limpid.data.io.ThroughputTables;
import org.limpid.files.AtomicFiles;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;
import org.limpid.models.HeldOutFile;
import org.limpid.models.ModelFolder;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.ModelChoice;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.table.Numbers;

/** Figures that set models against a data set, here a generated one of 17 days. */
final class DataFiguresTest {
  private static final int JOBS = 1500;

  @TempDir private static Path shared;
  private static DatasetReader data;

  @TempDir private Path folder;

  @BeforeAll
  static void generate() throws InterruptedException {
    Path target = shared.resolve("data");
    GeneratorOptions options =
        GeneratorOptions.defaults().withJobs(JOBS).withDays(17).withHistoryDays(1);
    TraceGenerator.generate(options, target, false, _ -> {});
    data = DatasetReader.open(target);
  }

  private static Made outcome(String kind, Optional<ModelFolder> models) {
    PlotInputs inputs =
        new PlotInputs(
            Optional.empty(),
            models,
            Optional.of(data),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return Exhibits.named(kind).orElseThrow().make(inputs, FigureOptions.NONE);
  }

  /** Models whose forecast is too high by one job and two GPUs in each slot. */
  private Optional<ModelFolder> models(String hash) throws IOException {
    Files.writeString(
        folder.resolve("models.json"),
        "{\"format\":\"limpid-models/1\",\"dataHash\":\"%s\"}".formatted(hash));
    ThroughputSeries series = data.throughput().orElseThrow();
    long[] seconds = IntStream.range(0, series.size()).mapToLong(series::seconds).toArray();
    double[] jobs =
        IntStream.range(0, series.size()).mapToDouble(i -> series.jobs(i) + 1).toArray();
    double[] gpus =
        IntStream.range(0, series.size()).mapToDouble(i -> series.gpus(i) + 2).toArray();
    Forecast forecast = new Forecast(seconds, jobs, gpus);
    ThroughputTables.writeForecast(folder.resolve("forecast.csv"), forecast, data.origin());
    return Optional.of(ModelFolder.open(folder));
  }

  @Test
  void throughputIsComparedSlotBySlot() throws IOException {
    Made.Figures drawn =
        assertInstanceOf(Made.Figures.class, outcome("throughput", models(data.contentHash())));

    assertEquals(2, drawn.figures().size());
    String jobs = drawn.figures().getFirst().caption();
    assertTrue(jobs.contains("mean absolute error of 1 jobs per 10 min"), jobs);
    String gpus = drawn.figures().getLast().caption();
    assertTrue(gpus.contains("mean absolute error of 2 GPUs per 10 min"), gpus);
  }

  /** Two slots of 3 and 5 jobs, predicted 4 and 6; the baseline is 0 both times. */
  private static HeldOut heldOutLoad() {
    return new HeldOut(
        "load-jobs", List.of(new HeldOut.Row("a", 3, 4, 0), new HeldOut.Row("b", 5, 6, 0)));
  }

  @Test
  void errorsAreThoseOfRowsHeldOutBesideABaseline() throws IOException {
    Optional<ModelFolder> models = models(data.contentHash());
    HeldOutFile.write(folder, List.of(heldOutLoad()));
    Made.Figures drawn = assertInstanceOf(Made.Figures.class, outcome("residuals", models));

    assertEquals(1, drawn.figures().size());
    assertEquals(
        "Submitted jobs, 2 predicted by models trained on the weeks before: MAE 1, RMSE 1, R² 0.00."
            + " The mean until an hour before instead: MAE 4, RMSE 4.12, R² −16.00. Half of the"
            + " errors lie between 1 and 1.",
        drawn.figures().getFirst().caption());
  }

  @Test
  void withoutRowsHeldOutNobodyKnowsHowGoodModelsAreOnTheirOwnData() throws IOException {
    Optional<ModelFolder> models = models(data.contentHash());
    for (String kind :
        List.of("residuals", "predicted-actual", "calibration", "confusion", "reliability")) {
      Made.Nothing absent = assertInstanceOf(Made.Nothing.class, outcome(kind, models), kind);
      assertTrue(absent.reason().contains("'limpid train' anew"), absent.reason());
    }
  }

  /** The tree is right on its own workloads more often than on models that it hasn't seen. */
  @Test
  void classesAreThoseOfWorkloadsHeldOut() throws IOException {
    Optional<ModelFolder> models = models(data.contentHash());
    Model tree = Scorers.tree().train(data.profiles()).model();
    AtomicFiles.write(folder.resolve("share-score-tree.json"), out -> ModelJson.write(tree, out));
    HeldOut held = LeaveOneModelOut.heldOut("share-score-tree", Scorers.tree(), data.profiles());
    HeldOutFile.write(folder, List.of(held));
    long right = held.rows().stream().filter(row -> row.actual() == row.predicted()).count();
    String caption =
        assertInstanceOf(Made.Figures.class, outcome("confusion", models))
            .figures()
            .getFirst()
            .caption();

    assertTrue(right < held.rows().size(), "else this tests nothing");
    assertTrue(
        caption.startsWith(
            "%s of %d workloads get their share score, predicted by models that had not learnt from"
                    .formatted(
                        Numbers.percent((double) right / held.rows().size()), held.rows().size())
                + " their deep-learning model."),
        caption);
  }

  @Test
  void theForecastOfOtherDataIsNotUsed() throws IOException {
    Made.Nothing absent =
        assertInstanceOf(Made.Nothing.class, outcome("throughput", models("other")));

    assertTrue(absent.reason().contains("no forecast"), absent.reason());
  }

  @Test
  void measuredPairsNeedNoModel() {
    Made.Figures drawn =
        assertInstanceOf(Made.Figures.class, outcome("packing-matrix", Optional.empty()));
    int workloads = data.profiles().singles().size();
    String sentence =
        "%,d of %,d pairs were measured".formatted(workloads * workloads, workloads * workloads);

    assertTrue(drawn.figures().getFirst().caption().contains(sentence), sentence);
  }

  /** Of the days of September 2026 two Mondays begin a week in which jobs have ended. */
  @Test
  void weeksAreTrainedWhenAskedFor() throws IOException {
    ModelChoice weekly = new ModelChoice(Optional.empty(), OptionalInt.empty(), false, true);
    PlotInputs inputs =
        new PlotInputs(
            Optional.empty(),
            models(data.contentHash()),
            Optional.of(data),
            List.of(),
            Optional.empty(),
            Optional.empty());
    Made.Figures drawn =
        assertInstanceOf(
            Made.Figures.class,
            Exhibits.named("drift").orElseThrow().make(inputs, SampleModels.options(weekly)));

    assertEquals("drift-weeks", drawn.figures().getFirst().name());
    String words = drawn.figures().getFirst().alternativeText();
    assertTrue(words.endsWith("in the models until 7 Sep, until 14 Sep."), words);
  }
}
