package org.limpid.plots.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.limpid.experiment.compare.LearnerResult;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.table.Cell;
import org.limpid.results.table.Numbers;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;

/** Readable models and black boxes on the three models of Lucid, a table per contest. */
public final class Table7 implements Exhibit {
  private static final double LARGE = 1_000;
  private static final double MEDIUM = 10;
  private static final double KILO = 1_000;

  @Override
  public About about() {
    return About.table(
            "table7", "readable models and black boxes, a table per contest", Chapter.COMPARISON)
        .inPaper("Table 7");
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    Map<String, List<LearnerResult>> contests = new LinkedHashMap<>();
    for (LearnerResult row : inputs.comparison().rows()) {
      contests.computeIfAbsent(row.contest(), _ -> new ArrayList<>()).add(row);
    }
    if (contests.isEmpty()) {
      return new Made.Nothing("nothing was compared");
    }
    return new Made.Tables(
        contests.values().stream().map(rows -> new Contest(rows).table()).toList());
  }

  /** The rows of one contest, in which the best learners of the run are marked. */
  private static final class Contest {
    private final List<LearnerResult> rows;
    private final boolean classes;
    private final List<String> notes = new ArrayList<>();

    private Contest(List<LearnerResult> rows) {
      this.rows = rows;
      classes = rows.stream().anyMatch(row -> !Double.isNaN(row.accuracy()));
    }

    PageTable table() {
      LearnerResult first = rows.getFirst();
      List<List<Cell>> cells = rows.stream().map(this::cells).toList();
      return new PageTable(
          FileName.of("table7", first.contest()),
          "Table 7",
          "%s, %s predicted%s"
              .formatted(
                  capitalised(first.contest()),
                  Numbers.whole(first.testRows()),
                  first.leaks().orElse(false) ? ", leaks the answer" : ""),
          caption(),
          columns(),
          cells,
          numberedNotes());
    }

    private static String capitalised(String words) {
      return words.isEmpty()
          ? ""
          : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private List<PageColumn> columns() {
      List<PageColumn> columns = new ArrayList<>();
      columns.add(PageColumn.text("learner", "learner"));
      columns.add(PageColumn.text("readable", "readable"));
      columns.add(PageColumn.number("mae", "MAE", ""));
      columns.add(PageColumn.number("r2", "R2", ""));
      columns.add(PageColumn.number("spearman", "Spearman", ""));
      if (classes) {
        columns.add(PageColumn.number("accuracy", "accuracy", ""));
      }
      columns.add(PageColumn.number("fit_cpu_seconds", "fit", "CPU s"));
      columns.add(PageColumn.number("kilobytes", "size", "kB"));
      return columns;
    }

    private List<Cell> cells(LearnerResult row) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(origin(row) + row.learner() + reference(row.note())));
      cells.add(Cell.of(row.readable().map(readable -> readable ? "yes" : "no").orElse("")));
      cells.add(lowest(row, LearnerResult::meanAbsoluteError));
      cells.add(highest(row, LearnerResult::r2));
      cells.add(highest(row, LearnerResult::spearman));
      if (classes) {
        cells.add(highest(row, LearnerResult::accuracy));
      }
      cells.add(Cell.of(row.fitCpuSeconds(), row.fitCpuSeconds() >= MEDIUM ? 1 : 2));
      cells.add(Cell.of(row.byteCount() < 0 ? Double.NaN : row.byteCount() / KILO, 1));
      return cells;
    }

    private static String origin(LearnerResult row) {
      return row.isOfRun() ? "" : row.source() + ": ";
    }

    private String reference(String note) {
      if (note.isEmpty()) {
        return "";
      }
      if (!notes.contains(note)) {
        notes.add(note);
      }
      return " [%d]".formatted(notes.indexOf(note) + 1);
    }

    private List<String> numberedNotes() {
      List<String> numbered = new ArrayList<>();
      for (int i = 0; i < notes.size(); i++) {
        numbered.add("[%d] %s".formatted(i + 1, notes.get(i)));
      }
      return numbered;
    }

    private Cell lowest(LearnerResult row, ToDoubleFunction<LearnerResult> figure) {
      double value = figure.applyAsDouble(row);
      int decimals = value >= LARGE ? 0 : value >= MEDIUM ? 2 : 3;
      boolean isBest = row.isOfRun() && -value == best(other -> -figure.applyAsDouble(other));
      return new Cell.Amount(value, decimals, isBest);
    }

    private Cell highest(LearnerResult row, ToDoubleFunction<LearnerResult> figure) {
      double value = figure.applyAsDouble(row);
      return new Cell.Amount(value, 3, row.isOfRun() && value == best(figure));
    }

    /** The largest of a figure among the learners of the run; NaN if none has it. */
    private double best(ToDoubleFunction<LearnerResult> figure) {
      return rows.stream()
          .filter(LearnerResult::isOfRun)
          .mapToDouble(figure)
          .filter(value -> !Double.isNaN(value))
          .max()
          .orElse(Double.NaN);
    }

    /** Who has the smallest error, and how the best readable learner compares. */
    private String caption() {
      LearnerResult best = leastError(false);
      LearnerResult readable = leastError(true);
      if (best == null) {
        return "";
      }
      String sentence = "The smallest mean absolute error is that of %s".formatted(best.learner());
      if (readable == null || readable == best || best.meanAbsoluteError() == 0) {
        return sentence + (readable == best ? ", which can be read." : ".");
      }
      double ratio = readable.meanAbsoluteError() / best.meanAbsoluteError();
      return "%s; that of %s, which can be read, is %s larger."
          .formatted(sentence, readable.learner(), Numbers.percent(ratio - 1));
    }

    private LearnerResult leastError(boolean onlyReadable) {
      LearnerResult least = null;
      for (LearnerResult row : rows) {
        boolean counts = row.isOfRun() && (!onlyReadable || row.readable().orElse(false));
        if (counts
            && !Double.isNaN(row.meanAbsoluteError())
            && (least == null || row.meanAbsoluteError() < least.meanAbsoluteError())) {
          least = row;
        }
      }
      return least;
    }
  }
}
