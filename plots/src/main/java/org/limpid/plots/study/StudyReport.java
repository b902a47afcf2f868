package org.limpid.plots.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limpid.files.AtomicFiles;
import org.limpid.files.Version;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.render.Format;
import org.limpid.plots.render.RenderOptions;
import org.limpid.plots.report.HtmlReport;
import org.limpid.plots.report.Item;
import org.limpid.plots.report.PdfReport;
import org.limpid.plots.report.Report;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.PageTable;
import org.limpid.results.table.TableFormat;

/**
 * Writes what a study draws: each figure as PDF, PNG and SVG, its numbers as tables, and all of it
 * in a report. The same figures give the same bytes.
 *
 * @param title of the report
 * @param about what a reader must know first
 * @param figures in the order of the report
 * @param runs file with the table of all runs, which is there
 */
public record StudyReport(
    String title, List<Report.Fact> about, List<PaperFigure> figures, String runs) {
  private static final String FIGURES = "figures";
  private static final String PDF = "report.pdf";
  private static final List<TableFormat> TABLES = List.of(TableFormat.CSV, TableFormat.MD);
  private static final List<String> FORMATS =
      List.of(Format.values()).stream().map(Format::extension).toList();
  private static final List<String> TABLE_ENDS =
      TABLES.stream().map(TableFormat::extension).toList();

  public StudyReport {
    about = List.copyOf(about);
    figures = List.copyOf(figures);
  }

  /**
   * Writes all files.
   *
   * @param folder exists
   * @param commandLine the words of the command, for the report
   * @throws org.limpid.files.DataException if one can't be written
   */
  public void write(Path folder, List<String> commandLine) {
    Path place = folder.resolve(FIGURES);
    try {
      Files.createDirectory(place);
    } catch (IOException failure) {
      throw AtomicFiles.cannotWrite(place, failure);
    }
    for (PaperFigure each : figures) {
      save(each.figure(), place);
      save(each.table(), place);
    }
    Report report = report(commandLine);
    save(folder.resolve(HtmlReport.FILE), HtmlReport.render(report));
    save(folder.resolve(PDF), PdfReport.render(report));
  }

  private Report report(List<String> commandLine) {
    List<Report.Section> sections = new ArrayList<>();
    for (PaperFigure each : figures) {
      sections.add(section(sections.size() + 1, each));
    }
    List<Report.Fact> facts =
        List.of(
            new Report.Fact("Report", String.join(" ", commandLine)),
            new Report.Fact("Version", "Limpid " + Version.current()));
    return new Report(title, about, sections, facts, List.of(new Report.Link(runs, runs)));
  }

  private static Report.Section section(int number, PaperFigure each) {
    Figure figure = each.figure();
    PageTable table = each.table();
    Optional<String> inPaper = Optional.of(each.inPaper()).filter(place -> !place.isEmpty());
    return new Report.Section(
        Report.Part.RUN,
        "section-" + figure.name(),
        inPaper.map(place -> place + ": ").orElse("") + figure.title(),
        List.of(),
        List.of(
            new Item.Picture(number, figure, inPaper, links(figure.name(), FORMATS)),
            new Item.Tabulation(table, links(table.name(), TABLE_ENDS))));
  }

  private static List<Report.Link> links(String name, List<String> ends) {
    return ends.stream()
        .map(end ->
            new Report.Link(end.toUpperCase(Locale.ROOT), "%s/%s.%s".formatted(FIGURES, name, end)))
        .toList();
  }

  private static void save(Figure figure, Path place) {
    for (Format format : Format.values()) {
      save(
          place.resolve(figure.name() + "." + format.extension()),
          format.render(figure, RenderOptions.of(Theme.PAPER)));
    }
  }

  private static void save(PageTable table, Path place) {
    for (TableFormat format : TABLES) {
      save(place.resolve(table.name() + "." + format.extension()), format.render(table));
    }
  }

  private static void save(Path file, byte[] bytes) {
    AtomicFiles.write(file, out -> out.write(bytes));
  }
}
