package org.limpid.app.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.summingLong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.results.RunFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code limpid export} on a run in which jobs are profiled, share GPUs and are preempted. */
final class ExportCommandTest {
  private static final long MICROS = 1_000_000;

  @TempDir private static Path shared;
  private static Path run;

  @TempDir private Path folder;

  @BeforeAll
  static void simulate() {
    String data = shared.resolve("data").toString();
    run = shared.resolve("results");
    succeed("data", "generate", "--out", data, "--jobs", "900", "--days", "5", "--seed", "4");
    succeed(
        "simulate",
        "--data",
        data,
        "--policy",
        "fifo,tiresias,lucid",
        "--explain",
        "--out",
        run.toString());
  }

  private static Call succeed(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private Path export(String format, String policies) {
    Path out = folder.resolve(format + "-" + policies);
    succeed(
        "export",
        "--run",
        run.toString(),
        "--format",
        format,
        "--policy",
        policies,
        "--overwrite",
        "--out",
        out.toString());
    return out;
  }

  private List<JsonNode> lines(String policies) throws IOException {
    try (Stream<String> lines = Files.lines(export("jsonl", policies))) {
      return lines.map(JsonMapper.shared()::readTree).toList();
    }
  }

  private static List<NamedCsvRecord> table(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  private static List<NamedCsvRecord> jobs(String policy) throws IOException {
    return table(run.resolve(policy).resolve("jobs.csv"));
  }

  private static List<JsonNode> named(List<JsonNode> events, String name) {
    return events.stream().filter(event -> event.get("event").asString().equals(name)).toList();
  }

  /**
   * Every job ends once, when {@code jobs.csv} says so: in a virtual cluster or in the profiler.
   */
  @Test
  void eventsTellOfEveryJob() throws IOException {
    List<JsonNode> events = lines("lucid");
    Map<String, Long> ends = new HashMap<>();
    for (String name : List.of("ended", "profiling_ended")) {
      named(events, name).stream()
          .filter(event -> event.get("outcome").asString().equals("ended"))
          .forEach(event ->
              assertEquals(
                  null, ends.put(event.get("job_id").asString(), event.get("time").asLong())));
    }
    List<NamedCsvRecord> jobs = jobs("lucid");
    assertEquals(jobs.size(), ends.size());
    jobs.forEach(job ->
        assertEquals(Long.valueOf(job.getField("end_time")), ends.get(job.getField("job_id"))));
  }

  @Test
  void eventsOfAPolicyAreInTheOrderOfTime() throws IOException {
    List<JsonNode> events = lines("all");
    Map<String, Long> last = new TreeMap<>();
    for (JsonNode event : events) {
      long time = event.get("time").asLong();
      Long before = last.put(event.get("policy").asString(), time);
      assertTrue(before == null || before <= time, event::toString);
    }
    assertEquals(List.of("fifo", "lucid", "tiresias"), List.copyOf(last.keySet()));
    assertFalse(named(events, "preempted").isEmpty());
    assertFalse(
        named(events, "started").stream()
            .filter(event -> event.has("partners"))
            .toList()
            .isEmpty());
  }

  /** Field by field; lists have semicolons in the table. */
  @Test
  void theTableHoldsTheSame() throws IOException {
    List<JsonNode> events = lines("all");
    List<NamedCsvRecord> rows = table(export("csv", "all"));
    assertEquals(events.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      JsonNode event = events.get(i);
      rows.get(i)
          .getFieldsAsMap()
          .forEach((name, field) -> assertEquals(text(event.get(name)), field, event::toString));
    }
  }

  private static String text(JsonNode value) {
    if (value == null) {
      return "";
    }
    return value.isArray()
        ? String.join(";", value.values().stream().map(JsonNode::asString).toList())
        : value.asString();
  }

  private List<JsonNode> trace(String policies, String phase) {
    JsonNode file = JsonMapper.shared().readTree(export("chrome-trace", policies).toFile());
    return file.get("traceEvents").values().stream()
        .filter(event -> event.get("ph").asString().equals(phase))
        .toList();
  }

  private static long end(JsonNode slice) {
    return slice.get("ts").asLong() + slice.get("dur").asLong();
  }

  @Test
  void slicesOfATrackNeverOverlap() {
    Map<Integer, List<JsonNode>> tracks =
        trace("all", "X").stream().collect(groupingBy(slice -> slice.get("tid").asInt()));
    assertTrue(tracks.size() > 100, "tracks: " + tracks.size());
    for (List<JsonNode> track : tracks.values()) {
      List<JsonNode> slices = new ArrayList<>(track);
      slices.sort((a, b) -> Long.compare(a.get("ts").asLong(), b.get("ts").asLong()));
      assertEquals(1, slices.stream().map(slice -> slice.get("pid")).distinct().count());
      for (int i = 1; i < slices.size(); i++) {
        assertTrue(end(slices.get(i - 1)) <= slices.get(i).get("ts").asLong());
      }
    }
  }

  /** A job that waits only before its start holds all its GPUs from then to its end. */
  @Test
  void slicesAreTheTimeOnGpus() throws IOException {
    Map<String, Long> held =
        trace("fifo", "X").stream()
            .collect(
                groupingBy(
                    slice -> slice.get("args").get("job_id").asString(),
                    summingLong(slice -> slice.get("dur").asLong() / MICROS)));
    for (NamedCsvRecord job : jobs("fifo")) {
      long seconds =
          Long.parseLong(job.getField("end_time")) - Long.parseLong(job.getField("start_time"));
      assertEquals(
          seconds * Long.parseLong(job.getField("gpu_num")),
          held.getOrDefault(job.getField("job_id"), 0L));
    }
  }

  @Test
  void processesAndThreadsHaveNames() {
    List<Integer> processes = new ArrayList<>();
    List<Integer> threads = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (JsonNode label : trace("lucid", "M")) {
      boolean isThread = label.get("name").asString().equals("thread_name");
      (isThread ? threads : processes).add(label.get(isThread ? "tid" : "pid").asInt());
      names.add(label.get("args").get("name").asString());
    }
    List<JsonNode> slices = trace("lucid", "X");
    assertTrue(slices.stream().allMatch(slice -> threads.contains(slice.get("tid").asInt())));
    assertTrue(slices.stream().allMatch(slice -> processes.contains(slice.get("pid").asInt())));
    assertEquals(processes.size(), processes.stream().distinct().count());
    assertTrue(
        names.containsAll(
            List.of("lucid cluster", "lucid profiler", "GPU 0", "GPU 0, second job")));
  }

  /** The time in the profiler begins and ends once for each job that was there. */
  @Test
  void profilingHasTwoEdges() throws IOException {
    List<String> begins =
        trace("lucid", "b").stream().map(edge -> edge.get("id").asString()).sorted().toList();
    List<String> ends =
        trace("lucid", "e").stream().map(edge -> edge.get("id").asString()).sorted().toList();
    long profiled =
        jobs("lucid").stream().filter(job -> job.getField("profiled").equals("1")).count();
    assertEquals(profiled, begins.size());
    assertEquals(begins, ends);
  }

  /** Counters change exactly where {@code cluster.csv} does. */
  @Test
  void countersFollowTheTable() throws IOException {
    Map<Long, Long> told = new HashMap<>();
    for (JsonNode count : trace("lucid", "C")) {
      if (count.get("name").asString().equals("jobs that wait")) {
        told.put(count.get("ts").asLong() / MICROS, count.get("args").get("value").asLong());
      }
    }
    long now = -1;
    for (NamedCsvRecord row : table(run.resolve("lucid/cluster.csv"))) {
      long before = now;
      now = Long.parseLong(row.getField("jobs_pending"));
      assertEquals(now == before ? null : (Long) now, told.get(Long.valueOf(row.getField("time"))));
    }
  }

  @Test
  void metricsAreThoseOfTheRun() throws IOException {
    List<OpenMetricsReader.Sample> samples =
        OpenMetricsReader.read(Files.readString(export("openmetrics", "all")));
    RunFolder folder = RunFolder.open(run);
    long origin =
        folder.description().origin().map(it -> it.toEpochSecond(ZoneOffset.UTC)).orElseThrow();
    List<OpenMetricsReader.Sample> pending =
        samples.stream()
            .filter(sample -> sample.name().equals("limpid_pending_jobs"))
            .filter(sample -> sample.labels().equals("{policy=\"fifo\"}"))
            .toList();
    List<NamedCsvRecord> table = table(run.resolve("fifo/cluster.csv"));
    assertEquals(table.size(), pending.size());
    for (int i = 0; i < table.size(); i++) {
      assertEquals(origin + Long.parseLong(table.get(i).getField("time")), pending.get(i).second());
      assertEquals(
          Double.parseDouble(table.get(i).getField("jobs_pending")), pending.get(i).value());
    }
  }

  @Test
  void thePageNamesAllEventsAndMetrics() throws IOException {
    String page = Files.readString(Path.of(System.getProperty("limpid.root"), "docs/export.md"));
    lines("all")
        .forEach(event ->
            assertTrue(page.contains("| `%s`".formatted(event.get("event").asString())), page));
    OpenMetricsReader.read(Files.readString(export("openmetrics", "all"))).stream()
        .map(sample -> sample.name().replaceFirst("_(count|sum)$", ""))
        .distinct()
        .forEach(name -> assertTrue(page.contains("`%s`".formatted(name)), name));
  }

  /** The causes sum to the queueing delay of all jobs, for every policy. */
  @Test
  void waitsSumToTheQueue() throws IOException {
    List<OpenMetricsReader.Sample> samples =
        OpenMetricsReader.read(Files.readString(export("openmetrics", "all")));
    for (String policy : List.of("fifo", "tiresias", "lucid")) {
      Map<String, Double> sums =
          samples.stream()
              .filter(sample -> sample.labels().contains("policy=\"" + policy + '"'))
              .collect(
                  groupingBy(
                      OpenMetricsReader.Sample::name,
                      summingDouble(OpenMetricsReader.Sample::value)));
      assertTrue(sums.get("limpid_wait_seconds_total") > 0);
      assertEquals(sums.get("limpid_job_queue_seconds_sum"), sums.get("limpid_wait_seconds_total"));
      assertEquals(900, sums.get("limpid_job_queue_seconds_count"));
    }
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    for (String format : List.of("jsonl", "csv", "chrome-trace", "openmetrics")) {
      byte[] first = Files.readAllBytes(export(format, "lucid"));
      Path again = folder.resolve("again");
      succeed(
          "export",
          "--run",
          run.toString(),
          "--format",
          format,
          "--out",
          again.toString(),
          "--overwrite");
      assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(again)), format);
    }
  }

  /** A file for Prometheus needs no decisions, the others do. */
  @Test
  void runsWithoutDecisionsAreRefused() {
    String bare = folder.resolve("bare").toString();
    succeed(
        "simulate", "--data", shared.resolve("data").toString(), "--policy", "fifo", "--out", bare);
    Path out = folder.resolve("out");
    for (String format : List.of("jsonl", "csv", "chrome-trace")) {
      Call call = Call.of("export", "--run", bare, "--format", format, "--out", out.toString());
      assertEquals(ExitCode.BAD_INPUT, call.exitCode());
      assertTrue(call.err().contains("simulate again with --explain"), call.err());
      assertFalse(Files.exists(out));
    }
    succeed("export", "--run", bare, "--format", "openmetrics", "--out", out.toString());
  }

  @Test
  void unknownPoliciesAreRefused() {
    Path out = folder.resolve("out");
    Call call =
        Call.of(
            "export",
            "--run",
            run.toString(),
            "--format",
            "csv",
            "--policy",
            "lucd",
            "--out",
            out.toString());
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("lucid"), call.err());
    assertFalse(Files.exists(out));
  }
}
