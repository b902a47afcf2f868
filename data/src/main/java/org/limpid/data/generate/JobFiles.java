package org.limpid.data.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/** The files with one row per job, open while jobs are generated. */
final class JobFiles {
  static final String JOBS = "jobs.csv.gz";
  static final String ESTIMATE_LUCID = "estimate_lucid.csv";
  static final String ESTIMATE_QSSF = "estimate_qssf.csv";

  private final ClusterModel clusters;
  private final Map<WorkloadProfile, WorkloadFields> workloads = new IdentityHashMap<>();
  private final CsvFile jobs;
  private final CsvFile lucid;
  private final CsvFile qssf;

  /** Writes to the three files, which remain the caller's to close. */
  JobFiles(ClusterModel clusters, CsvFile jobs, CsvFile lucid, CsvFile qssf) {
    this.clusters = clusters;
    this.jobs = jobs;
    this.lucid = lucid;
    this.qssf = qssf;
  }

  static CsvFile openJobs(Path directory) throws IOException {
    return new CsvFile(
        directory.resolve(JOBS),
        "job_id",
        "user",
        "vc",
        "jobname",
        "gpu_num",
        "cpu_num",
        "state",
        "submit_time",
        "duration",
        "dataset",
        "model",
        "batchsize",
        "amp",
        "speed",
        "gpu_util",
        "gmem_util",
        "gmem");
  }

  static CsvFile openEstimates(Path directory, String name) throws IOException {
    return new CsvFile(directory.resolve(name), "job_id", "priority");
  }

  /** Writes a job and its two estimates. */
  void write(long id, Submission job, long lucidSeconds, long qssfSeconds) throws IOException {
    String idText = Long.toString(id);
    writeJob(idText, job);
    lucid.row(idText, Long.toString(lucidSeconds));
    qssf.row(idText, Long.toString(qssfSeconds));
  }

  private void writeJob(String id, Submission job) throws IOException {
    Task task = job.task();
    WorkloadFields workload = workloads.computeIfAbsent(task.profile(), WorkloadFields::of);
    jobs.row(
        id,
        task.user(),
        clusters.get(task.virtualCluster()).name(),
        task.name(),
        Integer.toString(task.gpuCount()),
        Integer.toString(task.cpuCount()),
        job.state(),
        Long.toString(job.seconds()),
        Long.toString(job.durationSeconds()),
        workload.dataset(),
        workload.model(),
        workload.batchSize(),
        workload.mixedPrecision(),
        workload.speed(),
        workload.gpuUtil(),
        workload.memoryUtil(),
        workload.memory());
  }

  /** A workload and its profile as texts of a CSV file. */
  record WorkloadFields(
      String model,
      String dataset,
      String batchSize,
      String mixedPrecision,
      String speed,
      String gpuUtil,
      String memoryUtil,
      String memory) {
    static WorkloadFields of(WorkloadProfile profile) {
      Workload workload = profile.workload();
      return new WorkloadFields(
          workload.model(),
          workload.dataset(),
          Integer.toString(workload.batchSize()),
          workload.mixedPrecision() ? "1" : "0",
          Double.toString(profile.speed()),
          Double.toString(profile.gpuUtilPercent()),
          Double.toString(profile.memoryUtilPercent()),
          Double.toString(profile.memoryMib()));
    }
  }
}
