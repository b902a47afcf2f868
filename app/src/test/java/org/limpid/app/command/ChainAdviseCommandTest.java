package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Advice by hand-made queues, and a model that adds the planned wait and the recent one. */
final class ChainAdviseCommandTest {
  /**
   * It is 9:00 on 3 March, as the start and run time of both jobs say. Job 100 of the chain has 4 h
   * left, the job of the other three nodes 10 h. A job of four nodes waits for 2 h: it is planned
   * from 10 h to 20 h. The job that waits for another one doesn't count, nor does another
   * partition. Those that run have waited for 3 h and 1 h: 2 h on the mean.
   */
  private static final String QUEUE =
      """
      JOBID|PARTITION|STATE|NODES|TIME_LIMIT|TIME|SUBMIT_TIME|START_TIME|REASON
      100|gpu|RUNNING|1|2-00:00:00|1-20:00:00|2026-03-01T10:00:00|2026-03-01T13:00:00|None
      101|gpu|RUNNING|3|1-00:00:00|14:00:00|2026-03-02T18:00:00|2026-03-02T19:00:00|None
      102|gpu,long|PENDING|4|10:00:00|0:00|2026-03-03T07:00:00|N/A|Resources
      103|gpu|PENDING|2|10:00:00|0:00|2026-03-01T07:00:00|N/A|Dependency
      104|cpu|PENDING|9|UNLIMITED|0:00|2026-03-01T07:00:00|N/A|Priority
      """;

  private static final String NODES =
      """
      PARTITION|TIMELIMIT|NODES|STATE
      gpu*|2-00:00:00|3|alloc
      gpu*|2-00:00:00|1|mix
      gpu*|2-00:00:00|2|down*
      cpu|infinite|5|idle
      """;

  /** As {@code squeue} prints without options: no limits and no submissions. */
  private static final String PLAIN_QUEUE =
      """
                   JOBID PARTITION     NAME     USER ST       TIME  NODES NODELIST(REASON)
                     102       gpu    train      bob PD       0:00      4 (Nodes required for job are DOWN, DRAINED)
                     100       gpu    train      ann  R 1-20:00:00      1 n01
                     101       gpu      big      eve  R   14:00:00      3 n[02-04]
      """;

