package org.limpid.plots.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportTest {
  private static final List<String> POLICIES = List.of("fifo", "tiresias", "lucid");

  @TempDir private Path folder;

  private String html(int jobs, List<String> policies) throws IOException {
    Report report = SampleReport.of(folder, jobs, policies);
    return new String(HtmlReport.render(report), StandardCharsets.UTF_8);
  }

  private static List<String> groups(String regex, String text) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  @Test
  void allNamesOfThePageDiffer() throws IOException {
    List<String> names = groups("\\sid=\"([^\"]*)\"", html(50, POLICIES));
    assertTrue(names.size() > 10, names.toString());
    assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
  }

  @Test
  void whatThePageRefersToIsOnIt() throws IOException {
    String html = html(50, POLICIES);
    List<String> names = groups("\\sid=\"([^\"]*)\"", html);
    assertTrue(names.containsAll(groups("href=\"#([^\"]*)\"", html)));
    assertTrue(names.containsAll(groups("url\\(#([^)]*)\\)", html)));
    groups("aria-labelledby=\"([^\"]*)\"", html)
        .forEach(label -> assertTrue(names.containsAll(List.of(label.split(" "))), label));
  }

  @Test
  void thePageNeedsNoNetwork() throws IOException {
    String html = html(50, POLICIES).replace("http://www.w3.org/2000/svg", "");
    assertFalse(html.contains("http:") || html.contains("https:") || html.contains("//cdn"));
    assertTrue(html.contains("default-src 'none'"));
    assertTrue(html.contains("@font-face{font-family:Lato;font-weight:700;src:url(data:font/ttf"));
  }

  @Test
  void thePageSaysHowItCameAbout() throws IOException {
    String html = html(50, POLICIES);
    for (String fact :
        List.of(
            "<dt>Run</dt><dd>limpid simulate</dd>",
            "<dt>Data set</dt><dd>sample, 50 jobs</dd>",
            "<dt>Data hash</dt><dd>SHA-256 00</dd>",
            "<dt>Seed</dt><dd>0</dd>",
            "<dt>Report</dt><dd>limpid report --out &lt;x&gt;</dd>",
            "<dt>Version</dt><dd>Limpid 1.2.3</dd>",
            "<a href=\"figures/a%20b.csv\">CSV</a>")) {
      assertTrue(html.contains(fact), fact);
    }
  }

  @Test
  void bytesDependOnTheReportOnly() throws IOException {
    Report report = SampleReport.of(folder, 50, POLICIES);
    assertArrayEquals(HtmlReport.render(report), HtmlReport.render(report));
    assertArrayEquals(PdfReport.render(report), PdfReport.render(report));
  }

  @Test
  void theDocumentHasTextBookmarksAndPageNumbers() throws IOException {
    Report report = SampleReport.of(folder, 50, POLICIES);
    try (PDDocument document = Loader.loadPDF(PdfReport.render(report))) {
      assertEquals("Limpid on sample", document.getDocumentInformation().getTitle());
      PDFTextStripper stripper = new PDFTextStripper();
      String text = stripper.getText(document).replaceAll("\\s+", " ");
      for (Report.Section section : report.sections()) {
        section.sentences().forEach(words -> assertTrue(text.contains(words), words + text));
      }
      assertTrue(text.contains("Table 4: Job completion time and queueing delay."), text);
      assertTrue(text.contains("lucid 9,000.25 0.50 85,000.00"), text);
      assertTrue(text.contains("Virtual cluster"), text);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String end = "Limpid on sample " + page;
        String words = stripper.getText(document).replaceAll("\\s+", " ").strip();
        assertTrue(words.contains(end), words);
      }
      assertBookmarks(report, document);
    }
  }

  private static void assertBookmarks(Report report, PDDocument document) throws IOException {
    List<String> found = new ArrayList<>();
    for (PDOutlineItem part : document.getDocumentCatalog().getDocumentOutline().children()) {
      found.add(part.getTitle());
      for (PDOutlineItem item : part.children()) {
        PDPage page = item.findDestinationPage(document);
        assertTrue(document.getPages().indexOf(page) >= 0, item.getTitle());
        found.add(item.getTitle());
      }
    }
    List<String> expected = new ArrayList<>();
    for (Report.Section section : report.sections()) {
      expected.add(section.heading());
      for (Item item : section.items()) {
        switch (item) {
          case Item.Picture picture -> expected.add(picture.heading());
          case Item.Tabulation table -> expected.add(table.table().heading());
          case Item.JobPicker _, Item.TimeLines _ -> {}
        }
      }
    }
    expected.add("How this came about");
    assertEquals(expected, found);
  }

  @ParameterizedTest
  @CsvSource({"0, lucid", "1, fifo", "2, my-policy lucid"})
  void smallRunsHaveReportsToo(int jobs, String policies) throws IOException {
    Report report = SampleReport.of(folder, jobs, List.of(policies.split(" ")));
    String html = new String(HtmlReport.render(report), StandardCharsets.UTF_8);
    String seen = html.replaceAll("(?s)<script.*?</script>", "");
    assertFalse(seen.contains("NaN") || seen.contains("null,"), seen);
    try (PDDocument document = Loader.loadPDF(PdfReport.render(report))) {
      assertTrue(document.getNumberOfPages() >= 1);
    }
  }

  @Test
  void namesInAReportDiffer() {
    Report.Section section =
        new Report.Section(Report.Part.RUN, "one", "One", List.of(), List.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Report("Title", List.of(), List.of(section, section), List.of(), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Report("T", List.of(), List.of(), List.of(), List.of()));
  }
}
