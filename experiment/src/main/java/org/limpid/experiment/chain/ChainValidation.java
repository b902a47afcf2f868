package org.limpid.experiment.chain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.limpid.data.io.CsvTable;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Reporter;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableRows;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;
import org.limpid.models.tool.OutputFile;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.reference.mirage.ChainWindow;

/** What chains of two jobs become under the glass-box policy, and under what it is compared to. */
public final class ChainValidation {
  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.ofLongs("index"),
          TableColumn.ofTexts("window_start"),
          TableColumn.ofTexts("mode"),
          TableColumn.ofTexts("submit_at"),
          TableColumn.ofTexts("pred_start"),
          TableColumn.ofTexts("succ_start"),
          TableColumn.ofLongs("interruption_s"));

  private ChainValidation() {}

  /** A window and what becomes of its chain. */
  private record Result(long start, Map<ChainMethod, ChainOutcome> outcomes) {}

  /**
   * Runs all methods in all windows and writes a row for each.
   *
   * @param models folder that {@link ChainTraining} made
   * @throws DataException if a file can't be read or written
   * @throws org.limpid.simulation.run.InputProblem if the data can't serve
   */
  public static ValidationReport run(
      ChainRequest request, Path models, GapPrice price, OutputFile file, Reporter reporter) {
    file.check();
    EbmModel model = model(models, price);
    ChainWindows windows = ChainWindows.read(request);
    List<Result> results = new ArrayList<>();
    windows.forEach(
        window -> result(window, new GlassBox(model, windows.origin())),
        (_, result) -> results.add(result),
        reporter);
    new CsvTable()
        .write(file.path(), file.overwrite(), COLUMNS, rows -> write(rows, windows, results));
    return new ValidationReport(
        request.nodes(), price, results.stream().map(Result::outcomes).toList());
  }

  /**
   * The model for a price.
   *
   * @param models folder that {@link ChainTraining} made
   * @throws DataException if it isn't there, or is another kind of model
   */
  static EbmModel model(Path models, GapPrice price) {
    Path file = models.resolve(price.fileName());
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected a model for a gap price of %s, found none".formatted(price),
              "Maybe train it: limpid chain train --gap-price %s.".formatted(price)));
    }
    Model model = ModelJson.read(file);
    Set<String> known = Set.copyOf(ChainFeature.names());
    Stream<Feature> features = model.features().stream();
    if (!(model instanceof EbmModel ebm)
        || !(model.task() instanceof Task.Regression)
        || !features.allMatch(
            feature -> feature instanceof Feature.Numeric && known.contains(feature.name()))) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected a model of waits whose features are some of " + ChainFeature.names(),
              "Maybe another folder: that which 'limpid chain train' made."));
    }
    return ebm;
  }

  private static Result result(ChainWindow window, GlassBox policy) {
    Map<ChainMethod, ChainOutcome> outcomes = new EnumMap<>(ChainMethod.class);
    for (ChainMethod method : ChainMethod.values()) {
      outcomes.put(method, method.outcome(window, policy));
    }
    return new Result(window.start(), outcomes);
  }

  private static void write(TableRows rows, ChainWindows windows, List<Result> results) {
    for (int index = 0; index < results.size(); index++) {
      Result result = results.get(index);
      for (Map.Entry<ChainMethod, ChainOutcome> entry : result.outcomes().entrySet()) {
        ChainOutcome outcome = entry.getValue();
        rows.value(index)
            .value(windows.text(result.start()))
            .value(entry.getKey().label())
            .value(windows.text(outcome.submitSecond()))
            .value(windows.text(outcome.predecessorStart()))
            .value(windows.text(outcome.successorStart()))
            .value(outcome.interruptionSeconds())
            .endRow();
      }
    }
  }
}
