package org.limpid.plots.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.files.PrintableText;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.font.Typeface;
import org.limpid.plots.render.RenderOptions;
import org.limpid.plots.render.SvgRenderer;
import org.limpid.plots.theme.Theme;

/**
 * Charts on one web page that asks nobody for anything: figures, typeface, style and script are in
 * it. Every figure is there twice, dark on light and light on dark; the browser shows the one that
 * the reader prefers. Immutable; the bytes depend on it only.
 *
 * @param title of the page
 * @param sentences what the reader should know first
 * @param figures at least one, each with a name of its own
 */
public record ChartPage(String title, List<String> sentences, List<Figure> figures) {
  public ChartPage {
    Objects.requireNonNull(title, "title");
    sentences = List.copyOf(sentences);
    figures = List.copyOf(figures);
    if (figures.isEmpty()
        || figures.stream().map(Figure::name).distinct().count() != figures.size()) {
      throw new IllegalArgumentException("expected figures, each with its own name");
    }
  }

  /** The bytes of the page. */
  public byte[] render() {
    String body = head() + figures.stream().map(ChartPage::item).collect(Collectors.joining());
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
    %s
    %s</style>
    </head>
    <body>
    %s</div>
    </main>
    <script>
    %s</script>
    </body>
    </html>
    """
        .formatted(
            PrintableText.inMarkup(title),
            fonts(body),
            resource("report.css"),
            resource("chart-page.css"),
            body,
            resource("marks.js"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private String head() {
    String list =
        sentences.stream()
            .map(words -> "<p>%s</p>\n".formatted(PrintableText.inMarkup(words)))
            .collect(Collectors.joining());
    return "<header>\n<h1>%s</h1>\n%s</header>\n<main>\n<div class=\"items\">\n"
        .formatted(PrintableText.inMarkup(title), list);
  }

  private static String item(Figure figure) {
    String kind = figure.size().widthMillimetres() > Size.COLUMN ? "wide" : "narrow";
    return """
    <figure class="%s" id="%s">
    <div class="scroll light" tabindex="0" role="group" aria-label="%s">
    %s</div>
    <div class="scroll dark" tabindex="0" role="group" aria-label="%s">
    %s</div>
    <figcaption><strong>%s.</strong> %s</figcaption>
    </figure>
    """
        .formatted(
            kind,
            figure.name(),
            PrintableText.inMarkup(figure.title()),
            drawn(figure, Theme.PAPER, "light-"),
            PrintableText.inMarkup(figure.title()),
            drawn(figure, Theme.NIGHT, "dark-"),
            PrintableText.inMarkup(figure.title()),
            PrintableText.inMarkup(figure.caption()));
  }

  private static String drawn(Figure figure, Theme theme, String prefix) {
    return SvgRenderer.element(figure, RenderOptions.of(theme), prefix + figure.name());
  }

  /** Both weights, with all characters of the page. */
  private static String fonts(String body) {
    Set<Integer> characters = new TreeSet<>();
    IntStream.rangeClosed(' ', '~').forEach(characters::add);
    body.codePoints().filter(c -> c > '~').forEach(characters::add);
    return Typeface.regular().css(characters) + "\n" + Typeface.bold().css(characters);
  }

  private static String resource(String name) {
    try (InputStream in = ChartPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
