package org.limpid.experiment.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One contest as cells for people: a line per learner, then what the reference measured. */
final class ContestTable {
  private static final double LARGE = 1_000;
  private static final double MEDIUM = 10;
  private static final double KILO = 1_000;

  private final List<LearnerResult> results;
  private final String best;
  private final String notBest;
  private final boolean classes;
  private final List<String> notes = new ArrayList<>();
  private final List<List<String>> lines = new ArrayList<>();

  /**
   * @param results of one contest, the first of them of the run
   * @param best how the best figure of a column is shown, with one {@code %s}
   * @param notBest how any other is shown
   */
  ContestTable(List<LearnerResult> results, String best, String notBest) {
    this.results = results;
    this.best = best;
    this.notBest = notBest;
    classes =
        results.stream()
            .filter(LearnerResult::isOfRun)
            .anyMatch(result -> !Double.isNaN(result.accuracy()));
    results.forEach(this::line);
  }

  /** The name of the contest and how much was predicted. */
  String title() {
    LearnerResult first = results.getFirst();
    return String.format(
        Locale.ROOT,
        "%s: %s, %,d predicted%s",
        first.model(),
        first.variant(),
        first.testRows(),
        first.leaks().orElse(false) ? ", LEAKS THE ANSWER" : "");
  }

  List<String> header() {
    List<String> header = new ArrayList<>(List.of("learner", "readable", "MAE", "R2", "Spearman"));
    if (classes) {
      header.add("accuracy");
    }
    Collections.addAll(header, "CPU s", "size");
    return header;
  }

  List<List<String>> lines() {
    return lines;
  }

  /** What the numbers in brackets stand for, from 1 on. */
  List<String> notes() {
    return notes;
  }

  private void line(LearnerResult result) {
    List<String> cells = new ArrayList<>();
    String origin = result.isOfRun() ? "" : result.source() + ": ";
    cells.add(origin + result.learner() + reference(result.note()));
    cells.add(result.readable().map(readable -> readable ? "yes" : "no").orElse(""));
    double least = extreme(each -> -each.meanAbsoluteError());
    cells.add(
        marked(
            error(result.meanAbsoluteError()),
            result.isOfRun() && -result.meanAbsoluteError() == least));
    cells.add(marked(result, LearnerResult::r2));
    cells.add(marked(result, LearnerResult::spearman));
    if (classes) {
      cells.add(marked(result, LearnerResult::accuracy));
    }
    cells.add(seconds(result.fitCpuSeconds()));
    cells.add(size(result.byteCount()));
    lines.add(cells);
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

  private String marked(LearnerResult result, ToDoubleFunction<LearnerResult> figure) {
    double value = figure.applyAsDouble(result);
    return marked(text("%.3f", value), result.isOfRun() && value == extreme(figure));
  }

  private String marked(String text, boolean isBest) {
    return (isBest ? best : notBest).formatted(text);
  }

  /** The largest of a figure among the learners of the run; NaN if nobody has it. */
  private double extreme(ToDoubleFunction<LearnerResult> figure) {
    return results.stream()
        .filter(LearnerResult::isOfRun)
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(Double.NaN);
  }

  private static String error(double value) {
    return text(value >= LARGE ? "%,.0f" : value >= MEDIUM ? "%.2f" : "%.3f", value);
  }

  private static String seconds(double value) {
    return text(value >= MEDIUM ? "%.1f" : "%.2f", value);
  }

  private static String text(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  private static String size(long bytes) {
    if (bytes < 0) {
      return "-";
    }
    return bytes < KILO * KILO
        ? text("%.1f kB", bytes / KILO)
        : text("%.1f MB", bytes / KILO / KILO);
  }
}
