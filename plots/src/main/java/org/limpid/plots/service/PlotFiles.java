package org.limpid.plots.service;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.limpid.files.AtomicFiles;
import org.limpid.files.PrintableText;
import org.limpid.files.Reporter;
import org.limpid.files.Version;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.render.Format;
import org.limpid.results.table.PageTable;
import org.limpid.results.table.TableFormat;
import org.limpid.simulation.run.Parallel;
import tools.jackson.databind.json.JsonMapper;

/** Writes the files of figures and tables, and one that says what they are. */
final class PlotFiles {
  /** The file that says what is in the folder. */
  static final String INDEX = "figures.json";

  private static final String PAGE = "figures.md";
  private static final List<Format> ON_PAGE = List.of(Format.PNG, Format.SVG);

  private final PlotRequest request;
  private final Path folder;
  private final Reporter reporter;
  private final List<Runnable> files = new ArrayList<>();

  private PlotFiles(PlotRequest request, Path folder, Reporter reporter) {
    this.request = request;
    this.folder = folder;
    this.reporter = reporter;
  }

  static void write(PlotReport report, PlotRequest request, Path folder, Reporter reporter) {
    PlotFiles writer = new PlotFiles(request, folder, reporter);
    report.figures().forEach(made -> writer.figure(made.content()));
    report.tables().forEach(made -> writer.table(made.content()));
    reporter.begin("Writing", writer.files.size());
    Parallel.run(writer.files, request.threads());
    reporter.end();
    page(report)
        .ifPresent(page ->
            AtomicFiles.write(
                folder.resolve(PAGE), out -> out.write(page.getBytes(StandardCharsets.UTF_8))));
    writer.index(report);
  }

  private void figure(Figure figure) {
    for (Format format : request.formats()) {
      add(
          figure.name() + "." + format.extension(),
          () -> format.render(figure, request.rendering()));
    }
  }

  private void table(PageTable table) {
    for (TableFormat format : request.tableFormats()) {
      add(table.name() + "." + format.extension(), () -> format.render(table, request.texts()));
    }
  }

  private void add(String name, Supplier<byte[]> content) {
    files.add(() -> {
      byte[] bytes = content.get();
      AtomicFiles.write(folder.resolve(name), out -> out.write(bytes));
      reporter.advance(1);
    });
  }

  private void index(PlotReport report) {
    Map<String, Object> index = new LinkedHashMap<>();
    index.put("format", "limpid-figures/1");
    index.put("version", Version.current());
    index.put("command", request.commandLine());
    index.put("theme", request.rendering().theme().name());
    index.putAll(report.toJson());
    byte[] json =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(index);
    AtomicFiles.write(folder.resolve(INDEX), out -> out.write(json));
  }

  /** A page in Markdown that shows all, if it can show a format of the figures. */
  private static Optional<String> page(PlotReport report) {
    return ON_PAGE.stream()
        .filter(report.formats()::contains)
        .findFirst()
        .map(format -> page(report, format));
  }

  private static String page(PlotReport report, Format format) {
    StringBuilder page = new StringBuilder("# Figures and tables\n");
    report.tables().forEach(made -> page.append(section(made.content())));
    report.figures().forEach(made -> page.append(section(made.content(), format)));
    return page.toString();
  }

  private static String section(PageTable table) {
    return "\n#" + new String(TableFormat.MD.render(table), StandardCharsets.UTF_8);
  }

  private static String section(Figure figure, Format format) {
    return """

    ## %s

    ![%s](%s.%s)

    %s
    """
        .formatted(
            words(figure.title()),
            words(figure.alternativeText().replaceAll("[\\[\\]\\r\\n]", " ")),
            figure.name(),
            format.extension(),
            words(figure.caption()));
  }

  /** One line in which nothing is an element of HTML, which Markdown may hold. */
  private static String words(String text) {
    return PrintableText.inLine(text).replace("<", "&lt;");
  }
}
