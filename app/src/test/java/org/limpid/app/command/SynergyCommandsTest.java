package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a trace of Synergy to the times of its jobs, and its headline. */
final class SynergyCommandsTest {
  private static final String MODELS =
      """
      {"cpu_axis": [1, 3, 6], "mem_axis_gb": [20, 60], "zoo": {"models": {
        "wide_1": {"cpu_per_gpu": 6, "mem_gb_per_gpu": 60, "iter_time_s_fair": 1,
          "speedup_best_vs_fair": 1.5, "tput": [[0.2, 0.4], [0.2, 1], [0.2, 1.5]]},
        "narrow_1": {"cpu_per_gpu": 1, "mem_gb_per_gpu": 20, "iter_time_s_fair": 0.25,
          "speedup_best_vs_fair": 1, "tput": [[1, 1], [1, 1], [1, 1]]}}}}
      """;
  private static final String CLUSTER =
      """
      [CLUSTER]
      servers_per_rack = 1
      gpus_per_server = 2
      cpus_per_server = 6
      dram_per_server = 120
      sspeed_per_server = 500
      """;

  @TempDir private Path folder;

  /**
   * Rounds begin at 300 s, when both jobs are there. The wide one takes the 6 CPUs that it wants,
   * which leaves none; the narrow one of 4 x 1200 iterations a round waits if nobody is demoted.
   */
  @Test
  void tracesAreImportedAndSimulated() throws IOException {
    write("trace.csv", "5,wide,.25,450,1\n6,narrow,1.5,1000,1\n");
    write("servers.ini", CLUSTER);
    write("zoo.json", MODELS);
    succeed(
        "data",
        "import",
        "synergy",
        at("trace.csv"),
        "--cluster",
        at("servers.ini"),
        "--models",
        at("zoo.json"),
        "--out",
        at("data"));
    succeed(
        "simulate",
        "--reference",
        "--data",
        at("data"),
        "--policy",
        "synergy-fifo-greedy,synergy-fifo-tune,synergy-fifo-opt",
        "--consolidate",
        "--out",
        at("out"));
    String header = "job_id,gpu_num,submit_time,start_time,end_time,iterations,finish_rank";
    assertEquals(
        List.of(header, "5,1,0.25,300,600,450,1", "6,1,1.5,600,900,1000,2"),
        jobs("synergy-fifo-greedy"));
    assertEquals(
        List.of(header, "5,1,0.25,300,900,450,2", "6,1,1.5,300,600,1000,1"),
        jobs("synergy-fifo-tune"));
    // 5 CPUs are no row of the table, so the wide job has its fair 3 as long as another one runs
    assertEquals(jobs("synergy-fifo-tune"), jobs("synergy-fifo-opt"));
  }

