package org.limpid.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.experiment.simulate.Simulation;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.files.Reporter;

/** Results of simulations: some written row by row, some of generated data. */
public final class SampleRun {
  private static final String JOBS =
      "job_id,user,vc,gpu_num,submit_time,duration,start_time,end_time,queue,jct,preemptions,nodes\n";

  private SampleRun() {}

  /**
   * Four jobs under FIFO and SJF. Waits, in hours: 0, 1, 2, 5 under FIFO, 0, 3, 0, 1 under SJF, of
   * which FIFO says the causes.
   */
  public static Path tiny(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("fifo"));
    Files.createDirectories(folder.resolve("sjf"));
    Files.writeString(
        folder.resolve("run.json"),
        """
        {"format":"limpid-run/1","version":"0.1.0","command":["limpid","simulate"],
         "data":{"name":"tiny","folder":"data","sha256":"00","jobs":4},"seed":0,
         "options":{"policies":["fifo","sjf"],"startSeconds":0},"seconds":{"read":0.1}}
        """);
    Files.writeString(
        folder.resolve("fifo/jobs.csv"),
        JOBS
            + """
            a1,ann,north,1,0,3600,0,3600,0,3600,0,0:0
            a2,bob,north,8,0,3600,3600,7200,3600,7200,0,0:0
            a3,ann,south,2,0,3600,7200,10800,7200,10800,0,0:0
            a4,bob,2-4,16,0,3600,18000,21600,18000,21600,0,0:0
            """);
    Files.writeString(
        folder.resolve("sjf/jobs.csv"),
        JOBS
            + """
            a1,ann,north,1,0,3600,0,3600,0,3600,0,0:0
            a2,bob,north,8,0,3600,10800,14400,10800,14400,2,0:0
            a3,ann,south,2,0,3600,0,3600,0,3600,0,0:0
            a4,bob,2-4,16,0,3600,3600,7200,3600,7200,0,0:0
            """);
    Files.writeString(
        folder.resolve("fifo/waits.csv"),
        """
        job_id,profiler,cluster_full,overtaken,fragmented,head_of_line,overhead
        a1,0,0,0,0,0,0
        a2,0,3600,0,0,0,0
        a3,0,1200,6000,0,0,0
        a4,0,18000,0,0,0,0
        """);
    Files.writeString(
        folder.resolve("fifo/cluster.csv"),
        """
        time,gpus,gpus_free,gpus_pending,jobs_pending
        0,16,15,26,3
        60,16,8,18,2
        120,16,0,0,0
        """);
    Files.writeString(
        folder.resolve("sjf/cluster.csv"),
        "time,gpus,gpus_free,gpus_pending,jobs_pending\n0,16,13,24,2\n");
    return folder;
  }

  /** A generated data set, {@code data}, and its jobs under FIFO and SJF, {@code results}. */
  public static void generate(Path folder) throws InterruptedException {
    Path data = folder.resolve("data");
    TraceGenerator.generate(
        GeneratorOptions.defaults().withJobs(400).withDays(3), data, false, _ -> {});
    Simulation.run(
        SimulationRequest.builder(data, List.of("fifo", "sjf"), folder.resolve("results"))
            .explained()
            .build(),
        Reporter.SILENT);
  }
}
