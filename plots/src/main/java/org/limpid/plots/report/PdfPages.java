package org.limpid.plots.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.limpid.plots.figure.Size;
import org.limpid.plots.font.Typeface;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.PdfFonts;
import org.limpid.plots.graphics.PdfSurface;
import org.limpid.plots.graphics.TextPainter;
import org.limpid.plots.theme.Theme;

/**
 * Pages of A4 that are filled from top to bottom. All lengths are in points; what does not fit
 * begins a new page. Mutable, for one thread.
 */
final class PdfPages implements AutoCloseable {
  /** Between the margins: as wide as a page of a paper with two columns. */
  static final double WIDTH = Size.page(1).widthPoints();

  private static final PDRectangle PAPER = PDRectangle.A4;
  private static final double LEFT = (PAPER.getWidth() - WIDTH) / 2;
  private static final double TOP = 48;
  private static final double BOTTOM = PAPER.getHeight() - 54;
  private static final Font SMALL = font(Font.PLAIN, 7.5);
  private static final Font SMALL_BOLD = font(Font.BOLD, 7.5);
  private static final double GAP = 18;
  private static final double INDENT = 8;

  /** Room for the number of a page in the contents. */
  private static final double NUMBER = 20;

  private final PDDocument document;
  private final PdfFonts fonts;
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final String footer;
  private PDOutlineItem part;
  private PDPage page;
  private PdfSurface surface;
  private Canvas g;
  private double y;
  private int number;
  private final List<Place> contents = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();

  /** Begins the first page; the footer stands beside its number. */
  PdfPages(PDDocument document, String footer) throws IOException {
    this.document = document;
    this.footer = footer;
    fonts = new PdfFonts(document);
    document.getDocumentCatalog().setDocumentOutline(outline);
    begin();
  }

  static Font font(int style, double size) {
    return new Font(Typeface.FAMILY, style, 1).deriveFont((float) size);
  }

  private void begin() throws IOException {
    page = new PDPage(PAPER);
    document.addPage(page);
    surface = new PdfSurface(document, page, fonts);
    g = new Canvas(surface);
    y = TOP;
    number++;
    g.setColor(Theme.PAPER.muted());
    g.setFont(SMALL);
    double line = BOTTOM + 24;
    String shown = TextPainter.shortened(footer, SMALL, 0.8 * WIDTH);
    TextPainter.onBaseline(g, shown, LEFT, line, TextPainter.Align.START);
    TextPainter.onBaseline(g, Integer.toString(number), LEFT + WIDTH, line, TextPainter.Align.END);
  }

  /** A line of the contents: a part, or something in the part before it. */
  record Entry(String words, boolean isPart) {}

  /** Where a line of the contents stands. */
  private record Place(PDPage page, Rectangle2D area) {}

  /** Where a line of the contents leads. */
  private record Target(PDPageXYZDestination destination, int pageNumber) {}

  @Override
  public void close() throws IOException {
    surface.close();
    for (int i = 0; i < contents.size(); i++) {
      link(contents.get(i), targets.get(i).destination);
    }
    for (PDPage listed : contents.stream().map(Place::page).distinct().toList()) {
      try (PdfSurface numbers = new PdfSurface(document, listed, fonts)) {
        pageNumbers(new Canvas(numbers), listed);
      }
    }
  }

  private void pageNumbers(Canvas canvas, PDPage listed) {
    canvas.setFont(SMALL);
    canvas.setColor(Theme.PAPER.ink());
    for (int i = 0; i < contents.size(); i++) {
      if (contents.get(i).page.equals(listed)) {
        Rectangle2D area = contents.get(i).area;
        String shown = Integer.toString(targets.get(i).pageNumber);
        double baseline = area.getY() + SMALL.getSize2D();
        TextPainter.onBaseline(canvas, shown, area.getMaxX(), baseline, TextPainter.Align.END);
      }
    }
  }

  private static void link(Place place, PDPageXYZDestination destination) throws IOException {
    Rectangle2D area = place.area;
    PDAnnotationLink link = new PDAnnotationLink();
    link.setRectangle(
        new PDRectangle(
            (float) area.getX(),
            (float) (PAPER.getHeight() - area.getMaxY()),
            (float) area.getWidth(),
            (float) area.getHeight()));
    PDBorderStyleDictionary noBorder = new PDBorderStyleDictionary();
    noBorder.setWidth(0);
    link.setBorderStyle(noBorder);
    link.setDestination(destination);
    place.page.getAnnotations().add(link);
  }

