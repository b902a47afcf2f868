package org.limpid.results;

import java.nio.file.Path;
import org.limpid.data.io.CsvOutput;
import org.limpid.files.AtomicFiles;
import org.limpid.simulation.record.ClusterSeries;

/** {@code cluster.csv}: the state of the cluster over time. */
public final class ClusterCsv {
  private static final String[] COLUMNS = {
    "time",
    "gpus",
    "gpus_free",
    "gpus_pending",
    "jobs_running",
    "jobs_pending",
    "jobs_pending_small",
    "nodes",
    "nodes_one_job",
    "nodes_more_jobs",
    "gpus_in_use",
    "gpu_util",
    "gpu_util_busy",
    "memory_mib",
    "memory_mib_busy"
  };

  /** Digits of ratios and of MiB. */
  private static final int RATIO_DECIMALS = 4;

  private static final int MIB_DECIMALS = 1;

  private ClusterCsv() {}

  /**
   * Writes the file, or nothing.
   *
   * @throws org.limpid.files.DataException if it can't be written
   */
  public static void write(Path file, ClusterSeries series) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out)) {
            csv.row(COLUMNS);
            for (int sample = 0; sample < series.size(); sample++) {
              write(csv, series, sample);
            }
          }
        });
  }

  private static void write(CsvOutput csv, ClusterSeries series, int sample) {
    csv.field(series.seconds(sample))
        .field(series.gpus(sample))
        .field(series.freeGpus(sample))
        .field(series.pendingGpus(sample))
        .field(series.runningJobs(sample))
        .field(series.pendingJobs(sample))
        .field(series.pendingSmallJobs(sample))
        .field(series.nodes(sample))
        .field(series.nodesWithOneJob(sample))
        .field(series.nodesWithMoreJobs(sample))
        .field(series.gpusInUse(sample), RATIO_DECIMALS)
        .field(series.utilOfAll(sample), RATIO_DECIMALS)
        .field(series.utilOfBusy(sample), RATIO_DECIMALS)
        .field(series.memoryOfAll(sample), MIB_DECIMALS)
        .field(series.memoryOfBusy(sample), MIB_DECIMALS)
        .endRow();
  }
}
