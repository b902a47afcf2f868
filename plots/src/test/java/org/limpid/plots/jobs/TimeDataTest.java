package org.limpid.plots.jobs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.plots.cluster.TinyRun;
import org.limpid.results.RunFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TimeDataTest {
  @TempDir private Path folder;

  private JsonNode parsed(TinyRun run) throws IOException {
    RunFolder written = run.write(folder);
    return JsonMapper.shared().readTree(TimeData.of(written).json());
  }

  /**
   * All count from the moment before. Under fifo 3 of 8 GPUs are in use at 60 s, and 8 at 120 s;
   * under sjf 2 at 90 s, and nothing is known at 120 s.
   */
  @Test
  void samplesComeWithThePolicy() throws IOException {
    JsonNode times =
        parsed(
            new TinyRun()
                .job("fifo", "a,v,2,0,100,0,100,0,0,0:0+1")
                .waits("fifo", "0,0,0,0,0,0")
                .sample("fifo", "60,8,5,0,0")
                .sample("fifo", "120,8,0,4,2")
                .job("sjf", "a,v,2,0,100,0,100,0,0,0:0+1")
                .waits("sjf", "0,0,0,0,0,0")
                .sample("sjf", "90,8,6,0,0"));
    assertEquals(3, times.get("count").asInt());
    assertArrayEquals(new long[] {60, 30, 30}, JobDataTest.numbers(times.get("seconds"), 3));
    assertPolicy(times.get("policies").get(0), new long[] {3, 0, 5}, new long[] {0, 0, 2});
    assertPolicy(times.get("policies").get(1), new long[] {0, 2}, new long[] {0, 0});
    assertEquals("v", times.get("clusters").get(0).asString());
  }

  private static void assertPolicy(JsonNode policy, long[] used, long[] waiting) {
    int count = used.length;
    assertEquals(count, policy.get("count").asInt());
    assertArrayEquals(used, JobDataTest.numbers(policy.get("used"), count));
    assertArrayEquals(waiting, JobDataTest.numbers(policy.get("waiting"), count));
  }

  /** Jobs of 100 s and 101 s, of which the second waits for 10 s and ends at 131. */
  @Test
  void whatTheJobsCameToIsOfAllJobs() throws IOException {
    JsonNode times =
        parsed(
            new TinyRun()
                .job("fifo", "a,v,2,0,100,0,100,0,0,0:0+1")
                .job("fifo", "a,v,2,20,101,30,131,10,0,0:0+1")
                .waits("fifo", "0,0,0,0,0,0")
                .waits("fifo", "0,10,0,0,0,0"));
    JsonNode policy = times.get("policies").get(0);
    assertEquals(0, times.get("fromSecond").asInt());
    assertEquals(106, policy.get("meanJct").asInt(), "(100 + 111) / 2, rounded up");
    assertEquals(5, policy.get("meanWait").asInt());
    assertEquals(131, policy.get("lastEnd").asInt());
    assertEquals(0, policy.get("count").asInt());
  }
}
