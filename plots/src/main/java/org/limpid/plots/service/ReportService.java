package org.limpid.plots.service;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limpid.data.io.CsvTexts;
import org.limpid.experiment.reproduce.ReproductionRequest;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.Reporter;
import org.limpid.files.Version;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.report.HtmlReport;
import org.limpid.plots.report.PdfReport;
import org.limpid.plots.report.Report;
import org.limpid.plots.report.ReportBuilder;
import org.limpid.results.RunFolder;
import org.limpid.simulation.run.Parallel;

/** Writes a report with all figures and tables, and these as files of their own. */
public final class ReportService {
  /** How the folder of a report is marked. */
  public static final String KIND = "report";

  /** Folder of figures and tables within that of the report. */
  static final String FIGURES = "figures";

  static final String HTML = HtmlReport.FILE;
  static final String PDF = "report.pdf";

  private final ReportRequest request;
  private final Reporter reporter;
  private final PlotInputs inputs;

  private ReportService(ReportRequest request, Reporter reporter) {
    this.request = request;
    this.reporter = reporter;
    inputs = request.inputs().open();
  }

  /**
   * Makes the report of a run that was reproduced; see {@link
   * org.limpid.experiment.reproduce.Reproduction.ReportMaker}.
   */
  public static void make(
      ReproductionRequest request,
      Optional<Path> models,
      Optional<Path> comparison,
      Reporter reporter) {
    InputFolders inputs =
        new InputFolders(
            Optional.of(request.results()),
            models.stream().toList(),
            Optional.of(request.data()),
            comparison,
            Optional.empty());
    run(
        new ReportRequest(
            inputs,
            request.report(),
            request.overwrite(),
            CsvTexts.EXACT,
            request.threads(),
            request.commandLine()),
        reporter);
  }

  /**
   * Carries out a request. Either all files are written in the end, or none.
   *
   * @throws DataException if an input can't be read, nothing can be made from what is there, or the
   *     files can't be written
   */
  public static PlotReport run(ReportRequest request, Reporter reporter) {
    try (AtomicFolder folder = AtomicFolder.begin(request.out(), KIND, request.overwrite())) {
      PlotReport report = new ReportService(request, reporter).write(folder.path());
      folder.commit();
      return report;
    }
  }

  private PlotReport write(Path folder) {
    PlotRequest plots = request.plots();
    PlotReport made = PlotService.plot(plots, inputs, request.out(), reporter);
    PlotFiles.write(made, plots, created(folder.resolve(FIGURES)), reporter);
    Report report = report(made);
    reporter.begin("Writing the report", 2);
    Parallel.run(
        List.of(
            () -> write(folder.resolve(PDF), PdfReport.render(report)),
            () -> {
              HtmlReport.renderModels(report)
                  .ifPresent(page -> save(folder.resolve(HtmlReport.MODELS_FILE), page));
              write(folder.resolve(HTML), HtmlReport.render(report));
            }),
        request.threads());
    reporter.end();
    return made;
  }

  private void write(Path file, byte[] bytes) {
    save(file, bytes);
    reporter.advance(1);
  }

  private static void save(Path file, byte[] bytes) {
    AtomicFiles.write(file, out -> out.write(bytes));
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectory(folder);
    } catch (IOException failure) {
      throw AtomicFiles.cannotWrite(folder, failure);
    }
  }

  private Report report(PlotReport made) {
    ReportBuilder builder = new ReportBuilder(inputs, FigureOptions.NONE);
    inputs
        .runFolder()
        .filter(run -> !run.policiesWithWaits().isEmpty())
        .ifPresent(run -> builder.with(ReportStories.of(run.folder())));
    made.tables()
        .forEach(table ->
            builder.add(
                table.kind(),
                table.content(),
                links(table.content().name(), made.tableExtensions())));
    made.figures()
        .forEach(figure ->
            builder.add(
                figure.kind(),
                figure.content(),
                links(figure.content().name(), made.extensions())));
    return builder.build(
        String.join(" ", request.commandLine()), Version.current(), filesOfTheRun());
  }

  private static List<Report.Link> links(String name, List<String> extensions) {
    return extensions.stream()
        .map(end ->
            new Report.Link(end.toUpperCase(Locale.ROOT), "%s/%s.%s".formatted(FIGURES, name, end)))
        .toList();
  }

  private List<Report.Link> filesOfTheRun() {
    List<Report.Link> links = new ArrayList<>();
    inputs.runFolder().ifPresent(run -> run.tables().forEach(file -> link(run, file, links)));
    return links;
  }

  private void link(RunFolder run, String file, List<Report.Link> links) {
    Path from = request.out().toAbsolutePath().normalize();
    Path to = run.folder().toAbsolutePath().normalize().resolve(file);
    if (from.getRoot().equals(to.getRoot())) {
      links.add(new Report.Link(file, address(from, to)));
    }
  }

  /** The address of a file on a page in a folder, both absolute and with the same root. */
  private static String address(Path folder, Path file) {
    List<String> names = new ArrayList<>();
    folder.relativize(file).forEach(name -> names.add(name.toString()));
    try {
      String first = names.getFirst().contains(":") ? "./" : "";
      return first + new URI(null, null, String.join("/", names), null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("expected a path, found " + names, e);
    }
  }
}
