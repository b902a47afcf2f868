package org.limpid.app.venus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.experiment.simulate.Simulation;
import org.limpid.experiment.simulate.SimulationReport;
import org.limpid.files.Reporter;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.paper.SummaryTable;
import org.limpid.profiler.ProfilingStage;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageTable;
import org.limpid.results.table.TableFormat;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.PlacementRule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reference mode against the published artifact on a month of the Venus cluster: every job, every
 * column that both have. The expected files came out of the artifact itself.
 */
class GoldenVenusTest {
  private static final int JOBS = 23_859;
  private static final List<String> POLICIES =
      List.of("fifo", "sjf", "srtf", "tiresias", "qssf", "lucid");

  /** Our column, and its name in the reference. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "vc", "vc",
          "start_time", "start_time",
          "end_time", "end_time",
          "queue", "queue",
          "jct", "jct",
          "preemptions", "ckpt_times");

  private static final Map<String, String> LUCID_COLUMNS =
      Map.of(
          "profiled", "profiled",
          "profqueue", "profqueue",
          "finished_in_profiler", "toskip",
          "sharescore", "sharescore",
          "rate", "rate",
          "colocated_at", "Tcolocate",
          "decolocated_at", "Tdelocate",
          "priority", "priority");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "fifo, , fifo.csv.gz",
    "sjf, , sjf.csv.gz",
    "srtf, , srtf.csv.gz",
    "tiresias, , tiresias.csv.gz",
    "qssf, lucid, qssf_ebm.csv.gz",
    "qssf, qssf, qssf_lgb.csv.gz",
    "lucid, , lucid.csv.gz",
  })
  void everyJobEqualsTheReference(String policy, String estimates, String golden) {
    Path out = folder.resolve("out");
    Simulation.run(
        Requests.reference(
            SharedData.venus(), List.of(policy), out, Optional.ofNullable(estimates)),
        Reporter.SILENT);
    assertEqualJobs(
        CsvTable.rowsById(SharedData.golden(golden)),
        CsvTable.rows(out.resolve(policy).resolve("jobs.csv")));
  }

  @Test
  void tablesEqualThePublishedFigures() throws IOException {
    Path out = folder.resolve("out");
    SimulationReport report =
        Simulation.run(
            Requests.reference(SharedData.venus(), POLICIES, out, Optional.of("lucid")),
            Reporter.SILENT);
    assertTables4And5EqualTheReference(out);
    // From the table on top of the reference semantics: mean JCT, mean queue, p99.9 queue.
    List<List<String>> expected =
        List.of(
            List.of("65720.54", "53951.27", "587040.84"),
            List.of("21095.02", "9325.75", "322076.80"),
            List.of("12609.90", "829.72", "126901.83"),
            List.of("14700.04", "2915.99", "195846.25"),
            List.of("15548.88", "3779.61", "214309.70"),
            List.of("12886.13", "915.24", "93756.00"));
    List<List<String>> actual =
        report.summaries().stream()
            .map(PolicySummary::all)
            .map(all ->
                Stream.of(all.jct().mean(), all.queue().mean(), all.queue().p999())
                    .map(value -> String.format(Locale.ROOT, "%.2f", value))
                    .toList())
            .toList();
    assertEquals(expected, actual);
  }

  /** As they are shown, with two decimals, both as simulated and as plotted from the results. */
  private static void assertTables4And5EqualTheReference(Path results) throws IOException {
    PlotInputs inputs = PlotInputs.of(RunFolder.open(results));
    for (Exhibit kind : List.of(SummaryTable.TABLE_4, SummaryTable.TABLE_5)) {
      PageTable table = ((Made.Tables) kind.make(inputs, FigureOptions.NONE)).tables().getFirst();
      List<List<String>> shown =
          table.rows().stream().map(row -> row.stream().map(Cell::shown).toList()).toList();
      assertEquals(
          POLICIES.stream().map(policy -> referenceRow(policy, kind.name())).toList(), shown);
      assertEquals(
          new String(TableFormat.MD.render(table), StandardCharsets.UTF_8),
          Files.readString(results.resolve(kind.name() + ".md")));
    }
  }

