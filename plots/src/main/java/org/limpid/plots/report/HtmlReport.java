package org.limpid.plots.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.files.PrintableText;
import org.limpid.plots.figure.Size;
import org.limpid.plots.font.Typeface;
import org.limpid.plots.jobs.JobData;
import org.limpid.plots.jobs.TimeData;
import org.limpid.plots.render.RenderOptions;
import org.limpid.plots.render.SvgRenderer;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.HtmlTable;
import org.limpid.results.table.Numbers;

/**
 * Writes reports as one web page that asks nobody for anything: figures, typeface, style and script
 * are in it. Its bytes depend on the report only.
 */
public final class HtmlReport {
  private static final RenderOptions RENDERING = RenderOptions.of(Theme.PAPER);

  /** Tables of more rows are scrolled in a box. */
  private static final int TALL_TABLE = 40;

  /** Name of the file of the first page. */
  public static final String FILE = "report.html";

  /** Name of the file of the page of models. */
  public static final String MODELS_FILE = "models.html";

  private final Report report;
  private final List<Report.Section> sections;
  private final String file;

  private final StringBuilder html = new StringBuilder();

  private HtmlReport(Report report, List<Report.Section> sections, String file) {
    this.report = report;
    this.sections = sections;
    this.file = file;
  }

  /** The bytes of the first page: all, or all but the models if there is more. */
  public static byte[] render(Report report) {
    List<Report.Section> first =
        report.isInParts() ? report.sections(Report.Part.RUN) : report.sections();
    return new HtmlReport(report, first, FILE).page().getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of the page of models; empty if the first one has them. */
  public static Optional<byte[]> renderModels(Report report) {
    return Optional.of(report)
        .filter(Report::isInParts)
        .map(it -> new HtmlReport(it, it.sections(Report.Part.MODELS), MODELS_FILE).page())
        .map(page -> page.getBytes(StandardCharsets.UTF_8));
  }

  private String page() {
    sections.forEach(this::section);
    footer();
    String body = header() + html;
    Optional<JobData> jobs = jobs();
    String script =
        resource("report.js")
            + resource("marks.js")
            + jobs.map(_ -> resource("jobs.js")).orElse("");
    String style = resource("report.css") + jobs.map(_ -> jobStyles()).orElse("");
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:">
    <title>%s</title>
    <style>
    %s
    %s</style>
    </head>
    <body>
    %s%s<script>
    %s</script>
    </body>
    </html>
    """
        .formatted(
            escaped(report.title()),
            fonts(body + script),
            style,
            body,
            jobs.map(HtmlReport::packed).orElse(""),
            script);
  }

  /**
   * Time lines and what draws them, at once where they stand: the rest of the page is long, and the
   * jobs longer. The library of charts comes with its licence in place of its first line, an
   * address.
   */
  private static String timeLines(TimeData data) {
    String library = resource("uplot/uPlot.iife.min.js");
    return resource("timelines.html").replace("{data}", data.json())
        + "<script>\n"
        + resource("shared.js")
        + "/* uPlot\n\n"
        + resource("uplot/LICENSE")
        + "*/"
        + library.substring(library.indexOf('\n'))
        + resource("timelines.js")
        + "</script>\n";
  }

  private static String packed(JobData data) {
    return "<script type=\"application/octet-stream\" id=\"jobs-data\">%s</script>\n"
        .formatted(PackedText.of(data.json()));
  }

  private static String jobStyles() {
    return resource("uplot/uPlot.min.css") + resource("jobs.css") + resource("timelines.css");
  }

  /** The jobs that one can pick on the page. */
  private Optional<JobData> jobs() {
    return sections.stream()
        .flatMap(section -> section.items().stream())
        .filter(Item.JobPicker.class::isInstance)
        .map(Item.JobPicker.class::cast)
        .map(Item.JobPicker::data)
        .findFirst();
  }

  /** Both weights, with all characters of the page and those that every page may show. */
  private static String fonts(String body) {
    Set<Integer> characters = new TreeSet<>();
    IntStream.rangeClosed(' ', '~').forEach(characters::add);
    body.codePoints().filter(c -> c > '~').forEach(characters::add);
    return Typeface.regular().css(characters) + "\n" + Typeface.bold().css(characters);
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String header() {
    String contents =
        report.sections().stream()
            .map(section ->
                "<li><a href=\"%s#%s\">%s</a></li>\n"
                    .formatted(fileOf(section), section.name(), escaped(section.heading())))
            .collect(Collectors.joining());
    return """
    <header>
    <h1>%s</h1>
    %s<nav aria-label="Contents"><ul>
    %s</ul></nav>
    </header>
    <main>
    """
        .formatted(escaped(report.title()), facts(report.about()), contents);
  }

  /** The file that has a section, seen from this page. */
  private String fileOf(Report.Section section) {
    if (sections.contains(section)) {
      return "";
    }
    return file.equals(FILE) ? MODELS_FILE : FILE;
  }

  private static String facts(List<Report.Fact> facts) {
    return facts.stream()
        .map(fact ->
            "<dt>%s</dt><dd>%s</dd>\n".formatted(escaped(fact.label()), escaped(fact.value())))
        .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
  }

  private void section(Report.Section section) {
    html.append(
        "<section id=\"%s\">\n<h2>%s</h2>\n".formatted(section.name(), escaped(section.heading())));
    if (!section.sentences().isEmpty()) {
      html.append("<ul class=\"story\">\n");
      section
          .sentences()
          .forEach(words -> html.append("<li>").append(escaped(words)).append("</li>\n"));
      html.append("</ul>\n");
    }
    html.append("<div class=\"items\">\n");
    for (Item item : section.items()) {
      switch (item) {
        case Item.Picture picture -> picture(picture);
        case Item.Tabulation table -> table(table);
        case Item.JobPicker jobs -> html.append(jobPicker(jobs.data()));
        case Item.TimeLines lines -> html.append(timeLines(lines.data()));
      }
    }
    html.append("</div>\n</section>\n");
  }

  private void picture(Item.Picture picture) {
    String kind = picture.figure().size().widthMillimetres() > Size.COLUMN ? "wide" : "narrow";
    html.append("<figure class=\"%s\" id=\"%s\">\n".formatted(kind, picture.name()));
    scroll(picture.figure().title());
    html.append(SvgRenderer.element(picture.figure(), RENDERING, "svg-" + picture.name()))
        .append("</div>\n");
    html.append("<figcaption><strong>").append(escaped(picture.title())).append(".</strong> ");
    html.append(escaped(picture.figure().caption()));
    links(picture.links());
    html.append("</figcaption>\n</figure>\n");
  }

  private void table(Item.Tabulation item) {
    String id = item.name();
    String kind = item.table().rows().size() > TALL_TABLE ? "table tall" : "table";
    html.append("<figure class=\"%s\" id=\"%s\">\n".formatted(kind, id));
    html.append("<figcaption><strong>")
        .append(escaped(item.table().heading()))
        .append(".</strong> ");
    html.append(escaped(item.table().caption()));
    links(item.links());
    html.append("</figcaption>\n");
    scroll(item.table().title());
    html.append("<table class=\"sortable\">\n").append(HtmlTable.sortable(item.table()));
    html.append("</table>\n</div>\n");
    item.table()
        .notes()
        .forEach(note -> html.append("<p class=\"note\">").append(escaped(note)).append("</p>\n"));
    html.append("</figure>\n");
  }

  /** Where one picks a job; {@code jobs.js} fills it from the data at the end of the page. */
  private static String jobPicker(JobData data) {
    return resource("jobs.html").replace("{cap}", cap(data));
  }

  private static String cap(JobData data) {
    String total = Numbers.whole(data.total());
    return data.shown() == data.total()
        ? "All %s jobs of the run are here.".formatted(total)
        : "This page shows the %s jobs that waited longest, under any policy, of %s."
            .formatted(Numbers.whole(data.shown()), total);
  }

  /** A box of its own for what may be wider than a narrow screen; the keyboard can move it. */
  private void scroll(String name) {
    html.append(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"%s\">\n"
            .formatted(escaped(name)));
  }

  private void links(List<Report.Link> links) {
    if (!links.isEmpty()) {
      html.append(" <span class=\"links\">");
      links.forEach(this::link);
      html.append("</span>");
    }
  }

  private void link(Report.Link link) {
    html.append("<a href=\"%s\">%s</a>".formatted(escaped(link.address()), escaped(link.label())));
  }

  private void footer() {
    html.append("</main>\n<footer>\n").append(facts(report.facts()));
    if (!report.files().isEmpty()) {
      html.append("<p class=\"links\">Files of the run: ");
      report.files().forEach(this::link);
      html.append("</p>\n");
    }
    html.append("</footer>\n");
  }

  private static String escaped(String text) {
    return PrintableText.inMarkup(text);
  }
}
