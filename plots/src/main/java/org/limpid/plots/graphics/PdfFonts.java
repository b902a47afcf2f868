package org.limpid.plots.graphics;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.limpid.plots.font.Typeface;

/**
 * The typeface in a PDF document, each weight embedded once and only with the letters that are
 * used.
 */
public final class PdfFonts {
  private final PDDocument document;
  private PDFont regular;
  private PDFont bold;

  public PdfFonts(PDDocument document) {
    this.document = document;
  }

  public PDFont of(Font font) throws IOException {
    if (font.isBold()) {
      bold = bold == null ? load(Typeface.bold()) : bold;
      return bold;
    }
    regular = regular == null ? load(Typeface.regular()) : regular;
    return regular;
  }

  /** Without ligatures, which no search would find. */
  private PDFont load(Typeface face) throws IOException {
    try (InputStream file = face.file()) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
      font.setEnableGsub(false);
      return PDType0Font.load(document, font, true);
    }
  }
}
