package org.limpid.plots.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.files.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of a report in a real browser. Machines without Chromium skip these, and say so. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BrowserTest {
  /** Texts in figures that are wider than their figure, or whose letters are not of our font. */
  private static final String ODD_TEXTS =
      """
      document.fonts.ready.then(() => Array.from(document.querySelectorAll('svg text'))
        .filter((text) => {
          const box = text.getBoundingClientRect();
          const figure = text.ownerSVGElement.getBoundingClientRect();
          return box.left < figure.left - 2 || box.right > figure.right + 2
            || box.top < figure.top - 2 || box.bottom > figure.bottom + 2;
        })
        .map((text) => text.textContent))
      """;

  private static final String HIDDEN =
      """
      Array.from(document.querySelectorAll('figure svg, figure table'))
        .filter((element) => {
          const box = element.getBoundingClientRect();
          return box.width < 200 || box.height < 40 || !element.checkVisibility();
        })
        .map((element) => element.closest('figure').id)
      """;

  @TempDir private static Path folder;
  private static Report report;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    Optional<Path> program = Browser.program();
    if (program.isEmpty()) {
      String reason = "no Chromium on the PATH, so the report is not looked at in a browser";
      System.err.println("Skipped: " + reason);
      Assumptions.abort(reason);
    }
    report =
        SampleReport.of(
            folder, 300, List.of("fifo", "sjf", "srtf", "tiresias", "qssf", "lucid", "ideal"));
    Files.write(folder.resolve(HtmlReport.FILE), HtmlReport.render(report));
    Files.write(
        folder.resolve(HtmlReport.MODELS_FILE), HtmlReport.renderModels(report).orElseThrow());
    browser = Browser.start(program.get(), folder.resolve("profile"));
    openFirstPage();
  }

  private static void openFirstPage() throws IOException {
    browser.open(folder.resolve(HtmlReport.FILE));
    browser.evaluate("jobsReady");
  }

  @AfterAll
  static void close() throws IOException, InterruptedException {
    if (browser != null) {
      browser.quit();
    }
  }

  private static List<String> texts(String expression) throws IOException {
    List<String> texts = new ArrayList<>();
    JsonNode found = browser.evaluate(expression);
    assertTrue(found.isArray(), expression);
    found.forEach(text -> texts.add(text.asString()));
    return texts;
  }

  @Test
  void noScriptFailsAndNothingIsAskedFor() {
    assertEquals(List.of(), browser.events("Runtime.exceptionThrown"));
    assertEquals(List.of(), browser.events("Log.entryAdded"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 400})
  void everythingIsSeenAndNothingStandsOut(int width) throws IOException {
    browser.resize(width);
    assertEquals(width, browser.evaluate("document.documentElement.scrollWidth").asInt());
    assertEquals(List.of(), texts(HIDDEN));
    assertEquals(List.of(), texts(ODD_TEXTS));
    long items =
        report.sections(Report.Part.RUN).stream()
            .flatMap(section -> section.items().stream())
            .filter(item -> !(item instanceof Item.JobPicker || item instanceof Item.TimeLines))
            .count();
    assertEquals(items, browser.evaluate("document.querySelectorAll('figure').length").asInt());
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 400})
  void lettersCanBeRead(int width) throws IOException {
    browser.resize(width);
    // 7 points in print; the smallest in figures shrink to 7 px at least.
    JsonNode smallest =
        browser.evaluate(
            """
            Math.min(...Array.from(document.querySelectorAll('svg text')).map((text) =>
              parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a || 99))
            """);
    assertTrue(smallest.asDouble() >= 7, smallest.toString());
    assertTrue(browser.evaluate("document.fonts.check('12px Lato')").asBoolean());
  }

  private static List<String> column(String table, int column) throws IOException {
    return texts(
        "Array.from(document.querySelectorAll('#%s tbody tr')).map(r => r.cells[%d].textContent)"
            .formatted(table, column));
  }

  private static JsonNode sorting(String table, int column) throws IOException {
    return browser.evaluate(
        "document.querySelectorAll('#%s thead th')[%d].getAttribute('aria-sort')"
            .formatted(table, column));
  }

  @Test
  void tablesAreSortedByNumbersAndByWords() throws IOException {
    List<String> upwards = new ArrayList<>();
    for (int seconds = 9000; seconds <= 15_000; seconds += 1000) {
      upwards.add("%,d.25".formatted(seconds));
    }
    String click = "document.querySelectorAll('#table4 thead button')[%d].click()";
    browser.evaluate(click.formatted(1));
    assertEquals(upwards, column("table4", 1));
    assertEquals("ascending", sorting("table4", 1).asString());
    browser.evaluate(click.formatted(1));
    assertEquals(upwards.reversed(), column("table4", 1));
    assertEquals("descending", sorting("table4", 1).asString());
    browser.evaluate(click.formatted(0));
    assertEquals(
        List.of("fifo", "ideal", "lucid", "qssf", "sjf", "srtf", "tiresias"), column("table4", 0));
    assertEquals("ascending", sorting("table4", 0).asString());
    assertTrue(sorting("table4", 1).isNull());
  }

  /** A known mean absolute error comes before an unknown one, either way. */
  @Test
  void theKeyboardSortsAndUnknownNumbersComeLast() throws IOException {
    browser.open(folder.resolve(HtmlReport.MODELS_FILE));
    String table = "table7-packing-share-score";
    browser.evaluate("document.querySelectorAll('#%s thead button')[2].focus()".formatted(table));
    browser.press("Enter", 13, "\r");
    assertEquals(List.of("3.000", "20.50", "–"), column(table, 2));
    browser.press("Enter", 13, "\r");
    assertEquals(List.of("20.50", "3.000", "–"), column(table, 2));
    assertEquals("descending", sorting(table, 2).asString());
    openFirstPage();
  }

  /** The page writes lengths of time itself, as it can't carry all that one may point at. */
  @Test
  void lengthsOfTimeAreWrittenAsEverywhereElse() throws IOException {
    double[] seconds = {
      0, 0.04, 0.27, 1, 9.94, 9.95, 10, 59.4, 59.6, 60, 61, 3599, 3600, 3661, 86_399, 86_400,
      90_061, 1e8
    };
    JsonNode written =
        browser.evaluate(
            "%s.map((each) => common.length(each))".formatted(Arrays.toString(seconds)));
    for (int i = 0; i < seconds.length; i++) {
      assertEquals(Words.roughly(seconds[i]), written.get(i).asString());
    }
  }

  @Test
  void thePagesLeadToEachOther() throws IOException {
    assertEquals(
        List.of("models.html#section-comparison"),
        texts(
            "Array.from(document.querySelectorAll('nav a')).map((a) => a.getAttribute('href'))"
                + ".filter((href) => !href.startsWith('#'))"));
  }

  @Test
  void itPrints() throws IOException {
    JsonNode printed = browser.call("Page.printToPDF", Map.of("preferCSSPageSize", true));
    byte[] pdf = Base64.getDecoder().decode(printed.get("data").asString());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertTrue(document.getNumberOfPages() > 1);
      for (Report.Section section : report.sections(Report.Part.RUN)) {
        assertTrue(text.contains(section.heading()), section.heading());
      }
      assertTrue(text.contains("Table 4: Job completion time and queueing delay."), text);
      assertTrue(text.contains("Limpid 1.2.3"), text);
    }
  }

  private static String text(String expression) throws IOException {
    return browser.evaluate(expression).asString();
  }

  /** Under each policy the last row of the table is the sum, and the queue of jobs.csv. */
  @Test
  void aJobIsPickedByItsAddressAndItsCausesSumToItsWait() throws IOException {
    for (String policy : List.of("fifo", "sjf", "tiresias")) {
      browser.evaluate(
          "new Promise((done) => { addEventListener('hashchange', () => setTimeout(done),"
              + " {once: true}); location.hash = '#job=%s/8'; })".formatted(policy));
      assertEquals(
          "Job 8 under " + policy, text("document.querySelector('#jobs-story h4').textContent"));
      List<String> cells =
          texts(
              "Array.from(document.querySelectorAll('#jobs-story table')[0].tBodies[0].rows)"
                  + ".map((row) => row.cells[1].textContent.replace(/,/g, ''))");
      long sum = cells.stream().limit(cells.size() - 1).mapToLong(Long::parseLong).sum();
      assertTrue(sum > 0);
      assertEquals(sum, Long.parseLong(cells.getLast()));
      assertEquals(queue(policy), sum);
      assertEquals(policy, text("document.querySelector('#jobs-filter').policy.value"));
    }
  }

  private static long queue(String policy) throws IOException {
    String line = Files.readAllLines(folder.resolve(policy).resolve("jobs.csv")).get(8);
    return Long.parseLong(line.split(",")[8]);
  }

  @Test
  void jobsThatAreNotThereAreToldSo() throws IOException {
    for (String address : List.of("nobody/8", "fifo/999", "fifo/%E0%A4%A")) {
      browser.evaluate(
          "new Promise((done) => { addEventListener('hashchange', () => setTimeout(done),"
              + " {once: true}); location.hash = '#job=%s'; })".formatted(address));
      String words = text("document.querySelector('#jobs-story').textContent");
      assertTrue(words.contains("is not on this page"), words);
    }
    assertEquals(List.of(), browser.events("Runtime.exceptionThrown"));
  }

  @Test
  void filtersNarrowTheListAndHeadingsSortIt() throws IOException {
    String change =
        "form = document.querySelector('#jobs-filter'); form.%s.value = '%s';"
            + " form.dispatchEvent(new Event('input')); document.querySelector('#jobs-count')"
            + ".textContent";
    assertEquals(
        "300 jobs under fifo; the first 200 are listed.", text(change.formatted("policy", "fifo")));
    String few = text(change.formatted("size", "0"));
    assertTrue(few.matches("\\d\\d jobs under fifo\\."), few);
    browser.evaluate("document.querySelectorAll('#jobs-list thead button')[5].click()");
    assertEquals("ascending", text("document.querySelectorAll('#jobs-list th')[5].ariaSort"));
    assertEquals("1", text("document.querySelector('#jobs-list tbody tr').cells[3].textContent"));
    text(change.formatted("size", ""));
    assertEquals("1 job under fifo.", text(change.formatted("job", "157")));
    assertEquals(
        "300 jobs under fifo; the first 200 are listed.", text(change.formatted("job", "")));
  }

  @Test
  void partsOfTheChartOfJobsSayWhatTheyAre() throws IOException {
    String marks = "Array.from(document.querySelectorAll('#gantt-lucid g[data-mark]'))";
    assertTrue(browser.evaluate(marks + ".length").asInt() > 10);
    browser.evaluate(marks + "[0].focus()");
    String first = text("document.querySelector('.tip:not([hidden])').textContent");
    assertTrue(first.matches("Job \\d+ of u\\d+, \\d+ GPUs?\\. .*"), first);
    browser.press("ArrowRight", 39, "");
    String second = text("document.querySelector('.tip:not([hidden])').textContent");
    assertEquals(text(marks + "[1].getAttribute('aria-label')"), second);
    browser.evaluate(
        marks + "[2].dispatchEvent(new PointerEvent('pointermove', {bubbles: true, clientX: 5}))");
    assertEquals(
        text(marks + "[2].getAttribute('aria-label')"),
        text("document.querySelector('.tip:not([hidden])').textContent"));
    browser.press("Escape", 27, "");
    assertTrue(
        browser.evaluate("document.querySelector('.tip:not([hidden])') === null").asBoolean());
    String told =
        text(
            "new Promise((done) => { addEventListener('hashchange', () => setTimeout(() =>"
                + " done(document.querySelector('#jobs-story h4').textContent)), {once: true}); "
                + marks
                + "[3].dispatchEvent(new MouseEvent('click', {bubbles: true})); })");
    assertEquals(text(marks + "[3].dataset.mark").replaceAll("(.*)/(.*)", "Job $2 under $1"), told);
  }

  /** What the chart of jobs shows, from and to. */
  private static double[] shown() throws IOException {
    JsonNode range =
        browser.evaluate("lines.plots().map((plot) => [plot.scales.x.min, plot.scales.x.max])");
    for (JsonNode other : range) {
      assertEquals(range.get(0), other, "all time lines show the same");
    }
    return new double[] {range.get(0).get(0).asDouble(), range.get(0).get(1).asDouble()};
  }

  private static void settle() throws IOException {
    browser.evaluate("new Promise((done) => setTimeout(done, 50))");
  }

  @Test
  void timeLinesAreZoomedAndMovedTogether() throws IOException {
    browser.evaluate("document.querySelector('#time-form [data-step=all]').click()");
    settle();
    double[] all = shown();
    browser.evaluate("document.querySelector('#time-form [data-step=closer]').click()");
    settle();
    double[] closer = shown();
    assertEquals((all[1] - all[0]) / 2, closer[1] - closer[0], 1e-3);
    browser.evaluate("document.querySelector('#time-charts').focus()");
    browser.press("ArrowRight", 39, "");
    settle();
    double[] later = shown();
    assertEquals(closer[0] + (closer[1] - closer[0]) / 4, later[0], 1e-3);
    browser.press("0", 48, "0");
    settle();
    assertEquals(all[1], shown()[1]);
    assertEquals(List.of(), browser.events("Runtime.exceptionThrown"));
  }

  /** The page as far as a browser has read it before the jobs, and then the rest of it. */
  @Test
  void timeLinesAreThereBeforeTheJobsAndStayZoomedWhenTheseCome() throws IOException {
    String html = Files.readString(folder.resolve(HtmlReport.FILE));
    int jobs = html.indexOf("<script type=\"application/octet-stream\" id=\"jobs-data\">");
    Path beginning = folder.resolve("beginning.html");
    Files.writeString(beginning, html.substring(0, jobs));
    browser.open(beginning);
    assertEquals(
        List.of("used", "waiting"),
        texts(
            "Array.from(document.querySelectorAll('.chart:has(canvas)'))"
                + ".map((chart) => chart.dataset.chart)"));
    browser.evaluate("document.querySelector('#time-form [data-step=closer]').click()");
    browser.evaluate("document.querySelector('#time-charts').focus()");
    browser.press("ArrowDown", 40, "");
    browser.press("Enter", 13, "\r");
    settle();
    double[] zoomed = shown();
    browser.evaluate(
        "document.body.append(document.createRange().createContextualFragment(%s))"
            .formatted(JsonMapper.shared().writeValueAsString(html.substring(jobs))));
    browser.evaluate("jobsReady");
    settle();
    assertEquals(3, browser.evaluate("document.querySelectorAll('.chart canvas').length").asInt());
    assertArrayEquals(zoomed, shown());
    openFirstPage();
    assertFalse(Arrays.equals(zoomed, shown()));
    assertEquals(List.of(), browser.events("Runtime.exceptionThrown"));
  }

  @Test
  void draggingOverATimeLineZoomsAllOfThem() throws IOException {
    browser.evaluate("document.querySelector('#time-form [data-step=all]').click()");
    settle();
    double[] all = shown();
    JsonNode box =
        browser.evaluate(
            """
            (() => {
              const over = document.querySelector('[data-chart=waiting] .u-over');
              over.scrollIntoView({block: 'center'});
              const box = over.getBoundingClientRect();
              return [box.left, box.width, box.top + 20];
            })()
            """);
    double left = box.get(0).asDouble();
    double width = box.get(1).asDouble();
    browser.drag(left + width / 4, left + width / 2, box.get(2).asDouble());
    settle();
    double[] part = shown();
    assertEquals(all[0] + (all[1] - all[0]) / 4, part[0], (all[1] - all[0]) / 50);
    assertEquals((all[1] - all[0]) / 4, part[1] - part[0], (all[1] - all[0]) / 50);
  }

  /** The arrow keys step through the jobs; what the mouse finds there is the same job. */
  @Test
  void jobsOfATimeLineSayWhatTheyAreAndTellTheirStories() throws IOException {
    browser.evaluate(
        "form = document.querySelector('#time-form'); form.policy.value = 'lucid';"
            + " form.policy.dispatchEvent(new Event('input'));"
            + " document.querySelector('#time-charts').focus()");
    browser.press("0", 48, "0");
    settle();
    browser.press("ArrowDown", 40, "");
    browser.press("ArrowDown", 40, "");
    String said = text("document.querySelector('#time-said').textContent");
    assertTrue(
        said.matches(
            "Job \\d+ of u\\d+, \\d+ GPUs?: (waited .* \\(mostly .*\\)|did not wait); ran for .*"),
        said);
    String pointed =
        text(
            """
            (() => {
              const over = document.querySelector('[data-chart=jobs] .u-over');
              const box = over.getBoundingClientRect();
              for (let y = 1; y < box.height; y += 2) {
                for (let x = 1; x < box.width; x += 2) {
                  over.dispatchEvent(new MouseEvent('mousemove', {bubbles: true, clientX: box.left + x,
                    clientY: box.top + y}));
                  const told = Array.from(document.querySelectorAll('.tip')).filter((tip) => !tip.hidden);
                  if (told.some((tip) => tip.textContent === document.querySelector('#time-said').textContent)) {
                    return 'found';
                  }
                }
              }
              return 'not found';
            })()
            """);
    assertEquals("found", pointed);
    browser.press("Enter", 13, "\r");
    settle();
    String job = said.replaceAll("Job (\\d+) .*", "$1");
    assertEquals(
        "Job " + job + " under lucid",
        text("document.querySelector('#jobs-story h4').textContent"));
  }

  @Test
  void theLongestWaitsLeadToTheirStories() throws IOException {
    assertEquals(
        10, browser.evaluate("document.querySelectorAll('#worst-waits a').length").asInt());
    browser.evaluate(
        "new Promise((done) => { addEventListener('hashchange', () => setTimeout(done),"
            + " {once: true}); document.querySelectorAll('#worst-waits a')[3].click(); })");
    String policy = text("document.querySelector('#worst-policy').textContent");
    assertEquals(
        text("document.querySelectorAll('#worst-waits a')[3].textContent") + " under " + policy,
        text("document.querySelector('#jobs-story h4').textContent"));
  }
}