  /**
   * The contents in two columns. Each line leads to a bookmark, the n-th to the n-th; the numbers
   * of their pages are added when all pages are there.
   */
  void contents(List<Entry> entries) throws IOException {
    double line = lineHeight(SMALL);
    int next = 0;
    while (next < entries.size()) {
      keep(line);
      int rows = Math.min((int) ((BOTTOM - y) / line), Math.ceilDiv(entries.size() - next, 2));
      for (int i = 0; i < 2 * rows && next < entries.size(); i++) {
        double x = LEFT + i / rows * (WIDTH + GAP) / 2;
        entry(entries.get(next++), x, y + i % rows * line);
      }
      y += rows * line;
    }
  }

  private void entry(Entry entry, double x, double top) {
    Font font = entry.isPart ? SMALL_BOLD : SMALL;
    double indent = entry.isPart ? 0 : INDENT;
    double width = (WIDTH - GAP) / 2;
    String shown = TextPainter.shortened(entry.words, font, width - indent - NUMBER);
    line(shown, font, Theme.PAPER.ink(), x + indent, top);
    contents.add(new Place(page, new Rectangle2D.Double(x, top, width, lineHeight(font))));
  }

  /** Begins a new page, unless this one is empty. */
  void newPage() throws IOException {
    keep(height());
  }

  /** Whether less than a height is left of the page, and it is not empty. */
  boolean isFull(double height) {
    return y + height > BOTTOM && y > TOP;
  }

  /** Ends the page if it has no room for a height. */
  void keep(double height) throws IOException {
    if (isFull(height)) {
      surface.close();
      begin();
    }
  }

  /** Leaves some room, unless at the top of a page. */
  void skip(double height) {
    y = y > TOP ? y + height : y;
  }

  static double height() {
    return BOTTOM - TOP;
  }

  /** The graphics of the page, with the origin of pages. */
  Canvas graphics() {
    return g;
  }

  /** Where the next thing begins; moves on by its height. */
  Rectangle2D take(double height) {
    Rectangle2D taken = new Rectangle2D.Double(LEFT, y, WIDTH, height);
    y += height;
    return taken;
  }

  /** A bookmark that others stand below, to here. */
  void bookmarkPart(String title) {
    part = bookmark(title);
    outline.addLast(part);
  }

  /** A bookmark below the last part, to here. */
  void bookmarkItem(String title) {
    part.addLast(bookmark(title));
  }

  private PDOutlineItem bookmark(String title) {
    PDPageXYZDestination here = new PDPageXYZDestination();
    here.setPage(page);
    here.setLeft(0);
    here.setTop((int) Math.min(PAPER.getHeight(), PAPER.getHeight() - y + 12));
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(here);
    targets.add(new Target(here, number));
    return item;
  }

  static double height(String text, Font font, double width) {
    return TextPainter.wrapped(text, font, width).size() * lineHeight(font);
  }

  /** Distance of its lines. */
  static double lineHeight(Font font) {
    return 1.35 * font.getSize2D();
  }

  /** A paragraph over the whole width, which may go on on the next page. */
  void paragraph(String text, Font font, Color color) throws IOException {
    for (String line : TextPainter.wrapped(text, font, WIDTH)) {
      keep(lineHeight(font));
      Rectangle2D place = take(lineHeight(font));
      line(line, font, color, place.getX(), place.getY());
    }
  }

  /** A paragraph at a place, which has to have room for it. */
  void paragraph(String text, Font font, Color color, Rectangle2D place) {
    List<String> lines = TextPainter.wrapped(text, font, place.getWidth());
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), font, color, place.getX(), place.getY() + i * lineHeight(font));
    }
  }

  private void line(String text, Font font, Color color, double x, double top) {
    g.setColor(color);
    g.setFont(font);
    TextPainter.onBaseline(g, text, x, top + font.getSize2D(), TextPainter.Align.START);
  }
}
