package org.limpid.plots.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Reporter;
import org.limpid.plots.Exhibits;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.About;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.InputKind;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.table.PageTable;
import org.limpid.simulation.run.Parallel;

/**
 * Makes figures and tables and writes their files. Kinds that need only what may be read by several
 * threads are made at the same time; the result does not depend on it.
 */
public final class PlotService {
  private final List<Exhibit> all;
  private final PlotRequest request;
  private final PlotInputs inputs;
  private final Reporter reporter;

  private PlotService(
      List<Exhibit> all, PlotRequest request, PlotInputs inputs, Reporter reporter) {
    this.all = all;
    this.request = request;
    this.inputs = inputs;
    this.reporter = reporter;
  }

  /**
   * Carries out a request. Either all files are written in the end, or none.
   *
   * @throws DataException if an input can't be read, it has none of the figures and tables, or the
   *     files can't be written
   */
  public static PlotReport run(PlotRequest request, Reporter reporter) {
    return run(Exhibits.all(), request, reporter);
  }

  /**
   * The same with kinds of figures and tables of another engine.
   *
   * @param all those there are, called as in {@link Exhibits}
   */
  public static PlotReport run(List<Exhibit> all, PlotRequest request, Reporter reporter) {
    try (AtomicFolder folder = AtomicFolder.begin(request.out(), "figures", request.overwrite())) {
      PlotReport report = plot(all, request, request.inputs().open(), request.out(), reporter);
      PlotFiles.write(report, request, folder.path(), reporter);
      folder.commit();
      return report;
    }
  }

  /** Makes what a request asks for without writing it; messages speak of the folder. */
  static PlotReport plot(PlotRequest request, PlotInputs inputs, Path out, Reporter reporter) {
    return plot(Exhibits.all(), request, inputs, out, reporter);
  }

  private static PlotReport plot(
      List<Exhibit> all, PlotRequest request, PlotInputs inputs, Path out, Reporter reporter) {
    PlotReport report = new PlotService(all, request, inputs, reporter).plot();
    if (report.figures().isEmpty() && report.tables().isEmpty()) {
      String reasons =
          report.absences().stream()
              .map(absence -> "%s: %s".formatted(absence.kind().name(), absence.reason()))
              .collect(Collectors.joining("; "));
      throw new DataException(
          Problem.ofFile(out, "there is no figure to make (%s)".formatted(reasons), ""));
    }
    return report;
  }

  private PlotReport plot() {
    List<Exhibit> kinds =
        all.stream()
            .filter(this::isWanted)
            .sorted(Comparator.comparing(kind -> kind.about().type()))
            .toList();
    Map<Exhibit, Made> made = new ConcurrentHashMap<>();
    List<Runnable> pieces = new ArrayList<>();
    for (List<Exhibit> piece : pieces(kinds)) {
      pieces.add(() -> piece.forEach(kind -> made.put(kind, make(kind))));
    }
    reporter.begin("Drawing", kinds.size());
    Parallel.run(pieces, request.threads());
    reporter.end();
    return report(kinds, made);
  }

  private boolean isWanted(Exhibit kind) {
    boolean none =
        switch (kind.about().type()) {
          case FIGURE -> request.formats().isEmpty();
          case TABLE -> request.tableFormats().isEmpty();
        };
    return !none && (request.names().isEmpty() || request.names().contains(kind.name()));
  }

  /** A data set serves one thread only, so what needs it is one piece of work. */
  private static List<List<Exhibit>> pieces(List<Exhibit> kinds) {
    Map<Boolean, List<Exhibit>> byData =
        kinds.stream()
            .collect(
                Collectors.partitioningBy(kind -> kind.about().needs().contains(InputKind.DATA)));
    List<List<Exhibit>> pieces = new ArrayList<>(List.of(byData.get(true)));
    byData.get(false).forEach(kind -> pieces.add(List.of(kind)));
    return pieces;
  }

  private Made make(Exhibit kind) {
    String missing = missing(kind.about());
    Made made = missing.isEmpty() ? kind.make(inputs, request.choice()) : new Made.Nothing(missing);
    reporter.advance(1);
    return made;
  }

  /** Which inputs are not there, a clause without a full stop; empty if all are. */
  private String missing(About about) {
    Set<InputKind> missing = EnumSet.copyOf(about.needs());
    missing.removeAll(inputs.given());
    String hints =
        missing.stream()
            .filter(need -> inputs.runFolder().isPresent() && !need.hint().isEmpty())
            .map(need -> ". " + need.hint())
            .collect(Collectors.joining());
    return missing.isEmpty()
        ? ""
        : missing.stream()
            .map(InputKind::option)
            .collect(Collectors.joining(" and ", "needs ", hints));
  }

  /** Names that differ only in characters which files can't have get a number. */
  private PlotReport report(List<Exhibit> kinds, Map<Exhibit, Made> made) {
    List<PlotReport.Entry<Figure>> figures = new ArrayList<>();
    List<PlotReport.Entry<PageTable>> tables = new ArrayList<>();
    List<PlotReport.Absence> absences = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Exhibit kind : kinds) {
      switch (made.get(kind)) {
        case Made.Figures drawn -> {
          for (Figure figure : drawn.figures()) {
            String name = FileName.unique(figure.name(), names);
            figures.add(new PlotReport.Entry<>(kind, figure.named(name)));
          }
        }
        case Made.Tables filled -> {
          for (PageTable table : filled.tables()) {
            String name = FileName.unique(table.name(), names);
            tables.add(new PlotReport.Entry<>(kind, table.named(name)));
          }
        }
        case Made.Nothing none -> absences.add(new PlotReport.Absence(kind, none.reason()));
      }
    }
    return new PlotReport(figures, tables, absences, request.formats(), request.tableFormats());
  }
}
