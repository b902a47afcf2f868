package org.limpid.plots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Results of runs that never were, in the files of {@code limpid simulate}. */
public final class SampleRun {
  private static final String JOBS =
      "job_id,user,vc,gpu_num,submit_time,duration,start_time,end_time,queue,jct,preemptions,nodes";
  private static final String LUCID =
      ",profiled,profqueue,finished_in_profiler,sharescore,rate,colocated_at,decolocated_at,priority";
  private static final String CLUSTER =
      "time,gpus,gpus_free,gpus_pending,jobs_running,jobs_pending,jobs_pending_small,nodes,"
          + "nodes_one_job,nodes_more_jobs,gpus_in_use,gpu_util,gpu_util_busy,memory_mib,"
          + "memory_mib_busy";

  private SampleRun() {}

  /**
   * Writes a run of so many jobs under some policies, each of which lets jobs wait longer than the
   * next.
   */
  public static Path write(Path folder, int jobs, List<String> policies) throws IOException {
    Files.createDirectories(folder);
    String names =
        policies.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","));
    Files.writeString(
        folder.resolve("run.json"),
        """
        {"format":"limpid-run/1","version":"0.1.0","command":["limpid","simulate"],
         "data":{"name":"sample","folder":"data","sha256":"00","jobs":%d},"seed":0,
         "options":{"policies":[%s],"startSeconds":0},"seconds":{"read":0.1}}
        """
            .formatted(jobs, names));
    for (int i = 0; i < policies.size(); i++) {
      policy(folder.resolve(policies.get(i)), jobs, policies.size() - 1 - i, policies.get(i));
    }
    summaries(folder, jobs, policies);
    return folder;
  }

  /** The same with {@code waits.csv}: each job's wait is divided among causes by its row. */
  public static Path explained(Path folder, int jobs, List<String> policies) throws IOException {
    write(folder, jobs, policies);
    for (String policy : policies) {
      explain(folder.resolve(policy));
    }
    return folder;
  }

  private static void explain(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("jobs.csv"));
    StringBuilder csv =
        new StringBuilder(
            "job_id,profiler,cluster_full,overtaken,fragmented,head_of_line,overhead\n");
    for (int row = 0; row + 1 < lines.size(); row++) {
      String[] job = lines.get(row + 1).split(",");
      long queue = Long.parseLong(job[8]);
      long profiler = job.length > 12 ? queue / 2 : 0;
      long full = (queue - profiler) / (1 + row % 3);
      long behind = (queue - profiler - full) / 2;
      long rest = queue - profiler - full - behind;
      long overhead = Math.min(30, rest);
      csv.append(
          "%s,%d,%d,%d,%d,%d,%d\n"
              .formatted(
                  job[0],
                  profiler,
                  full,
                  behind,
                  row % 2 == 0 ? rest - overhead : 0,
                  row % 2 == 0 ? 0 : rest - overhead,
                  overhead));
    }
    Files.writeString(folder.resolve("waits.csv"), csv);
  }

  /** Plausible figures, made up like the jobs, but not from them. */
  private static void summaries(Path folder, int jobs, List<String> policies) throws IOException {
    String figures =
        "jobs,jct_mean,jct_median,jct_p99,jct_p999,queue_mean,queue_median,queue_p99,queue_p999";
    StringBuilder all =
        new StringBuilder("policy," + figures + ",makespan,preemptions,utilisation\n");
    StringBuilder sizes = new StringBuilder("policy,size," + figures + "\n");
    for (int i = 0; i < policies.size() && jobs > 0; i++) {
      int wait = policies.size() - 1 - i;
      String times = "%d.25,900,90000,95000,%d.5,0,80000,85000".formatted(9000 + 1000 * wait, wait);
      all.append("%s,%d,%s,99999,%d,0.75\n".formatted(policies.get(i), jobs, times, wait));
      sizes.append("%s,small,%d,%s\n".formatted(policies.get(i), jobs, times));
    }
    Files.writeString(folder.resolve("summary.csv"), all);
    Files.writeString(folder.resolve("by_size.csv"), sizes);
    Files.writeString(folder.resolve("by_vc.csv"), sizes.toString().replace("size", "vc"));
  }

  private static void policy(Path folder, int jobs, int wait, String policy) throws IOException {
    Files.createDirectories(folder);
    boolean shares = policy.startsWith("lucid");
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder csv = new StringBuilder(JOBS).append(shares ? LUCID : "").append('\n');
    for (int job = 0; job < jobs; job++) {
      long submit = 600L * job;
      long duration = (long) Math.exp(random.nextDouble(1, 13));
      long queue = wait * (long) Math.exp(random.nextDouble(0, 11));
      int gpus = 1 << random.nextInt(5);
      long start = submit + queue;
      csv.append(
          "%d,u%03d,vc%02d,%d,%d,%d,%d,%d,%d,%d,0,0:0"
              .formatted(
                  job + 1,
                  random.nextInt(20),
                  1 + random.nextInt(9),
                  gpus,
                  submit,
                  duration,
                  start,
                  start + duration,
                  queue,
                  queue + duration));
      csv.append(shares ? ",1,%d,0,%s,0.9,0,0,4800\n".formatted(queue / 2, job % 4) : "\n");
    }
    Files.writeString(folder.resolve("jobs.csv"), csv.toString().replace(",3,0.9,", ",,0.9,"));
    StringBuilder samples = new StringBuilder(CLUSTER).append('\n');
    for (int i = 0; i < jobs; i++) {
      int free = random.nextInt(65);
      samples.append(
          "%d,64,%d,%d,%d,%d,0,8,4,1,%s,0.5,0.6,1000.0,1200.0\n"
              .formatted(
                  600 * i, free, 8 * wait, 64 - free, wait, Double.toString((64 - free) / 64.0)));
    }
    Files.writeString(folder.resolve("cluster.csv"), samples.toString());
  }
}