  private static final String PLAIN_NODES =
      """
      PARTITION AVAIL  TIMELIMIT  NODES  STATE NODELIST
      gpu*         up 2-00:00:00      4  alloc n[01-04]
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void train() throws IOException {
    Random random = new Random(5);
    StringBuilder rows = new StringBuilder("planned_wait_h,recent_wait_h,queue_node_h,wait_h\n");
    for (int row = 0; row < 600; row++) {
      double planned = random.nextInt(49);
      double recent = random.nextInt(7);
      rows.append("%s,%s,%d,%s\n".formatted(planned, recent, random.nextInt(90), planned + recent));
    }
    Files.writeString(folder.resolve("waits.csv"), rows);
    Files.createDirectory(folder.resolve("models"));
    Call call =
        Call.of(
            "model",
            "train",
            "--csv",
            place("waits.csv"),
            "--target",
            "wait_h",
            "--out",
            place("models/gap-price-2.json"));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  private static String place(String name) {
    return folder.resolve(name).toString();
  }

  private static Call advise(String squeue, String sinfo, String... more) throws IOException {
    Files.writeString(folder.resolve("queue.txt"), squeue);
    Files.writeString(folder.resolve("nodes.txt"), sinfo);
    List<String> words = new ArrayList<>(List.of("chain", "advise", "--models", place("models")));
    words.addAll(List.of("--squeue", place("queue.txt"), "--sinfo", place("nodes.txt")));
    words.addAll(List.of(more));
    return Call.of(words.toArray(String[]::new));
  }

  private static String good(Call call) {
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call.out();
  }

  private static void refused(Call call, String message) {
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.out());
    assertTrue(call.err().contains(message), call.err());
  }

  /** 20 h planned and 2 h recently make 22 h: far more than the 4 h that are left. */
  @Test
  void aLongQueueMeansNow() throws IOException {
    JsonNode advice =
        JsonMapper.shared()
            .readTree(good(advise(QUEUE, NODES, "--job", "100", "--partition", "gpu", "--json")));
    assertEquals("submit", advice.get("advice").asString());
    assertEquals("2026-03-03T09:00:00", advice.get("now").asString());
    assertEquals("2026-03-03T09:00:00", advice.get("submit_at").asString());
    assertEquals(4, advice.get("left_hours").asDouble());
    assertEquals(22, advice.get("wait_hours").asDouble(), 1);
    assertEquals(0, advice.get("notes").size());
    double sum = advice.get("intercept_hours").asDouble();
    for (JsonNode reason : advice.get("reasons")) {
      sum += reason.get("hours").asDouble();
      String expected =
          switch (reason.get("feature").asString()) {
            case "planned_wait_h" -> "20";
            case "recent_wait_h" -> "2";
            case "queue_node_h" -> "40";
            default -> reason.get("value").asString();
          };
      assertEquals(expected, reason.get("value").asString().replace(".0", ""));
    }
    assertEquals(advice.get("wait_hours").asDouble(), sum, 1e-9);
  }

  /** Nobody waits: a node of the chain's size is planned when job 100 ends, or at once. */
  @Test
  void anEmptyQueueMeansWait() throws IOException {
    String idle = NODES.replace("2|down*", "2|idle");
    String queue = without("102").apply(QUEUE);
    String text = good(advise(queue, idle, "--job", "100", "--partition", "gpu"));
    assertTrue(text.startsWith("Wait. If the queue stays as it is, submit at 2026-03-03T1"), text);
    assertTrue(text.contains("4 h are left of job 100"), text);
    assertTrue(text.contains("planned_wait_h"), text);
  }

  private static UnaryOperator<String> without(String id) {
    return text -> text.replaceAll("(?m)^" + id + ".*\n", "");
  }

  /** Limits are those of the partition; waits so far aren't known, and the model says so. */
  @Test
  void theDefaultColumnsServeInPart() throws IOException {
    String text =
        good(advise(PLAIN_QUEUE, PLAIN_NODES, "--job", "100", "--now", "2026-03-03T09:00:00"));
    assertTrue(text.contains("At 2026-03-03T09:00:00"), text);
    assertTrue(text.contains("all jobs count with that of the partition"), text);
    assertTrue(text.contains("doesn't tell SUBMIT_TIME"), text);
    assertTrue(text.startsWith("Submit now."), text);
  }

  @Test
  void otherTablesAreRefused() throws IOException {
    String[] usual = {"--job", "100", "--partition", "gpu"};
    refused(
        advise("", NODES, usual),
        "queue.txt: expected a line with the names of columns, found none");
    refused(
        advise("job,nodes\n1,2\n", NODES, usual), "expected the columns JOBID, STATE, NODES, TIME");
    refused(advise(NODES, NODES, usual), "Maybe print it by: squeue --array");
    refused(advise(QUEUE, "USER\nann\n", usual), "Maybe print it by: sinfo -o");
    refused(
        advise(QUEUE, QUEUE, usual), "Maybe the partition is down, or sinfo didn't print this.");
    refused(
        advise(QUEUE.replace("|Resources", ""), NODES, usual),
        "queue.txt:4: expected 9 fields as in the first line, found 8");
  }

  @Test
  void fieldsThatCannotBeReadAreNamed() throws IOException {
    String[] usual = {"--job", "100", "--partition", "gpu"};
    refused(
        advise(QUEUE.replace("|4|", "|four|"), NODES, usual),
        "queue.txt:4: NODES: expected a number of nodes from 1 to 99999, found 'four'");
    refused(
        advise(QUEUE.replace("14:00:00", "soon"), NODES, usual),
        "queue.txt:3: TIME: expected a time such as 1-02:03:04");
    refused(
        advise(QUEUE.replace("2026-03-03T07", "3/3 07"), NODES, usual),
        "queue.txt:4: SUBMIT_TIME: expected a time such as 2026-03-02T09:00:00");
    refused(
        advise(QUEUE, NODES.replace("|3|", "|-3|"), usual),
        "nodes.txt:2: NODES: expected a number");
  }

  @Test
  void jobsThatDoNotServeAreNamed() throws IOException {
    refused(
        advise(QUEUE, NODES, "--job", "100"),
        "expected the partition of the chain, found gpu, cpu");
    refused(
        advise(QUEUE, NODES, "--job", "7", "--partition", "gpu"),
        "There is no job 7 in partition gpu");
    refused(advise(QUEUE, NODES, "--job", "102", "--partition", "gpu"), "Job 102 doesn't run");
    String endless = QUEUE.replace("2-00:00:00|1-20", "UNLIMITED|1-20");
    refused(
        advise(
            endless, NODES.replace("2-00:00:00", "infinite"), "--job", "100", "--partition", "gpu"),
        "Nobody knows when job 100 ends");
    refused(
        advise(
            QUEUE,
            NODES.replace("alloc", "drain").replace("mix", "down"),
            "--job",
            "100",
            "--partition",
            "gpu"),
        "expected a node of gpu that is idle or in use, found none");
  }

  /** A job that is larger than what is in use or idle can't start: it is told and left out. */
  @Test
  void aJobLargerThanTheClusterIsLeftOut() throws IOException {
    String text =
        good(
            advise(
                QUEUE.replace("PENDING|4|", "PENDING|40|"),
                NODES,
                "--job",
                "100",
                "--partition",
                "gpu"));
    assertTrue(text.contains("1 waiting jobs ask for more than the 4 nodes"), text);
  }
}
