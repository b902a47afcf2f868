package org.limpid.plots.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.ColorKey;
import org.limpid.plots.chart.Grid;
import org.limpid.plots.chart.HeatMap;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Panels;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Theme;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

final class RendererTest {
  private static final RenderOptions PAPER = RenderOptions.of(Theme.PAPER);

  /** A line chart above a heat map: lines, areas, markers, an image and upright text. */
  private static Figure figure() {
    double[] xs = {0, 1, 2, 3};
    double[] ys = {0, 2, Double.NaN, 1};
    Chart lines =
        Chart.of(
                Axis.of("Hours since start", Scales.linear(0, 3)),
                Axis.of("Jobs <waiting>", Scales.linear(0, 2)),
                theme ->
                    List.of(
                        Layers.markedSteps("lucid & co", theme.policy("lucid"), xs, ys),
                        Layers.line("fifo", theme.policy("fifo"), ys, xs)))
            .headed("Queue");
    HeatMap cells =
        new HeatMap(
            "",
            Axis.of("Column", Scales.names(List.of("a", "b"))).withoutGrid(),
            Axis.of("Row", Scales.names(List.of("α"))).withoutGrid(),
            Grid.unit(new double[][] {{1, 2}}),
            new ColorKey("Load", Scales.linear(0, 2), false),
            List.of());
    return new Figure(
        "two-parts",
        "Two parts",
        "Both are there.",
        "A chart & a map.",
        Size.column(90),
        (g, bounds, theme) -> {
          double half = bounds.getHeight() / 2;
          Rectangle2D upper =
              new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), half);
          Rectangle2D lower =
              new Rectangle2D.Double(bounds.getX(), bounds.getY() + half, bounds.getWidth(), half);
          new Panels(List.of(lines), List.of(1.0)).paint(g, upper, theme);
          cells.paint(g, lower, theme);
        });
  }

  @ParameterizedTest
  @EnumSource
  void theSameFigureGivesTheSameBytes(Format format) {
    for (Theme theme : Theme.all()) {
      RenderOptions options = RenderOptions.of(theme);
      assertArrayEquals(format.render(figure(), options), format.render(figure(), options));
    }
  }

  @Test
  void noDisplayIsNeeded() {
    assertTrue(GraphicsEnvironment.isHeadless());
    assertTrue(PngRenderer.render(figure(), PAPER).length > 1000);
  }

  /** 84 mm at 300 dots per inch are 992.1 pixels, the next whole number is 993. */
  @Test
  void picturesHaveTheSizeAskedFor() {
    BufferedImage image = PngRenderer.image(figure(), PAPER);
    assertEquals(993, image.getWidth());
    RenderOptions wide =
        new RenderOptions(Theme.PAPER, OptionalDouble.of(127), OptionalDouble.of(25.4), 100);
    BufferedImage other = PngRenderer.image(figure(), wide);
    assertEquals(500, other.getWidth());
    assertEquals(100, other.getHeight());
  }

  @Test
  void textOfPdfCanBeSearchedAndItsFontsAreEmbeddedInPart() throws IOException {
    byte[] bytes = PdfRenderer.render(figure(), PAPER);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = new PDFTextStripper().getText(document);
      for (String words : List.of("Hours since start", "lucid & co", "Queue", "α")) {
        assertTrue(text.contains(words), words + " in " + text);
      }
      // PDFBox breaks the lines of upright text after each letter.
      assertTrue(text.replaceAll("\\s", "").contains("Jobs<waiting>"), text);
      assertEquals("Two parts", document.getDocumentInformation().getTitle());
      PDResources resources = document.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertTrue(font.isEmbedded(), font.getName());
        assertTrue(font.getName().matches("[A-Z]{6}\\+Lato-.*"), font.getName());
      }
    }
    assertTrue(bytes.length < 60_000, "bytes: " + bytes.length);
  }

  /** Both surfaces paint the same: a renderer of PDF finds the pixels of the PNG, edges apart. */
  @Test
  void pdfLooksLikePng() throws IOException {
    RenderOptions coarse =
        new RenderOptions(Theme.PAPER, OptionalDouble.empty(), OptionalDouble.empty(), 144);
    BufferedImage png = PngRenderer.image(figure(), coarse);
    try (PDDocument document = Loader.loadPDF(PdfRenderer.render(figure(), coarse))) {
      BufferedImage pdf = new PDFRenderer(document).renderImageWithDPI(0, 144);
      assertTrue(Pictures.difference(png, pdf) < 4, "mean: " + Pictures.difference(png, pdf));
    }
  }

  @Test
  void svgIsWellFormedAndItsTextIsText()
      throws IOException, SAXException, ParserConfigurationException {
    byte[] bytes = SvgRenderer.file(figure(), PAPER);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));
    assertEquals("84mm", document.getDocumentElement().getAttribute("width"));
    assertEquals("Two parts", document.getElementsByTagName("title").item(0).getTextContent());
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (String words :
        List.of(">Hours since start<", ">lucid &amp; co<", ">Jobs &lt;waiting&gt;<")) {
      assertTrue(text.contains(words), words);
    }
    assertTrue(text.contains("@font-face"));
  }

  @Test
  void elementsOfWebPagesHaveIdentifiersOfTheirOwn() {
    String one = SvgRenderer.element(figure(), PAPER, "one");
    assertTrue(one.startsWith("<svg "), one);
    assertFalse(one.contains("@font-face"));
    assertTrue(one.contains("id=\"one-clip-1\""), one);
    assertFalse(one.contains("\"two-parts"), one);
  }
}
