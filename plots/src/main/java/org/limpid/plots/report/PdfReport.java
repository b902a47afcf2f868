package org.limpid.plots.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.limpid.plots.figure.Size;
import org.limpid.plots.render.PdfRenderer;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Numbers;
import org.limpid.results.table.PageTable;

/**
 * Writes reports as PDF: A4, tables and figures with text that can be searched, bookmarks, page
 * numbers. Its bytes depend on the report only.
 */
public final class PdfReport {
  private static final Font TITLE = PdfPages.font(Font.BOLD, 18);
  private static final Font HEADING = PdfPages.font(Font.BOLD, 13);
  private static final Font TEXT = PdfPages.font(Font.PLAIN, 9.5);
  private static final Font CAPTION = PdfPages.font(Font.PLAIN, 8.5);
  private static final Font CAPTION_TITLE = PdfPages.font(Font.BOLD, 8.5);
  private static final Color INK = Theme.PAPER.ink();
  private static final Color MUTED = Theme.PAPER.muted();
  private static final double SPACE = 12;
  private static final String ORIGIN = "How this came about";

  /** Longer tables would fill more than a page. */
  private static final int MOST_ROWS = 45;

  private final Report report;
  private final PdfPages pages;

  private PdfReport(Report report, PdfPages pages) {
    this.report = report;
    this.pages = pages;
  }

