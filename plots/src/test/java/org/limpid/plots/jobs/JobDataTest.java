package org.limpid.plots.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.plots.SampleRun;
import org.limpid.plots.cluster.TinyRun;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.simulation.waiting.WaitCause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JobDataTest {
  private static final int ENOUGH = 1_000_000;

  @TempDir private Path folder;

  private static JsonNode parsed(JobData data) {
    return JsonMapper.shared().readTree(data.json());
  }

  /** As the page reads a column. */
  static long[] numbers(JsonNode text, int count) {
    long[] values = new long[count];
    String[] digits = text.asString().isEmpty() ? new String[0] : text.asString().split(" ", -1);
    for (int i = 0; i < digits.length; i++) {
      values[i] = digits[i].isEmpty() ? 0 : Long.parseLong(digits[i], 36);
    }
    return values;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }

  @Test
  void columnsReadBackAsTheTablesOfTheRun() throws IOException {
    List<String> policies = List.of("fifo", "sjf", "lucid");
    RunFolder run = RunFolder.open(SampleRun.explained(folder, 60, policies));
    JobData data = JobData.of(run, JobStory.Teller.NONE);
    JsonNode json = parsed(data);
    assertEquals(60, data.shown());
    assertEquals(run.jobIds(), texts(json.get("ids")));
    long[] submits = numbers(json.get("submit"), 60);
    IntStream.range(1, 60).forEach(i -> submits[i] += submits[i - 1]);
    for (int p = 0; p < policies.size(); p++) {
      assertPolicy(run.allJobs(policies.get(p)), submits, json, json.get("policies").get(p));
    }
  }

  /** Waits sum to the queue; times are those of the table. */
  private static void assertPolicy(JobTable jobs, long[] submits, JsonNode json, JsonNode policy) {
    long[] starts = numbers(policy.get("start"), 60);
    long[] ends = numbers(policy.get("end"), 60);
    long[] durations = numbers(json.get("duration"), 60);
    long[] users = numbers(json.get("user"), 60);
    for (int row = 0; row < 60; row++) {
      long queue = 0;
      for (JsonNode column : policy.get("waits")) {
        queue += numbers(column, 60)[row];
      }
      assertEquals(jobs.queueSeconds(row), queue);
      assertEquals(jobs.submitSeconds(row), submits[row]);
      assertEquals(jobs.startSeconds(row), submits[row] + queue + starts[row]);
      assertEquals(jobs.endSeconds(row), jobs.startSeconds(row) + durations[row] + ends[row]);
      assertEquals(jobs.users().name(row), json.get("users").get((int) users[row]).asString());
    }
  }

  @Test
  void thoseThatWaitedLongestStayWhereThereAreTooMany() throws IOException {
    RunFolder run = RunFolder.open(SampleRun.explained(folder, 60, List.of("fifo", "lucid")));
    JobTable jobs = run.allJobs("fifo");
    List<String> longest =
        IntStream.range(0, 60)
            .boxed()
            .sorted(Comparator.comparingLong(row -> -jobs.queueSeconds(row)))
            .limit(7)
            .sorted()
            .map(row -> run.jobIds().get(row))
            .toList();
    JobData few = JobData.of(run, JobStory.Teller.NONE, 7, ENOUGH, 0);
    assertEquals(7, few.shown());
    assertEquals(60, few.total());
    assertEquals(longest, texts(parsed(few).get("ids")));
    int length = JobData.of(run, JobStory.Teller.NONE, 60, ENOUGH, 0).json().length();
    JobData shorter = JobData.of(run, JobStory.Teller.NONE, 60, length - 300, 0);
    assertTrue(shorter.json().length() <= length - 300);
    assertTrue(shorter.shown() < 60 && shorter.shown() > 30, "shown " + shorter.shown());
    assertEquals(0, JobData.of(run, JobStory.Teller.NONE, 60, 10, 0).shown());
  }

  /**
   * Job 3 starts beside job 1 on GPU 1 and beside job 2 on GPU 2; job 4 comes when job 1 has gone.
   */
  @Test
  void jobsOfOtherSizesArePartners() throws IOException {
    RunFolder run =
        new TinyRun()
            .job("limpid", "a,v,2,0,100,0,100,0,0,0:0+1")
            .job("limpid", "a,v,1,0,200,0,200,0,0,0:2")
            .job("limpid", "a,v,2,50,100,50,150,0,0,0:1+2")
            .job("limpid", "a,v,1,100,100,100,200,0,0,0:0")
            .write(folder);
    assertEquals(
        List.of(new SharedTimes.Pair(0, 2, 50, 100), new SharedTimes.Pair(1, 2, 50, 150)),
        SharedTimes.of(run.allJobs("limpid"), SharedTimes.placements(run, "limpid")));
  }

  /**
   * Job 2 joins job 1 at 100 and leaves at 150; job 3 joins job 1 at 200, which ends at 300. Job 4
   * holds the same GPU numbers in another virtual cluster.
   */
  @Test
  void partnersAreThoseOnTheSameGpus() throws IOException {
    RunFolder run =
        new TinyRun()
            .job("lucid", "a,v,2,0,250,10,300,10,0,0:0+1,0,0,0,0")
            .job("lucid", "a,v,2,90,40,100,150,10,0,0:0+1,0,0,100,0")
            .job("lucid", "a,v,2,190,190,200,400,10,0,0:0+1,0,0,200,0")
            .job("lucid", "a,w,2,190,190,200,400,10,0,0:0+1,0,0,0,0")
            .waits("lucid", "0,10,0,0,0,0")
            .waits("lucid", "0,10,0,0,0,0")
            .waits("lucid", "0,10,0,0,0,0")
            .waits("lucid", "0,10,0,0,0,0")
            .write(folder);
    String[] nodes = SharedTimes.placements(run, "lucid");
    assertEquals(
        List.of(new SharedTimes.Pair(0, 1, 100, 150), new SharedTimes.Pair(0, 2, 200, 300)),
        SharedTimes.of(run.allJobs("lucid"), nodes));
    JsonNode all =
        parsed(JobData.of(run, JobStory.Teller.NONE)).get("policies").get(0).get("pairs");
    assertEquals(2, all.get("count").asInt());
    assertEquals(" ", all.get("partner").asString() + " ");
    assertEquals("1 2", all.get("newcomer").asString());
    assertEquals("2s 5k", all.get("from").asString());
    assertEquals("1e 2s", all.get("seconds").asString());
    JsonNode first =
        parsed(JobData.of(run, JobStory.Teller.NONE, 1, ENOUGH, 0))
            .get("policies")
            .get(0)
            .get("pairs");
    assertEquals("-1 -1", first.get("newcomer").asString());
  }

  private RunFolder twoJobs(String user) throws IOException {
    return new TinyRun()
        .job("fifo", user + ",v,1,0,100,10,110,10,0,0:0")
        .job("fifo", user + ",v,1,0,100,90,190,90,0,0:0")
        .waits("fifo", "0,10,0,0,0,0")
        .waits("fifo", "0,80,0,0,10,0")
        .write(folder);
  }

  @Test
  void noTextCanEndTheElement() throws IOException {
    JobStory.Teller stories =
        (_, _) -> Optional.of(new JobStory(List.of(), List.of("</script><b>\"&")));
    JobData data = JobData.of(twoJobs("</script>"), stories);
    assertFalse(data.json().contains("<") || data.json().contains(">"), data.json());
    assertEquals(List.of("</script>"), texts(parsed(data).get("users")));
    JsonNode told = parsed(data).get("policies").get(0).get("stories").get("0").get("sentences");
    assertEquals(List.of("</script><b>\"&"), texts(told));
  }

  /** The second job waited longer, so its story is there where there is room for one only. */
  @Test
  void storiesOfThoseThatWaitedLongestComeFirst() throws IOException {
    JobStory.Phase phase =
        new JobStory.Phase(
            0, 90, JobStory.Activity.WAITING, Optional.of(WaitCause.CLUSTER_FULL), "for job 1");
    JobStory.Teller stories =
        (policy, row) -> Optional.of(new JobStory(List.of(phase), List.of(policy + " " + row)));
    RunFolder run = twoJobs("a");
    JsonNode both = parsed(JobData.of(run, stories)).get("policies").get(0).get("stories");
    assertEquals(2, both.size());
    assertEquals(
        "{\"phases\":[[0,90,\"waiting\",1,\"for job 1\"]],\"sentences\":[\"fifo 1\"]}",
        both.get("1").toString());
    JsonNode one =
        parsed(JobData.of(run, stories, 2, ENOUGH, 100)).get("policies").get(0).get("stories");
    assertEquals(1, one.size());
    assertTrue(one.has("1"));
  }

  @Test
  void onlyWaitingHasACause() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new JobStory.Phase(0, 1, JobStory.Activity.WAITING, Optional.empty(), ""));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new JobStory.Phase(
                0, 1, JobStory.Activity.RUNNING, Optional.of(WaitCause.OVERHEAD), ""));
    assertThrows(
        IllegalArgumentException.class,
        () -> new JobStory.Phase(1, 1, JobStory.Activity.RUNNING, Optional.empty(), ""));
  }
}
