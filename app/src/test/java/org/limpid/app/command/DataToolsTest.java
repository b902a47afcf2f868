package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that look at a data set, or make another one of it. */
final class DataToolsTest {
  private static final List<String> POLICIES = List.of("fifo", "tiresias", "qssf", "lucid");

  @TempDir private static Path shared;

  @TempDir private Path folder;

  @BeforeAll
  static void generate() throws IOException {
    succeed("data generate --jobs 300 --days 3 --history-days 7 --clusters b=3,a=2 --out DATA");
    Files.writeString(shared.resolve("key"), "sixteen bytes or more");
  }

  private static Call call(String line) {
    return Call.of(line.replace("DATA", shared.resolve("data").toString()).split(" "));
  }

  private static Call succeed(String line) {
    Call call = call(line);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private String anonymise() {
    String made = folder.resolve("other").toString();
    succeed("data anonymise DATA --key %s --out %s".formatted(shared.resolve("key"), made));
    return made;
  }

  private List<String> jobs(String data, String policy) throws IOException {
    Path run = folder.resolve("run-" + Path.of(data).getFileName());
    return Files.readAllLines(run.resolve(policy).resolve("jobs.csv")).stream()
        .map(line -> line.split(",", 4)[3])
        .toList();
  }

  private void simulate(String data) {
    succeed(
        "simulate --data %s --policy %s --out %s"
            .formatted(
                data,
                String.join(",", POLICIES),
                folder.resolve("run-" + Path.of(data).getFileName())));
  }

  /** All columns behind the identifier, the user and the virtual cluster. */
  @Test
  void anonymousJobsHaveTheSameResults() throws IOException {
    String other = anonymise();
    simulate(shared.resolve("data").toString());
    simulate(other);
    for (String policy : POLICIES) {
      List<String> results = jobs("data", policy);
      assertEquals(301, results.size());
      assertEquals(results, jobs(other, policy), policy);
    }
  }

  @Test
  void whatIsMadeIsAValidDataSet() {
    succeed("data check " + anonymise());
    String part = folder.resolve("part").toString();
    succeed("data sample DATA --share 0.5 --clusters b --scale-nodes --out " + part);
    succeed("data check " + part);
    String elastic = folder.resolve("elastic").toString();
    succeed("data elastic DATA --min-deadline 1 --best-effort 0.2 --out " + elastic);
    succeed("data check " + elastic);
    String fixed = folder.resolve("fixed").toString();
    succeed("data doctor DATA --fix --out " + fixed);
    succeed("data check " + fixed);
  }

  /** Three jobs of one user, the second and third of which are alike. */
  private String oddData() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("odd"));
    Files.writeString(
        odd.resolve("dataset.json"),
        """
        {"format": "limpid-dataset/1", "name": "odd",
         "time": {"origin": "2026-09-01T00:00:00", "startSeconds": 0},
         "cluster": {"virtualClusters": "vcs.csv", "gpusPerNode": 8, "gpuMemoryMib": 24576},
         "jobs": {"file": "jobs.csv", "format": "lucid"}}
        """);
    Files.writeString(odd.resolve("vcs.csv"), "vc,num\nvc,1\n");
    Files.writeString(
        odd.resolve("jobs.csv"),
        """
        job_id,user,vc,gpu_num,cpu_num,state,submit_time,duration
        1,ann,vc,1,1,COMPLETED,1,100
        2,ann,vc,1,1,COMPLETED,2,100
        3,ann,vc,1,1,COMPLETED,2,100
        """);
    return odd.toString();
  }

  @Test
  void findingsAreNoErrorsUnlessAsked() throws IOException {
    Call told = succeed("data doctor " + oddData());
    assertTrue(told.out().startsWith("duplicate-rows (medium)\n"), told.out());
    assertTrue(told.out().contains("jobs.csv: line 4."), told.out());
    assertEquals("1 finding.\n", told.err());
    assertEquals(ExitCode.BAD_INPUT, call("data doctor --strict " + oddData()).exitCode());
    assertEquals("", succeed("data doctor DATA --quiet").err());
  }

  @Test
  void findingsAreJson() throws IOException {
    JsonNode finding =
        JsonMapper.shared().readTree(succeed("data doctor --json " + oddData()).out()).get(0);
    assertEquals("duplicate-rows", finding.get("name").asString());
    assertEquals("medium", finding.get("severity").asString());
    assertEquals(4, finding.get("lines").get(0).asInt());
    assertEquals("It leaves these rows out.", finding.get("change").asString());
  }

  /** The command that a finding names does what it says. */
  @Test
  void theNamedCommandMendsIt() throws IOException {
    String odd = oddData();
    JsonNode finding =
        JsonMapper.shared().readTree(succeed("data doctor --json " + odd).out()).get(0);
    String remedy = finding.get("remedy").asString();
    assertEquals("limpid data doctor %s --fix --out %s-fixed".formatted(odd, odd), remedy);
    succeed(remedy.replaceFirst("limpid ", ""));
    assertEquals("0 findings.\n", succeed("data doctor %s-fixed".formatted(odd)).err());
  }

  /**
   * Twenty jobs a minute apart, and one of a user without a name; nobody uses the second cluster.
   */
  private String coarseData() throws IOException {
    Path odd = Path.of(oddData());
    StringBuilder jobs =
        new StringBuilder("job_id,user,vc,gpu_num,cpu_num,state,submit_time,duration\n");
    for (int i = 0; i < 20; i++) {
      String user = i == 0 ? "unknown" : "user" + i;
      jobs.append(
          "%d,%s,vc,%d,%d,COMPLETED,%d,%d\n".formatted(i, user, 1 + i % 2, i, 60 * i, 70 + i));
    }
    Files.writeString(odd.resolve("jobs.csv"), jobs);
    Files.writeString(odd.resolve("vcs.csv"), "vc,num\nvc,1\nother vc,1\n");
    return odd.toString();
  }

  /** Of each finding that a command mends, the command runs and leaves the other findings. */
  @Test
  void everyNamedCommandTakesItsFindingAway() throws IOException {
    List<String> all = List.of("coarse-clock", "unused-virtual-cluster", "placeholder-user");
    for (JsonNode finding : findings(coarseData())) {
      String name = finding.get("name").asString();
      String remedy = finding.get("remedy").asString().replaceFirst("limpid ", "");
      Call call = succeed(remedy);
      if (all.contains(name)) {
        List<String> left = new ArrayList<>();
        findings(remedy.substring(remedy.lastIndexOf(' ') + 1))
            .forEach(each -> left.add(each.get("name").asString()));
        assertTrue(!left.contains(name) && left.size() == 3, left::toString);
      } else {
        assertEquals("constant-columns", name);
        assertTrue(call.out().contains("20 jobs of 20 users"), call.out());
      }
    }
  }

  private JsonNode findings(String data) {
    return JsonMapper.shared().readTree(succeed("data doctor --json " + data).out());
  }

  @Test
  void whatNobodyCanGuessIsNoGuess() throws IOException {
    Call call = call("data doctor %s --guess constant-columns --out x".formatted(oddData()));
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    Call close = call("data doctor %s --guess coarse-clocks --out x".formatted(oddData()));
    assertTrue(close.err().contains("Maybe 'coarse-clock' was meant"), close.err());
    assertEquals(ExitCode.BAD_INPUT, call("data doctor DATA --guess hour-off").exitCode());
  }

  @Test
  void whatCannotBeUsedIsBadInput() throws IOException {
    Path jobs = Path.of(oddData(), "jobs.csv");
    Files.writeString(jobs, Files.readString(jobs).replace("3,ann", "2,ann"));
    Call call = call("data doctor " + folder.resolve("odd"));
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.out().startsWith("fails-check (high)\n"), call.out());
    assertEquals(ExitCode.BAD_INPUT, call("data doctor " + folder.resolve("none")).exitCode());
    assertEquals(ExitCode.BAD_INPUT, call("data doctor DATA --fix").exitCode());
  }

  @Test
  void convertedJobsAreImportedAgain() {
    String table = folder.resolve("jobs.csv").toString();
    succeed("data convert DATA --to csv --out " + table);
    Call imported = succeed("data import csv %s --out %s".formatted(table, folder.resolve("back")));
    assertTrue(imported.err().startsWith("Imported 300 jobs"), imported.err());
  }

  @Test
  void noInputIsWrittenOver() throws IOException {
    Path jobs = Path.of(oddData(), "jobs.csv");
    String before = Files.readString(jobs);
    Call call =
        call("data convert %s --to csv --overwrite --out %s".formatted(jobs.getParent(), jobs));
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertEquals(before, Files.readString(jobs));
  }
}
