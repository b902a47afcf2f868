package org.limpid.experiment.chain;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.io.CsvTable;
import org.limpid.files.Reporter;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableRows;
import org.limpid.models.tool.OutputFile;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.reference.mirage.ChainWindow;

/**
 * What chains of two jobs become under the two baselines of Mirage: <i>reactive</i> submits the
 * second job when the first one ends, <i>avg</i> earlier by the recent mean wait.
 */
public final class ChainBaselines {
  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.ofLongs("index"),
          TableColumn.ofTexts("window_start"),
          TableColumn.ofTexts("lower"),
          TableColumn.ofTexts("upper"),
          TableColumn.ofLongs("avg_wait_min"),
          TableColumn.ofLongs("queue_len"),
          TableColumn.ofTexts("mode"),
          TableColumn.ofTexts("submit_at"),
          TableColumn.ofTexts("pred_start"),
          TableColumn.ofTexts("succ_start"),
          TableColumn.ofLongs("interruption_s"));

  private ChainBaselines() {}

  /** A window and what the baselines reach in it. */
  private record Result(ChainWindow window, ChainOutcome reactive, ChainOutcome average) {}

  /**
   * Runs both baselines in all windows and writes a row for each.
   *
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws org.limpid.simulation.run.InputProblem if the data can't serve
   */
  public static BaselinesReport run(ChainRequest request, OutputFile file, Reporter reporter) {
    file.check();
    ChainWindows windows = ChainWindows.read(request);
    List<Result> results = new ArrayList<>();
    windows.forEach(
        window -> new Result(window, window.reactive(), window.average()),
        (_, result) -> results.add(result),
        reporter);
    new CsvTable()
        .write(
            file.path(),
            file.overwrite(),
            COLUMNS,
            rows -> {
              for (int index = 0; index < results.size(); index++) {
                Result result = results.get(index);
                write(rows, windows, index, result.window(), "reactive", result.reactive());
                write(rows, windows, index, result.window(), "avg", result.average());
              }
            });
    return new BaselinesReport(
        results.stream().map(Result::reactive).toList(),
        results.stream().map(Result::average).toList());
  }

  private static void write(
      TableRows rows,
      ChainWindows windows,
      int index,
      ChainWindow window,
      String mode,
      ChainOutcome outcome) {
    rows.value(index)
        .value(windows.text(window.start()))
        .value(windows.text(window.lower()))
        .value(windows.text(window.upper()))
        .value(window.waitMinutes())
        .value(window.queueLength())
        .value(mode)
        .value(windows.text(outcome.submitSecond()))
        .value(windows.text(outcome.predecessorStart()))
        .value(windows.text(outcome.successorStart()))
        .value(outcome.interruptionSeconds())
        .endRow();
  }
}