  private static List<String> referenceRow(String policy, String table) {
    String file = policy.equals("qssf") ? "qssf_ebm" : policy;
    JsonNode figures =
        JsonMapper.shared()
            .readTree(SharedData.golden("summary.json").toFile())
            .get(file + ".csv.gz");
    List<String> keys =
        table.equals("table4")
            ? List.of("avg_jct", "avg_queue", "p999_queue")
            : List.of("jct_large", "jct_small", "queue_large", "queue_small");
    return Stream.concat(
            Stream.of(policy),
            keys.stream()
                .map(key -> String.format(Locale.ROOT, "%,.2f", figures.get(key).asDouble())))
        .toList();
  }

  @Test
  void theProfilerEqualsTheReference() {
    DatasetReader reader = DatasetReader.open(SharedData.venus());
    Trace trace = reader.trace();
    ProfilingOutcome outcome =
        new ProfilingStage(
                reader.cluster(),
                reader.profiler().orElseThrow(),
                PlacementRule.CONSOLIDATE,
                Semantics.reference())
            .run(trace, reader.forecast(), reader.startSeconds(), 0);
    List<NamedCsvRecord> golden = CsvTable.rows(SharedData.golden("profiler.csv.gz"));
    assertEquals(JOBS, golden.size());
    for (int row = 0; row < JOBS; row++) {
      NamedCsvRecord expected = golden.get(row);
      Allocation allocation = outcome.allocations()[row];
      assertEquals(
          List.of(
              expected.getField("job_id"),
              expected.getField("profiled"),
              expected.getField("profqueue"),
              expected.getField("toskip"),
              expected.getField("start_time"),
              expected.getField("end_time"),
              fromReference(expected.getField("nodes"))),
          List.of(
              trace.jobId(row).toString(),
              outcome.profiled()[row] ? "1" : "0",
              Long.toString(outcome.queueSeconds()[row]),
              outcome.finished()[row] ? "1" : "0",
              Long.toString(outcome.startSeconds()[row]),
              Long.toString(outcome.endSeconds()[row]),
              allocation == null ? "" : allocation.toString()));
    }
    assertEquals(
        CsvTable.rows(SharedData.golden("profiler_scaling.csv")).stream()
            .map(row ->
                new ProfilingOutcome.Loan(
                    Long.parseLong(row.getField("time")),
                    Integer.parseInt(row.getField("scaling_num"))))
            .toList(),
        outcome.loans());
  }

  private static void assertEqualJobs(
      Map<String, NamedCsvRecord> golden, List<NamedCsvRecord> actual) {
    assertEquals(JOBS, actual.size());
    assertEquals(JOBS, golden.size());
    List<String> differences = new ArrayList<>();
    for (NamedCsvRecord row : actual) {
      NamedCsvRecord expected = golden.get(row.getField("job_id"));
      COLUMNS.forEach((ours, theirs) -> compare(row, ours, expected, theirs, differences));
      if (expected.getHeader().contains("profqueue")) {
        LUCID_COLUMNS.forEach((ours, theirs) -> compare(row, ours, expected, theirs, differences));
      }
      String nodes = fromReference(expected.getField("nodes"));
      if (!nodes.equals(row.getField("nodes"))) {
        differences.add("%s nodes %s".formatted(expected, row));
      }
    }
    assertAll(
        () -> assertEquals(List.of(), differences.stream().limit(10).toList()),
        () -> assertEquals(0, differences.size()));
  }

  private static void compare(
      NamedCsvRecord row,
      String ours,
      NamedCsvRecord expected,
      String theirs,
      List<String> differences) {
    String want = expected.getField(theirs);
    String have = row.getField(ours);
    if (!want.equals(have) && !equalNumbers(want, have)) {
      differences.add(
          "job %s: %s is %s, expected %s".formatted(row.getField("job_id"), ours, have, want));
    }
  }

  /** The reference writes whole numbers of decimal columns as 1.0, we write 1. */
  private static boolean equalNumbers(String want, String have) {
    boolean numbers = want.matches("-?[0-9.]+") && have.matches("-?[0-9.]+");
    return numbers && Double.parseDouble(want) == Double.parseDouble(have);
  }

  /** {@code [{0: [1, 2]}, {3: [0]}]} becomes {@code 0:1+2;3:0}. */
  private static String fromReference(String nodes) {
    return nodes
        .replace("[{", "")
        .replace("]}]", "")
        .replace("]}, {", ";")
        .replace(": [", ":")
        .replace(", ", "+")
        .replace("[]", "");
  }
}
