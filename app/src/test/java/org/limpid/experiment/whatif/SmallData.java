package org.limpid.experiment.whatif;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A data set that is worked out by hand: virtual clusters "vc" and "other" of one node with 8 GPUs,
 * jobs that are numbered from 1 on, and estimates for QSSF. Second 0 is midnight of 1 September
 * 2026.
 */
public final class SmallData {
  private static final int SUBMISSION = 6;

  private final List<String> jobs =
      new ArrayList<>(List.of("job_id,user,vc,gpu_num,cpu_num,state,submit_time,duration"));
  private final List<String> estimates = new ArrayList<>(List.of("job_id,estimate"));

  /** One more job; its estimate is its duration. */
  public SmallData job(String virtualCluster, long submit, int gpus, long duration) {
    return job(virtualCluster, submit, gpus, duration, duration);
  }

  /** One more job with an estimate of its own. */
  public SmallData job(String virtualCluster, long submit, int gpus, long duration, long estimate) {
    int id = jobs.size();
    jobs.add(
        "%d,user,%s,%d,1,COMPLETED,%d,%d".formatted(id, virtualCluster, gpus, submit, duration));
    estimates.add("%d,%d".formatted(id, estimate));
    return this;
  }

  /** Writes the files, the jobs in the order of their submission. */
  public Path write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("dataset.json"),
          """
          {
            "format": "limpid-dataset/1",
            "name": "small",
            "time": { "origin": "2026-09-01T00:00:00", "startSeconds": 0 },
            "cluster": { "virtualClusters": "vcs.csv", "gpusPerNode": 8, "gpuMemoryMib": 24576 },
            "jobs": { "file": "jobs.csv", "format": "lucid" },
            "estimates": { "qssf": "estimates.csv" }
          }
          """);
      Files.writeString(folder.resolve("vcs.csv"), "vc,num\nvc,1\nother,1\n");
      List<String> sorted = new ArrayList<>(jobs);
      sorted
          .subList(1, jobs.size())
          .sort(Comparator.comparingLong(line -> Long.parseLong(line.split(",")[SUBMISSION])));
      Files.write(folder.resolve("jobs.csv"), sorted);
      Files.write(folder.resolve("estimates.csv"), estimates);
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
