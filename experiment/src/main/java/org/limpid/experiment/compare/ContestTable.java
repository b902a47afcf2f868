package org.limpid.experiment.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** One contest as cells for people: a line per learner, then what the reference measured. */
final class ContestTable {
  private static final double LARGE = 1_000;
  private static final double MEDIUM = 10;
  private static final double KILO = 1_000;

  private final List<Standing> standings;
  private final List<ReferenceFigure> figures;
  private final String best;
  private final String notBest;
  private final boolean classes;
  private final List<String> notes = new ArrayList<>();
  private final List<List<String>> lines = new ArrayList<>();

  /**
   * @param standings of one contest
   * @param figures of the same contest
   * @param best how the best figure of a column is shown, with one {@code %s}
   * @param notBest how any other is shown
   */
  ContestTable(
      List<Standing> standings, List<ReferenceFigure> figures, String best, String notBest) {
    this.standings = standings;
    this.figures = figures;
    this.best = best;
    this.notBest = notBest;
    classes = standings.stream().anyMatch(standing -> !Double.isNaN(standing.accuracy()));
    standings.forEach(this::line);
    figures.forEach(this::line);
  }

  /** The name of the contest and how much was predicted. */
  String title() {
    Standing first = standings.getFirst();
    return String.format(
        Locale.ROOT,
        "%s: %s, %,d predicted%s",
        first.model().label(),
        first.variant(),
        first.testRows(),
        first.leaks() ? ", LEAKS THE ANSWER" : "");
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

  private void line(Standing standing) {
    List<String> cells = new ArrayList<>();
    cells.add(standing.learner() + reference(standing.remark()));
    cells.add(standing.readable() ? "yes" : "no");
    double least = extreme(s -> -s.meanAbsoluteError());
    cells.add(marked(error(standing.meanAbsoluteError()), -standing.meanAbsoluteError() == least));
    cells.add(marked(standing, Standing::r2));
    cells.add(marked(standing, Standing::spearman));
    if (classes) {
      cells.add(marked(standing, Standing::accuracy));
    }
    cells.add(seconds(standing.fitCpuSeconds()));
    cells.add(size(standing.byteCount()));
    lines.add(cells);
  }

  private void line(ReferenceFigure figure) {
    List<String> cells = new ArrayList<>();
    String origin = figure.published() ? "published: " : "reference: ";
    cells.add(origin + figure.learner() + reference(figure.note()));
    cells.add("");
    cells.add(marked(error(figure.meanAbsoluteError()), false));
    cells.add(marked(text("%.3f", figure.r2()), false));
    cells.add(marked(text("%.3f", figure.spearman()), false));
    if (classes) {
      cells.add(marked(text("%.3f", figure.accuracy()), false));
    }
    cells.add(seconds(figure.fitCpuSeconds()));
    cells.add("-");
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

  private String marked(Standing standing, ToDoubleFunction<Standing> figure) {
    double value = figure.applyAsDouble(standing);
    return marked(text("%.3f", value), value == extreme(figure));
  }

  private String marked(String text, boolean isBest) {
    return (isBest ? best : notBest).formatted(text);
  }

  /** The largest of a figure; NaN if nobody has it. */
  private double extreme(ToDoubleFunction<Standing> figure) {
    DoubleStream known =
        standings.stream().mapToDouble(figure).filter(value -> !Double.isNaN(value));
    return known.max().orElse(Double.NaN);
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
