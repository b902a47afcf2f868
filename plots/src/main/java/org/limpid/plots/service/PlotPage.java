package org.limpid.plots.service;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.limpid.files.PrintableText;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.render.Format;
import org.limpid.results.table.Table;
import org.limpid.results.table.TableFormat;

/** A page in Markdown that shows all figures and tables. */
final class PlotPage {
  static final String FILE_NAME = "figures.md";

  private static final List<Format> SHOWN = List.of(Format.PNG, Format.SVG);

  private PlotPage() {}

  /** The page; empty if Markdown can't show the formats that the figures have. */
  static Optional<String> of(PlotReport report) {
    return SHOWN.stream()
        .filter(report.formats()::contains)
        .findFirst()
        .map(format -> of(report, format));
  }

  private static String of(PlotReport report, Format format) {
    StringBuilder page = new StringBuilder("# Figures and tables\n");
    report.tables().forEach(made -> page.append(table(made.content())));
    report.figures().forEach(made -> page.append(figure(made.content(), format)));
    return page.toString();
  }

  private static String table(Table table) {
    return "\n#" + new String(TableFormat.MD.render(table), StandardCharsets.UTF_8);
  }

  private static String figure(Figure figure, Format format) {
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
