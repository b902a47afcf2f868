package org.limpid.experiment.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.limpid.files.Reporter;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableRows;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.reference.mirage.ChainWindow;

/** What becomes of chains in windows under all methods and under learnt policies. */
final class ChainComparison {
  /** Columns of its rows. */
  static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.ofLongs("index"),
          TableColumn.ofTexts("window_start"),
          TableColumn.ofTexts("mode"),
          TableColumn.ofTexts("submit_at"),
          TableColumn.ofTexts("pred_start"),
          TableColumn.ofTexts("succ_start"),
          TableColumn.ofLongs("interruption_s"));

  private final ChainWindows windows;
  private final List<Result> results;

  private ChainComparison(ChainWindows windows, List<Result> results) {
    this.windows = windows;
    this.results = results;
  }

  /** A window and what becomes of its chain, by method. */
  private record Result(long start, Map<String, ChainOutcome> outcomes) {}

  /**
   * Works on all windows.
   *
   * @param policies by name, in the order of tables
   */
  static ChainComparison of(
      ChainWindows windows, Map<String, ChainPolicy> policies, Reporter reporter) {
    List<Result> results = new ArrayList<>();
    windows.forEach(
        window -> result(window, policies), (_, result) -> results.add(result), reporter);
    return new ChainComparison(windows, results);
  }

  private static Result result(ChainWindow window, Map<String, ChainPolicy> policies) {
    Map<String, ChainOutcome> outcomes = new LinkedHashMap<>();
    for (ChainMethod method : ChainMethod.values()) {
      outcomes.put(method.label(), method.outcome(window));
    }
    policies.forEach((name, policy) -> outcomes.put(name, policy.outcome(window)));
    return new Result(window.start(), outcomes);
  }

  /** The outcomes of each window, by method. */
  List<Map<String, ChainOutcome>> outcomes() {
    return results.stream().map(Result::outcomes).toList();
  }

  /** A row for each window and method. */
  void write(TableRows rows) {
    write(rows, _ -> {});
  }

  /**
   * A row for each window and method.
   *
   * @param first writes the values of the columns in front
   */
  void write(TableRows rows, Consumer<TableRows> first) {
    for (int index = 0; index < results.size(); index++) {
      Result result = results.get(index);
      for (Map.Entry<String, ChainOutcome> entry : result.outcomes().entrySet()) {
        ChainOutcome outcome = entry.getValue();
        first.accept(rows);
        rows.value(index)
            .value(windows.text(result.start()))
            .value(entry.getKey())
            .value(windows.text(outcome.submitSecond()))
            .value(windows.text(outcome.predecessorStart()))
            .value(windows.text(outcome.successorStart()))
            .value(outcome.interruptionSeconds())
            .endRow();
      }
    }
  }
}
