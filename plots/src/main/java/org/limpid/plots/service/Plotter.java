package org.limpid.plots.service;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.limpid.files.Reporter;
import org.limpid.plots.FigureRegistry;
import org.limpid.plots.TableRegistry;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.Outcome;
import org.limpid.plots.figure.TableOutcome;
import org.limpid.plots.figure.TableSource;
import org.limpid.results.table.Table;
import org.limpid.simulation.run.Parallel;

/**
 * Makes figures and tables of inputs. Kinds that need only what may be read by several threads are
 * made at the same time; the result does not depend on it.
 */
final class Plotter {
  private final PlotRequest request;
  private final Inputs inputs;
  private final Reporter reporter;
  private final Map<String, Outcome> figures = new LinkedHashMap<>();
  private final Map<String, TableOutcome> tables = new LinkedHashMap<>();

  Plotter(PlotRequest request, Inputs inputs, Reporter reporter) {
    this.request = request;
    this.inputs = inputs;
    this.reporter = reporter;
  }

  PlotReport plot() {
    List<FigureSource> figureKinds =
        request.formats().isEmpty()
            ? List.of()
            : FigureRegistry.all().stream().filter(kind -> isWanted(kind.name())).toList();
    List<TableSource> tableKinds =
        request.tableFormats().isEmpty()
            ? List.of()
            : TableRegistry.all().stream().filter(kind -> isWanted(kind.name())).toList();
    figureKinds.forEach(kind -> figures.put(kind.name(), null));
    tableKinds.forEach(kind -> tables.put(kind.name(), null));
    reporter.begin("Drawing", figureKinds.size() + tableKinds.size());
    Parallel.run(pieces(figureKinds, tableKinds), request.threads());
    reporter.end();
    return report();
  }

  private boolean isWanted(String kind) {
    return request.names().isEmpty() || request.names().contains(kind);
  }

  /** A data set serves one thread only, so what needs it is one piece of work. */
  private List<Runnable> pieces(List<FigureSource> figureKinds, List<TableSource> tableKinds) {
    List<Runnable> pieces = new ArrayList<>();
    List<FigureSource> ofData =
        figureKinds.stream().filter(kind -> kind.needs().contains(Need.DATA)).toList();
    pieces.add(() -> ofData.forEach(this::draw));
    figureKinds.stream()
        .filter(kind -> !ofData.contains(kind))
        .forEach(kind -> pieces.add(() -> draw(kind)));
    pieces.add(() -> tableKinds.forEach(this::tabulate));
    return pieces;
  }

  private void draw(FigureSource kind) {
    String missing = missing(kind.needs());
    Outcome outcome =
        missing.isEmpty() ? kind.figures(inputs, request.choice()) : new Outcome.Absent(missing);
    synchronized (figures) {
      figures.put(kind.name(), outcome);
      reporter.advance(1);
    }
  }

  private void tabulate(TableSource kind) {
    String missing = missing(kind.needs());
    TableOutcome outcome =
        missing.isEmpty()
            ? kind.tables(inputs, request.choice())
            : new TableOutcome.Absent(missing);
    synchronized (figures) {
      tables.put(kind.name(), outcome);
      reporter.advance(1);
    }
  }

  /** Which inputs are not there, a clause without a full stop; empty if all are. */
  private String missing(Set<Need> needs) {
    Set<Need> missing = EnumSet.copyOf(needs);
    missing.removeAll(inputs.given());
    String hints =
        missing.stream()
            .filter(need -> inputs.runFolder().isPresent() && !need.hint().isEmpty())
            .map(need -> ". " + need.hint())
            .collect(Collectors.joining());
    return missing.isEmpty()
        ? ""
        : missing.stream().map(Need::option).collect(Collectors.joining(" and ", "needs ", hints));
  }

  private PlotReport report() {
    List<PlotReport.Made<Figure>> drawn = new ArrayList<>();
    List<PlotReport.Made<Table>> tabulated = new ArrayList<>();
    List<PlotReport.Absence> absences = new ArrayList<>();
    Set<String> names = new HashSet<>();
    figures.forEach((kind, outcome) -> {
      switch (outcome) {
        case Outcome.Drawn made ->
            made.figures()
                .forEach(figure ->
                    drawn.add(
                        new PlotReport.Made<>(
                            kind, figure.named(FileName.unique(figure.name(), names)))));
        case Outcome.Absent absent -> absences.add(new PlotReport.Absence(kind, absent.reason()));
      }
    });
    tables.forEach((kind, outcome) -> {
      switch (outcome) {
        case TableOutcome.Made made ->
            made.tables()
                .forEach(table ->
                    tabulated.add(
                        new PlotReport.Made<>(
                            kind, table.named(FileName.unique(table.name(), names)))));
        case TableOutcome.Absent absent ->
            absences.add(new PlotReport.Absence(kind, absent.reason()));
      }
    });
    return new PlotReport(drawn, tabulated, absences, request.formats(), request.tableFormats());
  }
}
