package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All commands that read a run, on one with declined and with scaled jobs. */
final class DeadlineCommandsTest {
  private static final List<String> POLICIES =
      List.of("edf-admission", "gandiva", "tiresias-deadline", "themis", "elasticflow", "fifo");

  @TempDir private static Path shared;
  private static String run;
  private static String printed;
  private static JsonNode json;

  @BeforeAll
  static void simulate() {
    String data = shared.resolve("data").toString();
    run = shared.resolve("run").toString();
    succeed(
        "data generate --elastic --best-effort 0.2 --jobs 200 --days 3 --history-days 1"
            + " --clusters a=3,b=2 --out "
            + data);
    String simulate = "simulate --data %s --policy %s".formatted(data, String.join(",", POLICIES));
    printed = succeed(simulate + " --explain --out " + run);
    json = JsonMapper.shared().readTree(succeed(simulate + " --json --out " + run + "-json"));
  }

  /** What a command prints; nothing of it is a number that is none. */
  private static String succeed(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of(more));
    Call call = Call.of(words.toArray(String[]::new));
    assertEquals(0, call.exitCode(), call.err());
    assertFalse(call.out().contains("NaN"), call.out());
    return call.out();
  }

  private static JobTable declining() {
    return RunFolder.open(Path.of(run)).numberedJobs("edf-admission");
  }

  private static int declinedRow() {
    JobTable jobs = declining();
    int row = 0;
    while (!jobs.isRejected(row)) {
      row++;
    }
    return row;
  }

  /** The same numbers in the file, in JSON, and of what is read again. */
  @Test
  void deadlinesAreSummedUp() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(run, "summary.csv"));
    assertTrue(
        lines
            .getFirst()
            .endsWith(",accepted,declined,broken_promises,deadline_ratio,gpu_efficiency"));
    var summary = RunFolder.open(Path.of(run)).summaries().getFirst().deadlines().orElseThrow();
    JsonNode told = json.get("policies").get(0).get("deadlines");
    assertEquals(summary.accepted(), told.get("accepted").asLong());
    assertEquals(summary.declined(), told.get("declined").asLong());
    assertEquals(0, told.get("brokenPromises").asLong());
    assertEquals(summary.ratio(), told.get("ratio").asDouble());
    long declined = declining().size() - declining().served().count();
    assertEquals(declined, summary.declined());
    assertTrue(declined > 10, declined + " jobs were declined");
    assertTrue(printed.contains("accepted, but late"), printed);
    assertTrue(Files.readString(Path.of(run, "table4.md")).contains("deadlines met"), "Table 4");
  }

  @Test
  void jobsTellOfTheirDeadlines() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(run, "edf-admission", "jobs.csv"));
    assertTrue(lines.getFirst().endsWith(",outcome,deadline,best_effort,accepted,met_deadline"));
    assertTrue(lines.get(1 + declinedRow()).endsWith(",0,0,0"), lines.get(1 + declinedRow()));
  }

  @Test
  void everyReaderTakesSuchRuns() {
    String id = declining().id(declinedRow()).toString();
    String job = succeed("explain job %s --run %s --policy edf-admission".formatted(id, run));
    assertTrue(job.contains("Declined: "), job);
    for (String policy : POLICIES) {
      succeed("explain job %s --run %s --policy %s".formatted(id, run, policy));
      succeed("explain vc a --run %s --policy %s".formatted(run, policy));
    }
    succeed("explain policy edf-admission elasticflow --run " + run);
    succeed("report --run %s --out %s-report".formatted(run, run));
    for (String format : List.of("jsonl", "csv", "chrome-trace", "openmetrics")) {
      String file = run + "." + format;
      succeed("export --run %s --policy all --format %s --out %s".formatted(run, format, file));
    }
    succeed("whatif --run %s --policy edf-admission --change".formatted(run), "nodes a +1");
  }
}
