package org.limpid.plots.render;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.PdfFonts;
import org.limpid.plots.graphics.PdfSurface;

/** Renders figures as PDF, with text that can be searched and embedded fonts. */
public final class PdfRenderer {
  private PdfRenderer() {}

  /** The bytes of a PDF file of one page, which is as large as the figure. */
  public static byte[] render(Figure figure, RenderOptions options) {
    Size size = options.size(figure);
    try (PDDocument document = new PDDocument()) {
      PDPage page =
          new PDPage(new PDRectangle((float) size.widthPoints(), (float) size.heightPoints()));
      document.addPage(page);
      try (PdfSurface surface = new PdfSurface(document, page, new PdfFonts(document))) {
        Canvas g = new Canvas(surface);
        Rectangle2D bounds = new Rectangle2D.Double(0, 0, size.widthPoints(), size.heightPoints());
        g.setColor(options.theme().background());
        g.fill(bounds);
        figure.paint(g, bounds, options.theme());
      }
      describe(document, figure.title(), figure.alternativeText());
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void describe(PDDocument document, String title, String subject) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setSubject(subject);
    information.setProducer("Limpid");
    document.setDocumentInformation(information);
  }

  /** The bytes of a document; its identifier depends on its description, not on the time. */
  public static byte[] bytes(PDDocument document) throws IOException {
    document.setDocumentId(0L);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