  public static byte[] render(Report report) {
    try (PDDocument document = new PDDocument()) {
      try (PdfPages pages = new PdfPages(document, report.title())) {
        new PdfReport(report, pages).write();
      }
      PdfRenderer.describe(document, report.title(), "Figures and tables of a run");
      document.getDocumentCatalog().setLanguage("en");
      return PdfRenderer.bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() throws IOException {
    pages.paragraph(report.title(), TITLE, INK);
    pages.skip(0.5 * SPACE);
    facts(report.about());
    pages.skip(SPACE);
    pages.paragraph("Contents", HEADING, INK);
    pages.skip(0.3 * SPACE);
    pages.contents(contents());
    for (Report.Part part : Report.Part.values()) {
      if (!report.sections(part).isEmpty()) {
        pages.newPage();
      }
      for (Report.Section section : report.sections(part)) {
        section(section);
      }
    }
    heading(ORIGIN, 8 * SPACE);
    facts(report.facts());
  }

  /** A line for each bookmark, in their order. */
  private List<PdfPages.Entry> contents() {
    List<PdfPages.Entry> entries = new ArrayList<>();
    for (Report.Part part : Report.Part.values()) {
      for (Report.Section section : report.sections(part)) {
        entries.add(new PdfPages.Entry(section.heading(), true));
        section.items().stream()
            .flatMap(item -> title(item).stream())
            .forEach(title -> entries.add(new PdfPages.Entry(title, false)));
      }
    }
    entries.add(new PdfPages.Entry(ORIGIN, true));
    return entries;
  }

  /** How the contents name an item; empty if pages in print don't show it. */
  private static Optional<String> title(Item item) {
    return switch (item) {
      case Item.Picture picture -> Optional.of(picture.heading());
      case Item.Tabulation table -> Optional.of(table.table().heading());
      case Item.JobPicker _, Item.TimeLines _ -> Optional.empty();
    };
  }

  /** A heading on the page of what follows, if that fits on one. */
  private void heading(String words, double followingHeight) throws IOException {
    pages.skip(1.5 * SPACE);
    pages.keep(Math.min(2.5 * SPACE + followingHeight, PdfPages.height()));
    pages.bookmarkPart(words);
    pages.paragraph(words, HEADING, INK);
    pages.skip(0.3 * SPACE);
  }

  private void section(Report.Section section) throws IOException {
    String words = String.join(" ", section.sentences());
    heading(section.heading(), textHeight(words) + startHeight(section.items()));
    if (!words.isEmpty()) {
      pages.paragraph(words, TEXT, INK);
    }
    List<Item.Picture> row = new ArrayList<>();
    for (Item item : section.items()) {
      if (item instanceof Item.Picture picture && fits(row, picture)) {
        row.add(picture);
        continue;
      }
      pictures(row);
      row.clear();
      switch (item) {
        case Item.Picture picture -> row.add(picture);
        case Item.Tabulation table -> table(table.table());
        case Item.JobPicker _, Item.TimeLines _ -> {}
      }
    }
    pictures(row);
  }

  private static double textHeight(String words) {
    return words.isEmpty() ? 0 : PdfPages.height(words, TEXT, PdfPages.WIDTH);
  }

  /** Height of what stays together at the beginning of a section. */
  private static double startHeight(List<Item> items) {
    if (items.isEmpty()) {
      return 0;
    }
    return switch (items.getFirst()) {
      case Item.Picture picture -> SPACE + height(picture) + captionHeight(picture);
      case Item.Tabulation table ->
          5 * SPACE + new PdfTable(table.table(), table.table().rows()).startHeight();
      case Item.JobPicker _, Item.TimeLines _ -> 0;
    };
  }

  private static double width(Item.Picture picture) {
    return Math.min(PdfPages.WIDTH, picture.figure().size().widthPoints());
  }

  private static boolean fits(List<Item.Picture> row, Item.Picture picture) {
    double taken = row.stream().mapToDouble(other -> width(other) + SPACE).sum();
    return !row.isEmpty() && taken + width(picture) <= PdfPages.WIDTH;
  }

  /** Some figures beside each other, each above its caption. */
  private void pictures(List<Item.Picture> row) throws IOException {
    if (row.isEmpty()) {
      return;
    }
    double captions = row.stream().mapToDouble(PdfReport::captionHeight).max().orElseThrow();
    double room = PdfPages.height() - captions - SPACE;
    double tallest = row.stream().mapToDouble(PdfReport::height).max().orElseThrow();
    double height = Math.min(room, tallest);
    pages.skip(SPACE);
    pages.keep(height + captions);
    row.forEach(picture -> pages.bookmarkItem(picture.heading()));
    Rectangle2D place = pages.take(height + captions);
    double x = place.getX();
    for (Item.Picture picture : row) {
      picture(picture, x, place.getY(), Math.min(height, height(picture)));
      x += width(picture) + SPACE;
    }
  }

  private static double height(Item.Picture picture) {
    Size size = picture.figure().size();
    return size.heightPoints() * width(picture) / size.widthPoints();
  }

  private static double captionHeight(Item.Picture picture) {
    return PdfPages.height(picture.words(), CAPTION, width(picture)) + 4;
  }

  private void picture(Item.Picture picture, double x, double y, double height) {
    double width = width(picture);
    picture
        .figure()
        .paint(pages.graphics(), new Rectangle2D.Double(x, y, width, height), Theme.PAPER);
    Rectangle2D below = new Rectangle2D.Double(x, y + height + 4, width, captionHeight(picture));
    pages.paragraph(picture.words(), CAPTION, INK, below);
  }

  private void table(PageTable table) throws IOException {
    int count = table.rows().size();
    int shown = Math.min(MOST_ROWS, count);
    PdfTable layout = new PdfTable(table, table.rows().subList(0, shown));
    pages.skip(1.2 * SPACE);
    pages.keep(layout.startHeight() + 4 * PdfPages.lineHeight(CAPTION));
    pages.bookmarkItem(table.heading());
    pages.paragraph(table.heading() + ".", CAPTION_TITLE, INK);
    if (!table.caption().isEmpty()) {
      pages.paragraph(table.caption(), CAPTION, INK);
    }
    pages.skip(3);
    layout.paint(pages);
    if (shown < count) {
      String note = "The first %d of %s rows; the CSV file of the table has all.";
      pages.paragraph(note.formatted(shown, Numbers.whole(count)), CAPTION, MUTED);
    }
    for (String note : table.notes()) {
      pages.paragraph(note, CAPTION, MUTED);
    }
  }

  private void facts(List<Report.Fact> facts) throws IOException {
    for (Report.Fact fact : facts) {
      pages.paragraph(fact.label() + ": " + fact.value(), CAPTION, INK);
    }
  }
}
