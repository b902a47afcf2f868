package org.limpid.data.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.limpid.data.ClusterDescription;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.generate.JobFiles.WorkloadFields;

/** The small files of a data set. */
final class TableFiles {
  static final String VIRTUAL_CLUSTERS = "virtual_clusters.csv";
  static final String SINGLES = "profiles_single.csv";
  static final String PAIRS = "profiles_colocated.csv";
  static final String THROUGHPUT = "throughput.csv";
  static final String FORECAST = "forecast.csv";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Path directory;

  TableFiles(Path directory) {
    this.directory = directory;
  }

  void writeClusters(ClusterDescription cluster) throws IOException {
    try (CsvFile file = new CsvFile(directory.resolve(VIRTUAL_CLUSTERS), "", "num")) {
      for (VirtualCluster vc : cluster.virtualClusters()) {
        file.row(vc.name(), Integer.toString(vc.nodeCount()));
      }
    }
  }

  void writeProfiles(Profiles profiles) throws IOException {
    writeSingles(profiles);
    writePairs(profiles);
  }

  private void writeSingles(Profiles profiles) throws IOException {
    try (CsvFile file =
        new CsvFile(
            directory.resolve(SINGLES),
            "model",
            "dataset",
            "batchsize",
            "amp",
            "speed",
            "gpu_util",
            "gmem_util",
            "gmem",
            "label")) {
      for (SingleProfile single : profiles.singles()) {
        WorkloadFields fields = WorkloadFields.of(single.profile());
        file.row(
            fields.model(),
            fields.dataset(),
            fields.batchSize(),
            fields.mixedPrecision(),
            fields.speed(),
            fields.gpuUtil(),
            fields.memoryUtil(),
            fields.memory(),
            Integer.toString(single.shareScore()));
      }
    }
  }

  private void writePairs(Profiles profiles) throws IOException {
    try (CsvFile file =
        new CsvFile(
            directory.resolve(PAIRS),
            "",
            "model1",
            "dataset1",
            "gpu_num1",
            "batchsize1",
            "amp1",
            "speed1",
            "model2",
            "dataset2",
            "gpu_num2",
            "batchsize2",
            "amp2",
            "speed2",
            "gpu_util",
            "gmem_util",
            "gmem")) {
      int index = 0;
      for (PairProfile pair : profiles.pairs()) {
        file.row(pairRow(index++, pair));
      }
    }
  }

  private static String[] pairRow(int index, PairProfile pair) {
    return new String[] {
      Integer.toString(index),
      pair.first().model(),
      pair.first().dataset(),
      "1",
      Integer.toString(pair.first().batchSize()),
      amp(pair.first()),
      Double.toString(pair.firstRate()),
      pair.second().model(),
      pair.second().dataset(),
      "1",
      Integer.toString(pair.second().batchSize()),
      amp(pair.second()),
      Double.toString(pair.secondRate()),
      Double.toString(pair.gpuUtilPercent()),
      Double.toString(pair.memoryUtilPercent()),
      Long.toString(Math.round(pair.memoryMib()))
    };
  }

  private static String amp(Workload workload) {
    return workload.mixedPrecision() ? "1" : "0";
  }

  /** All jobs are GPU jobs, and start when they are submitted. */
  void writeThroughput(ThroughputSeries series, LocalDate origin) throws IOException {
    try (CsvFile file =
        new CsvFile(
            directory.resolve(THROUGHPUT),
            "time",
            "submit_job_all",
            "start_job_all",
            "end_job_all",
            "submit_gpu_job",
            "start_gpu_job",
            "end_gpu_job",
            "submit_gpu_num",
            "start_gpu_num",
            "end_gpu_num")) {
      for (int slot = 0; slot < series.size(); slot++) {
        String jobs = Long.toString(series.submittedJobs()[slot]);
        String gpus = Long.toString(series.submittedGpus()[slot]);
        String endedJobs = Long.toString(series.endedJobs()[slot]);
        String endedGpus = Long.toString(series.endedGpus()[slot]);
        String time = time(origin, slot);
        file.row(time, jobs, jobs, endedJobs, jobs, jobs, endedJobs, gpus, gpus, endedGpus);
      }
    }
  }

  /** Forecasts for all slots from {@code firstSlot}, with one decimal. */
  void writeForecast(ThroughputSeries series, LocalDate origin, int firstSlot) throws IOException {
    LoadForecaster jobs = new LoadForecaster(series.submittedJobs(), origin);
    LoadForecaster gpus = new LoadForecaster(series.submittedGpus(), origin);
    try (CsvFile file =
        new CsvFile(
            directory.resolve(FORECAST),
            "time",
            "submit_gpu_job",
            "submit_gpu_num",
            "pred_gpu_job",
            "pred_gpu_num")) {
      for (int slot = firstSlot; slot < series.size(); slot++) {
        file.row(
            time(origin, slot),
            Long.toString(series.submittedJobs()[slot]),
            Long.toString(series.submittedGpus()[slot]),
            Double.toString(PairModel.rounded(jobs.forecast(slot), 10)),
            Double.toString(PairModel.rounded(gpus.forecast(slot), 10)));
      }
    }
  }

  private static String time(LocalDate origin, int slot) {
    LocalDateTime start = origin.atStartOfDay();
    return TIME.format(start.plusSeconds((long) slot * ThroughputSeries.SLOT_SECONDS));
  }
}
