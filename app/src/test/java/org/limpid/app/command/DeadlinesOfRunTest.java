package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What commands say of deadlines, on four GPUs. Job 3 needs all of them from 900 on for half an
 * hour; job 5, 30 min on one GPU, comes at 1500 and is due at 2400, which nothing can keep.
 */
final class DeadlinesOfRunTest {
  private static final String DESCRIPTION =
      """
      {
        "format": "limpid-dataset/1",
        "name": "four",
        "title": "Four GPUs",
        "time": { "origin": "2026-01-05T08:00:00", "startSeconds": 0 },
        "cluster": { "virtualClusters": "vc.csv", "gpusPerNode": 4, "cpusPerNode": 16, "gpuMemoryMib": 24576 },
        "jobs": { "file": "jobs.csv", "format": "lucid" },
        "scaling": "scaling.csv"
      }
      """;

  private static final String SCALING =
      """
      model,batch_size,most_gpus,1,2,4
      net,64,4,10,16,20
      lin,64,4,10,20,40
      """;

  private static final String JOBS =
      """
      job_id,user,vc,jobname,gpu_num,cpu_num,state,submit_time,duration,iterations,scaling,deadline
      1,ann,lab,,1,4,COMPLETED,0,3600,36000,net/64,7200
      2,bob,lab,,2,4,COMPLETED,600,3600,72000,lin/64,5400
      3,cat,lab,,4,4,COMPLETED,900,1800,72000,lin/64,3600
      4,dan,lab,,1,4,COMPLETED,1200,1800,18000,net/64,
      5,eve,lab,,1,4,COMPLETED,1500,1800,18000,net/64,2400
      """;

  @TempDir private static Path folder;
  private static String run;

  @BeforeAll
  static void simulate() throws IOException {
    Files.writeString(folder.resolve("dataset.json"), DESCRIPTION);
    Files.writeString(folder.resolve("vc.csv"), ",num\nlab,1\n");
    Files.writeString(folder.resolve("scaling.csv"), SCALING);
    Files.writeString(folder.resolve("jobs.csv"), JOBS);
    run = folder.resolve("run").toString();
    String[] simulated = {
      "simulate",
      "--data",
      folder.toString(),
      "--policy",
      "elasticflow,fifo",
      "--explain",
      "--out",
      run
    };
    Call call = Call.of(simulated);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  private static Call whatIf(String policy, String... more) {
    return Call.of(
        Stream.concat(Stream.of("whatif", "--run", run, "--policy", policy), Stream.of(more))
            .toArray(String[]::new));
  }

  private static String oneLine(Call call) {
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call.out().replaceAll("\\s+", " ");
  }

  /** Beside job 3, which then has two GPUs: 30 min / 1.6 and 6 s are 18 min 51.0 s, and 0.1 s. */
  @Test
  void theDeadlineThatWouldHaveBeenAcceptedIsTheSameInTheStoryAndByTrial() {
    String story =
        oneLine(Call.of("explain", "job", "5", "--run", run, "--policy", "elasticflow", "--quick"));
    assertTrue(
        story.contains(
            "Job 5 was turned away under elasticflow when it came; it never ran. Declined: even"
                + " alone it would miss its deadline, which is in 15 min. The earliest deadline"
                + " that would have been accepted is 3 min 52 s later, in 18 min 52 s."),
        story);
    String found = oneLine(whatIf("elasticflow", "--job", "5", "--accepted"));
    assertTrue(
        found.contains(
            "The earliest deadline that would have been accepted is 2026-01-05 08:43:52, 18 min 52"
                + " s after its submission and 3 min 52 s later than the one that it had"),
        found);
  }

  @Test
  void oneSecondLessIsNotAccepted() {
    JsonNode report =
        JsonMapper.builder()
            .build()
            .readTree(whatIf("elasticflow", "--job", "5", "--accepted", "--json").out());
    assertEquals(2632, report.get("acceptedDeadline").asLong());
    assertEquals(false, report.get("wasAccepted").asBoolean());
    String enough = oneLine(whatIf("elasticflow", "--change", "deadline 5 +3m52s"));
    assertTrue(enough.contains("jobs change"), enough);
    String less = oneLine(whatIf("elasticflow", "--change", "deadline 5 2631"));
    assertTrue(less.contains("no job changes"), less);
  }

  @Test
  void whatMakesNoSenseIsTold() {
    assertTold(
        "expected a policy that looks at deadlines", whatIf("fifo", "--job", "5", "--accepted"));
    assertTold(
        "expected a policy that looks at deadlines", whatIf("fifo", "--change", "deadline 5 +1h"));
    assertTold("job 4 has no deadline yet", whatIf("elasticflow", "--change", "deadline 4 +1h"));
    assertTold(
        "expected a deadline after the submission",
        whatIf("elasticflow", "--change", "deadline 5 1500"));
    assertTold(
        "expected a span such as -2h", whatIf("elasticflow", "--change", "deadline 5 +soon"));
  }

  private static void assertTold(String expected, Call call) {
    assertTrue(call.exitCode() != ExitCode.SUCCESS);
    assertTrue(call.err().contains(expected), call.err());
  }
}
