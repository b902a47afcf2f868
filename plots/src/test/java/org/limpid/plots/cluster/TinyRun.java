package org.limpid.plots.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.results.RunFolder;

/** Runs of a few jobs, written row by row. */
public final class TinyRun {
  private static final String JOBS =
      "job_id,user,vc,gpu_num,submit_time,duration,start_time,end_time,queue,preemptions,nodes";
  private static final String LUCID = ",profqueue,finished_in_profiler,colocated_at,profiled";
  private static final String LIMPID = ",sharescore";
  private static final String WAITS =
      "job_id,profiler,cluster_full,overtaken,fragmented,head_of_line,overhead";
  private static final String CLUSTER = "time,gpus,gpus_free,gpus_pending,jobs_pending";

  private final Map<String, List<String>> jobs = new TreeMap<>();
  private final Map<String, List<String>> samples = new TreeMap<>();
  private final Map<String, List<String>> waits = new TreeMap<>();

  /** A job: {@code user,vc,gpus,submit,duration,start,end,queue,preemptions,nodes}. */
  public TinyRun job(String policy, String row) {
    List<String> rows = jobs.computeIfAbsent(policy, _ -> new ArrayList<>());
    rows.add((rows.size() + 1) + "," + row);
    return this;
  }

  /** A sample: {@code time,gpus,free,pending gpus,pending jobs}. */
  public TinyRun sample(String policy, String row) {
    samples.computeIfAbsent(policy, _ -> new ArrayList<>()).add(row);
    return this;
  }

  /** Why a job waited: {@code profiler,full,overtaken,fragmented,head of line,overhead}. */
  public TinyRun waits(String policy, String row) {
    List<String> rows = waits.computeIfAbsent(policy, _ -> new ArrayList<>());
    rows.add((rows.size() + 1) + "," + row);
    return this;
  }

  /**
   * Writes the run and opens it. Policies whose names begin with "lucid" have its columns; "limpid"
   * has share scores, all of them 0.
   */
  public RunFolder write(Path folder) throws IOException {
    String names =
        jobs.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("run.json"),
        """
        {"format":"limpid-run/1","version":"0.1.0","command":["limpid","simulate"],
         "data":{"name":"tiny","folder":"data","origin":"2020-04-01T00:00","sha256":"00","jobs":1},
         "seed":0,"options":{"policies":[%s],"startSeconds":0},"seconds":{}}
        """
            .formatted(names));
    for (String policy : jobs.keySet()) {
      String extra = columnsOf(policy);
      String zeros = extra.replaceAll("[^,]+", "0");
      Path own = Files.createDirectories(folder.resolve(policy));
      String rows =
          jobs.get(policy).stream()
              .map(row ->
                  row + (row.chars().filter(c -> c == ',').count() == 10 ? zeros : "") + "\n")
              .collect(Collectors.joining());
      Files.writeString(own.resolve("jobs.csv"), JOBS + extra + "\n" + rows);
      Files.writeString(
          own.resolve("cluster.csv"),
          CLUSTER + "\n" + String.join("\n", samples.getOrDefault(policy, List.of())) + "\n");
      if (waits.containsKey(policy)) {
        Files.writeString(
            own.resolve("waits.csv"), WAITS + "\n" + String.join("\n", waits.get(policy)) + "\n");
      }
    }
    return RunFolder.open(folder);
  }

  private static String columnsOf(String policy) {
    return policy.startsWith("lucid") ? LUCID : policy.equals("limpid") ? LIMPID : "";
  }

  /**
   * Jobs in the order of their arrival on two virtual clusters of three nodes with four GPUs; every
   * sixth shares the GPUs of the one before. Jobs wait for the first block of GPUs that is free.
   */
  public static RunFolder crowded(Path folder, int count) throws IOException {
    TinyRun run = new TinyRun();
    SplittableRandom random = new SplittableRandom(11);
    long[][] freeAt = new long[6][4];
    String shared = "";
    for (int job = 0; job < count; job++) {
      int gpus = 1 << random.nextInt(3);
      long submit = 900L * job;
      long duration = (long) Math.exp(random.nextDouble(6, 10));
      if (job % 6 == 5 && !shared.isEmpty()) {
        String[] fields = shared.split(",");
        long start = Math.max(submit, Long.parseLong(fields[5])) + 300;
        long queue = start - submit;
        run.job(
            "lucid",
            "%s,%s,%s,%d,%d,%d,%d,%d,0,%s"
                .formatted(
                    fields[0],
                    fields[1],
                    fields[2],
                    submit,
                    1000,
                    start,
                    start + 1000,
                    queue,
                    fields[9]));
        continue;
      }
      int[] best = first(freeAt, 3 * (job % 2), gpus, submit);
      long start = Math.max(submit, freeUntil(freeAt[best[0]], best[1], gpus));
      IntStream.range(best[1], best[1] + gpus)
          .forEach(gpu -> freeAt[best[0]][gpu] = start + duration);
      String places =
          IntStream.range(best[1], best[1] + gpus)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining("+"));
      shared =
          "u%d,vc%d,%d,%d,%d,%d,%d,%d,0,%d:%s"
              .formatted(
                  random.nextInt(5),
                  job % 2,
                  gpus,
                  submit,
                  duration,
                  start,
                  start + duration,
                  start - submit,
                  best[0] % 3,
                  places);
      run.job("lucid", shared);
    }
    return run.write(folder);
  }

  private static int[] first(long[][] freeAt, int firstNode, int gpus, long submit) {
    int[] best = {firstNode, 0};
    for (int node = firstNode; node < firstNode + 3; node++) {
      for (int gpu = 0; gpu + gpus <= 4; gpu += gpus) {
        long free = Math.max(submit, freeUntil(freeAt[node], gpu, gpus));
        if (free < Math.max(submit, freeUntil(freeAt[best[0]], best[1], gpus))) {
          best = new int[] {node, gpu};
        }
      }
    }
    return best;
  }

  private static long freeUntil(long[] freeAt, int from, int gpus) {
    return IntStream.range(from, from + gpus).mapToLong(gpu -> freeAt[gpu]).max().orElse(0);
  }
}
