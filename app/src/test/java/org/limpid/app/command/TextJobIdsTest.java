package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jobs whose identifiers are texts, as those of job arrays, beside one that is a number. */
final class TextJobIdsTest {
  /** Each takes the whole node for 100 s; the last looks like a formula. */
  private static final String JOBS =
      """
      job_id,user,vc,gpu_num,cpu_num,state,submit_time,duration
      17_3,ann,vc,8,1,COMPLETED,1,100
      8,bob,vc,8,1,COMPLETED,2,100
      =app_1,"cid, d",vc,8,1,COMPLETED,3,100
      """;

  @TempDir private Path folder;

  @BeforeEach
  void simulate() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        folder.resolve("data/dataset.json"),
        """
        {"format": "limpid-dataset/1", "name": "texts",
         "time": {"origin": "2026-09-01T00:00:00", "startSeconds": 0},
         "cluster": {"virtualClusters": "vcs.csv", "gpusPerNode": 8, "gpuMemoryMib": 24576},
         "jobs": {"file": "jobs.csv", "format": "lucid"},
         "estimates": {"guess": "guess.csv"}}
        """);
    Files.writeString(folder.resolve("data/vcs.csv"), "vc,num\nvc,1\n");
    Files.writeString(folder.resolve("data/jobs.csv"), JOBS);
    Files.writeString(
        folder.resolve("data/guess.csv"), "job_id,estimate\n=app_1,30\n17_3,10\n8,20\n");
    succeed(
        "simulate",
        "--data",
        path("data"),
        "--policy",
        "fifo,qssf",
        "--estimates",
        "guess",
        "--explain",
        "--out",
        path("run"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static String succeed(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call.out();
  }

  private static JsonNode json(String... words) {
    return JsonMapper.shared().readTree(succeed(words));
  }

  @Test
  void filesHaveThemAsTheyAre() throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve("run/fifo/jobs.csv"));
    assertEquals(
        List.of("job_id", "17_3", "8", "=app_1"),
        rows.stream().map(row -> row.split(",")[0]).toList());
  }

  @Test
  void storiesAreToldOfThem() {
    String told = succeed("explain", "job", "=app_1", "--run", path("run"), "--policy", "fifo");
    assertTrue(told.contains("It is a job of user cid, d for 8 GPUs"), told);
    assertTrue(told.contains("job 17_3 (ann, 8"), told);
    JsonNode text =
        json("explain", "job", "17_3", "--run", path("run"), "--policy", "fifo", "--json");
    assertEquals("17_3", text.at("/job/id").asString(), text.toString());
    JsonNode number =
        json("explain", "job", "8", "--run", path("run"), "--policy", "fifo", "--json");
    assertTrue(number.at("/job/id").isIntegralNumber(), number.toString());
  }

  @Test
  void unknownOnesAreTold() {
    Call call = Call.of("explain", "job", "17_4", "--run", path("run"), "--policy", "fifo");
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(
        call.err().contains("expected one of 3 jobs with numbers from 8 to =app_1"), call.err());
    assertTrue(call.err().contains("Maybe '17_3' was meant."), call.err());
  }

  /** Without it the others start 100 s earlier. */
  @Test
  void theyCanBeChanged() {
    JsonNode report =
        json(
            "whatif",
            "--run",
            path("run"),
            "--policy",
            "fifo",
            "--change",
            "remove 17_3",
            "--json",
            "--out",
            path("changed"));
    assertTrue(report.toString().contains("=app_1"), report.toString());
    JsonNode earlier =
        json(
            "whatif",
            "--run",
            path("run"),
            "--policy",
            "fifo",
            "--job",
            "=app_1",
            "--earlier",
            "60",
            "--json");
    assertEquals("=app_1", earlier.get("job").asString(), earlier.toString());
    String text =
        succeed(
            "whatif",
            "--run",
            path("run"),
            "--policy",
            "fifo",
            "--job",
            "=app_1",
            "--earlier",
            "60");
    assertTrue(text.startsWith("Job =app_1 waited 3 min 18 s under fifo: it came at "), text);
  }
}
