package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.venus.SharedData;
import org.limpid.files.InputFiles;

/** The schedulers of ElasticFlow's artifact: every job and every event as it logs them. */
final class ElasticFlowReferenceTest {
  private static final Map<String, String> SCHEDULERS = new LinkedHashMap<>();

  static {
    SCHEDULERS.put("edf", "edf");
    SCHEDULERS.put("edf-admission", "edf-accessctrl");
    SCHEDULERS.put("gandiva", "gandiva");
    SCHEDULERS.put("tiresias-deadline", "dlas-gpu");
    SCHEDULERS.put("elasticflow", "ef-accessctrl");
    SCHEDULERS.put("elasticflow-no-admission", "ef");
  }

  /** Columns of the artifact's log of jobs and ours. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "time", "logged_time",
          "num_gpu", "gpu_num",
          "submit_time", "submit_time",
          "start_time", "start_time",
          "end_time", "end_time",
          "ddl", "deadline",
          "JCT", "jct",
          "pending_time", "pending_time",
          "preempt", "preemptions",
          "best_effort_job", "best_effort");

  @TempDir private Path folder;

  private Path simulate(String jobs, String tables, int nodes, int gpus, int slot, int threads) {
    Path data = folder.resolve("data");
    Path out = folder.resolve("out" + threads);
    call(
        "data import elasticflow %s --throughput %s --nodes %d --gpus-per-node %d --out %s --overwrite"
            .formatted(
                SharedData.require("data/elasticflow/" + jobs),
                SharedData.require("data/elasticflow/" + tables),
                nodes,
                gpus,
                data));
    call(
        "simulate --reference --data %s --policy %s,themis --slot %d --threads %d --out %s"
            .formatted(data, String.join(",", SCHEDULERS.keySet()), slot, threads, out));
    return out;
  }

  private static void call(String command) {
    Call call = Call.of(command.split(" "));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  /** The rows of a table, by the names of the columns. */
  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<String[]> lines = lines(file);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String[] line : lines.subList(1, lines.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < line.length; i++) {
        row.put(lines.getFirst()[i], line[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String[]> lines(Path file) throws IOException {
    try (BufferedReader reader = new BufferedReader(InputFiles.openText(file))) {
      return reader.readAllLines().stream().map(line -> line.split(",", -1)).toList();
    }
  }

  private static void assertAsPublished(Path ours, Path golden) throws IOException {
    Map<String, Map<String, String>> byId = new HashMap<>();
    List<Map<String, String>> own = rows(ours.resolve("jobs.csv"));
    own.forEach(row -> byId.put(row.get("job_id"), row));
    List<Map<String, String>> expected = rows(golden.resolve("job.csv"));
    assertEquals(
        expected.size(), own.stream().filter(row -> !row.get("end_time").isEmpty()).count());
    for (Map<String, String> row : expected) {
      Map<String, String> found = byId.get(row.get("job_id"));
      COLUMNS.forEach((theirs, name) ->
          assertEquals(
              Double.parseDouble(row.get(theirs)),
              Double.parseDouble(found.get(name)),
              () -> "%s of job %s in %s".formatted(name, row.get("job_id"), ours)));
    }
  }

  /** Compares the maps of the GPUs. */
  private static void assertSameEvents(Path ours, Path golden) throws IOException {
    Path plain = golden.resolve("scheduling_events.csv");
    List<String[]> expected =
        lines(Files.exists(plain) ? plain : golden.resolve("scheduling_events.csv.gz"));
    List<String[]> found = lines(ours.resolve("events.csv.gz"));
    assertEquals(expected.size(), found.size());
    assertArrayEquals(expected.getFirst(), found.getFirst());
    for (int i = 1; i < expected.size(); i++) {
      String[] theirs = expected.get(i);
      String[] own = found.get(i);
      int last = theirs.length - 1;
      assertEquals(Double.parseDouble(theirs[0]), Double.parseDouble(own[0]), ours.toString());
      assertEquals(Double.parseDouble(theirs[last]), Double.parseDouble(own[last]), 1e-9);
      for (int gpu = 1; gpu < last; gpu++) {
        assertEquals(theirs[gpu], own[gpu], "at " + theirs[0]);
      }
    }
  }

  private static void assertAllAsPublished(Path out, String golden) throws IOException {
    for (Map.Entry<String, String> scheduler : SCHEDULERS.entrySet()) {
      Path own = out.resolve(scheduler.getKey());
      Path theirs =
          SharedData.require("golden/elasticflow/" + golden).resolve(scheduler.getValue());
      assertAsPublished(own, theirs);
      assertSameEvents(own, theirs);
    }
  }

  @Test
  void figure10IsAsPublished() throws IOException {
    Path out = simulate("fig10_100jobs_1500lam_seed1.csv", "throughput_a100", 16, 8, 240, 2);
    assertAllAsPublished(out, "fig10_n16g8_slot240");
    Set<List<String>> published = new HashSet<>();
    for (Map<String, String> row :
        rows(SharedData.require("golden/elasticflow/fig10_published_themis/job.csv"))) {
      published.add(
          List.of(row.get("job_id"), row.get("num_gpu"), row.get("time"), row.get("end_time")));
    }
    Set<List<String>> own = new HashSet<>();
    for (Map<String, String> row : rows(out.resolve("themis/jobs.csv"))) {
      own.add(
          List.of(
              row.get("job_id"), row.get("gpu_num"), row.get("logged_time"), row.get("end_time")));
    }
    assertEquals(published, own);
    assertEquals(3087, lines(out.resolve("themis/events.csv.gz")).size());
    Path single = simulate("fig10_100jobs_1500lam_seed1.csv", "throughput_a100", 16, 8, 240, 1);
    for (String file : List.of("summary.csv", "elasticflow/jobs.csv", "gandiva/events.csv.gz")) {
      assertArrayEquals(
          Files.readAllBytes(out.resolve(file)), Files.readAllBytes(single.resolve(file)), file);
    }
  }

  /** Its file is not sorted by submission: jobs keep the numbers that they have there. */
  @Test
  void fiveJobsOnOneNodeAreAsPublished() throws IOException {
    Path out = simulate("resnet_cifar_trace.csv", "throughput_a100", 1, 8, 240, 2);
    assertAllAsPublished(out, "cifar_n1g8_slot240");
  }

  @Test
  void figure8aIsAsPublished() throws IOException {
    Path out = simulate("elasticVpollux_e.csv", "throughput_t4", 16, 4, 60, 2);
    assertAllAsPublished(out, "pollux_e_n16g4_slot60_t4");
    Map<String, String> ratios = new HashMap<>();
    rows(out.resolve("summary.csv"))
        .forEach(row -> ratios.put(row.get("policy"), row.get("deadline_ratio").substring(0, 5)));
    assertEquals("0.117", ratios.get("edf"));
    assertEquals("0.092", ratios.get("gandiva"));
    assertEquals("0.287", ratios.get("tiresias-deadline"));
    assertEquals("0.728", ratios.get("elasticflow"));
  }

  @Test
  void aDataSetWithoutCurvesIsRefusedInOneLine() {
    Path data = folder.resolve("plain");
    call("data generate --out %s --jobs 20 --days 4 --clusters a=2".formatted(data));
    Call call =
        Call.of(
            ("simulate --reference --data %s --policy elasticflow --out %s"
                    .formatted(data, folder.resolve("none")))
                .split(" "));
    assertTrue(call.exitCode() != ExitCode.SUCCESS);
    assertTrue(call.err().contains("has no number of iterations. Maybe import"), call.err());
  }
}