  private List<String> jobs(String policy) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(policy).resolve("jobs.csv"));
  }

  /** The load of the headline, cut short, as the whole is tested without the command. */
  @Test
  void drawnLoadsAreRun() {
    Call call =
        Call.of(
            "reproduce",
            "synergy",
            "--headline",
            "--first-job",
            "0",
            "--jobs",
            "20",
            "--policy",
            "synergy-srtf-fair",
            "--split",
            "50,50,0");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.out().startsWith("synergy-srtf-fair, 20 jobs"), call.out());
    assertTrue(!call.out().contains("published"), call.out());
    Call wrong = Call.of("reproduce", "synergy", "--headline", "--split", "50,60");
    assertTrue(wrong.err().contains("expected three parts of 100, found [50, 60]"), wrong.err());
  }

  /** What the README says of one load is refused for figures, which have loads of their own. */
  @Test
  void figuresAreMadeOfDraws() {
    succeed(
        "reproduce",
        "synergy",
        "--figure",
        "12,1",
        "--first-job",
        "0",
        "--jobs",
        "4",
        "--out",
        at("figures"));
    for (String file : List.of("runs.csv", "report.pdf", "figures/figure-12.png")) {
      assertTrue(Files.exists(folder.resolve("figures").resolve(file)), file);
    }
    Call mixed = Call.of("reproduce", "synergy", "--jobs-per-hour", "5", "--out", at("none"));
    assertTrue(mixed.err().contains("--jobs-per-hour goes with --headline"), mixed.err());
    Call both = Call.of("reproduce", "synergy", "--headline", "--figure", "8");
    assertTrue(both.err().contains("--headline writes no figures"), both.err());
  }

  /**
   * Two jobs of an hour, 2,500 h and 2,501 h after one that is too short to count. The first one,
   * alexnet, ends after five rounds of 1,470 of its 6,000 iterations, the other one gains nothing:
   * (5/12 + 1) / 2 h.
   */
  @Test
  void figuresTakePhillysLog() throws IOException {
    write(
        "cluster_job_log",
        "["
            + logged("a", "2017-08-01 00:00:00", "2017-08-01 00:10:00")
            + ","
            + logged("b", "2017-11-13 04:00:00", "2017-11-13 05:00:00")
            + ","
            + logged("c", "2017-11-13 05:00:00", "2017-11-13 06:00:00")
            + "]");
    succeed(philly("2", "--out", at("philly")));
    String runs = Files.readString(folder.resolve("philly/runs.csv"));
    assertTrue(runs.contains("synergy-fifo-tune,,1-16,20-70-10,512,3.000000,2,0.708333,"), runs);
    Call few = Call.of(philly("3", "--out", at("few")));
    assertEquals(ExitCode.BAD_INPUT, few.exitCode());
    assertTrue(few.err().contains("cluster_job_log: expected jobs to measure"), few.err());
    Call both = Call.of(philly("2", "--headline"));
    assertTrue(both.err().contains("--philly is for figures"), both.err());
  }

  /** Of two GPUs and 6 CPUs the wide job takes 3, as 5 are no row of its table. */
  @Test
  void cpusAreDividedAmongJobs() throws IOException {
    write("servers.ini", CLUSTER);
    write("zoo.json", MODELS);
    write("table.csv", "job_id,model,gpu_num\n5,wide,1\n6,narrow,1\n7,narrow,1\n");
    Call text = allocate("table.csv");
    assertEquals(ExitCode.SUCCESS, text.exitCode(), text.err());
    assertTrue(text.out().contains("Sum of speeds: 2.0000 where jobs are, at most 2.0000"));
    assertTrue(text.out().contains("0 demoted to their fair shares; 1 wait for GPUs."));
    Call json = allocate("table.csv", "--json");
    assertTrue(json.out().replaceAll("\\s", "").contains("\"waiting\":[\"7\"]"), json.out());
    write("wrong.csv", "job_id,model,gpu_num\n5,wider,1\n5,wide,3\n");
    Call wrong = allocate("wrong.csv");
    assertEquals(ExitCode.BAD_INPUT, wrong.exitCode());
    assertTrue(wrong.err().contains("expected one of the models wide, narrow"), wrong.err());
    assertTrue(wrong.err().contains("wrong.csv:3: gpu_num"), wrong.err());
  }

  /** Four models with a speed for each of six numbers of CPUs, with 60 GB half of them faster. */
  @Test
  void whatCpusAndMemoryBringIsLearnt() throws IOException {
    StringBuilder zoo = new StringBuilder("{\"cpu_axis\": [1, 2, 3, 4, 5, 6], \"mem_axis_gb\": ");
    zoo.append("[20, 60], \"zoo\": {\"models\": {");
    for (int model = 0; model < 4; model++) {
      zoo.append(model == 0 ? "" : ",")
          .append("\"m%d_1\": {\"cpu_per_gpu\": 6, \"mem_gb_per_gpu\": 60, ".formatted(model))
          .append("\"iter_time_s_fair\": 1, \"speedup_best_vs_fair\": 2, \"tput\": [");
      for (int cpus = 1; cpus <= 6; cpus++) {
        double speed = Math.min(cpus / 3.0, 1 + model / 4.0);
        zoo.append(cpus == 1 ? "" : ",").append("[%s, %s]".formatted(speed / 2, speed));
      }
      zoo.append("]}");
    }
    write("laws.json", zoo.append("}}}").toString());
    write("servers.ini", CLUSTER);
    write("trace.csv", "5,m0,.25,450,1\n");
    succeed(
        "data",
        "import",
        "synergy",
        at("trace.csv"),
        "--cluster",
        at("servers.ini"),
        "--models",
        at("laws.json"),
        "--out",
        at("laws"));
    Call text = Call.of("data", "sensitivity", at("laws"), "--model", at("sensitivity.json"));
    assertEquals(ExitCode.SUCCESS, text.exitCode(), text.err());
    assertTrue(text.out().contains("nearest model"), text.out());
    succeed("model", "explain", at("sensitivity.json"));
    Call json = Call.of("data", "sensitivity", at("laws"), "--json");
    assertTrue(json.out().contains("\"meanTable\""), json.out());
  }

  private Call allocate(String table, String... more) {
    return Call.of(
        Stream.concat(
                Stream.of(
                    "allocate",
                    at(table),
                    "--cluster",
                    at("servers.ini"),
                    "--models",
                    at("zoo.json")),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private String[] philly(String jobs, String... more) {
    return Stream.concat(
            Stream.of("reproduce", "synergy", "--philly", at("cluster_job_log"), "--jobs", jobs),
            Stream.concat(
                Stream.of("--first-job", "0"),
                more[0].equals("--out")
                    ? Stream.concat(Stream.of("--figure", "6"), Stream.of(more))
                    : Stream.of(more)))
        .toArray(String[]::new);
  }

  private static String logged(String name, String start, String end) {
    return """
    {"status": "Pass", "vc": "v", "user": "u", "jobid": "%s", "submitted_time": "%s",
     "attempts": [{"start_time": "%s", "end_time": "%s",
       "detail": [{"ip": "m", "gpus": ["gpu0", "gpu1"]}]}]}\
    """
        .formatted(name, start, start, end);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static void succeed(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }
}
