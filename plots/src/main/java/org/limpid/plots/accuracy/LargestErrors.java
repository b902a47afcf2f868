package org.limpid.plots.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.Contribution;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.survival.SurvivalModel;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.observation.Observations;
import org.limpid.results.table.Cell;
import org.limpid.results.table.Numbers;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;

/**
 * The rows of a CSV file of which a model says the wrongest, and what it says so for: numbers that
 * are furthest off, and classes that it gave the least probability.
 */
public final class LargestErrors implements Exhibit {
  private static final int MOST_ROWS = 20;
  private static final int MOST_TERMS = 3;

  @Override
  public About about() {
    return About.table(
        "largest-errors", "rows whose predictions are furthest off, with --csv", Chapter.MODELS);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    if (inputs.table().isEmpty()) {
      return new Made.Nothing("needs what was observed, with --csv");
    }
    List<PageTable> tables = new ArrayList<>();
    inputs
        .models()
        .all()
        .forEach((name, model) -> {
          if (SurvivalModel.of(model).isPresent()) {
            return;
          }
          Table table = Observations.of(inputs, name, model).orElseThrow().table();
          table
              .find(model.provenance().target())
              .map(column -> new Judged(model, table, column).worst())
              .filter(worst -> !worst.isEmpty())
              .ifPresent(worst -> tables.add(table(name, model, worst)));
        });
    return tables.isEmpty()
        ? new Made.Nothing("no model predicts what was observed in these data")
        : new Made.Tables(tables);
  }

  private PageTable table(String name, Model model, List<Wrong> worst) {
    boolean classes = model.task() instanceof Task.Classification;
    List<PageColumn> columns =
        List.of(
            PageColumn.number("row", "row", ""),
            PageColumn.text("observed", "observed"),
            PageColumn.text("predicted", "predicted"),
            classes
                ? PageColumn.text("probability", "probability of the observed")
                : PageColumn.text("error", "error"),
            PageColumn.text("reasons", "what moved the prediction most"));
    return new PageTable(
        FileName.of(name(), name),
        "Largest errors",
        model.provenance().target(),
        "The %d rows that are furthest off.".formatted(worst.size()),
        columns,
        worst.stream().map(Wrong::cells).toList(),
        List.of());
  }

  /** A term with its value and, where there is one score, what it adds. */
  private static String reason(Contribution part) {
    String label = "%s = %s".formatted(part.term(), part.value());
    double added = part.scores().getFirst();
    return part.scores().size() > 1
        ? label
        : "%s %s%s".formatted(label, added > 0 ? "+" : "", Numbers.short3(added));
  }

  /**
   * A row that was predicted wrongly.
   *
   * @param row from 0
   * @param off how wrong it is: larger is worse
   */
  private record Wrong(
      int row, double off, String observed, String predicted, String error, String reasons) {
    List<Cell> cells() {
      return List.of(
          Cell.of(row + 1L),
          Cell.of(observed),
          Cell.of(predicted),
          Cell.of(error),
          Cell.of(reasons));
    }
  }

  /** A model and the rows that it is judged by. */
  private record Judged(Model model, Table table, Column observed) {
    List<Wrong> worst() {
      RowReader reader = new RowReader(model, table);
      Row row = model.newRow();
      double[] outputs = new double[model.task().outputCount()];
      List<Wrong> all = new ArrayList<>();
      for (int i = 0; i < table.rowCount(); i++) {
        reader.read(i, row);
        model.predict(row, outputs);
        wrong(i, outputs).ifPresent(all::add);
      }
      return all.stream()
          .sorted(Comparator.comparingDouble(Wrong::off).reversed())
          .limit(MOST_ROWS)
          .map(wrong -> withReasons(wrong, reader))
          .toList();
    }

    private Optional<Wrong> wrong(int row, double... outputs) {
      return switch (model.task()) {
        case Task.Regression _ -> wrongNumber(row, outputs[0]);
        case Task.Classification(var classes) -> wrongClass(row, classes, outputs);
      };
    }

    private Optional<Wrong> wrongNumber(int row, double predicted) {
      double actual = observed instanceof NumericColumn numbers ? numbers.value(row) : Double.NaN;
      double error = predicted - actual;
      return Double.isNaN(error)
          ? Optional.empty()
          : Optional.of(
              new Wrong(
                  row,
                  Math.abs(error),
                  Numbers.short3(actual),
                  Numbers.short3(predicted),
                  (error > 0 ? "+" : "") + Numbers.short3(error),
                  ""));
    }

    private Optional<Wrong> wrongClass(int row, List<String> classes, double... outputs) {
      int actual = classes.indexOf(observed.text(row));
      int predicted =
          IntStream.range(0, outputs.length)
              .reduce((best, k) -> outputs[k] > outputs[best] ? k : best)
              .orElseThrow();
      return actual < 0
          ? Optional.empty()
          : Optional.of(
              new Wrong(
                  row,
                  1 - outputs[actual],
                  classes.get(actual),
                  classes.get(predicted),
                  Numbers.percent(outputs[actual]),
                  ""));
    }

    /** Only explainable boosting machines know what moved a prediction. */
    private Wrong withReasons(Wrong wrong, RowReader reader) {
      if (!(model instanceof EbmModel ebm)) {
        return wrong;
      }
      Row row = ebm.newRow();
      reader.read(wrong.row(), row);
      String reasons =
          PredictionExplanation.of(ebm, row).contributions().stream()
              .sorted(Comparator.comparingDouble(Contribution::size).reversed())
              .limit(MOST_TERMS)
              .map(LargestErrors::reason)
              .collect(Collectors.joining(", "));
      return new Wrong(
          wrong.row(), wrong.off(), wrong.observed(), wrong.predicted(), wrong.error(), reasons);
    }
  }
}
