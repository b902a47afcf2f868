package org.limpid.experiment.whatif;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AtomicFiles;

/** The files of {@code limpid whatif --out}, see {@code docs/outputs.md}. */
final class WhatIfFiles {
  /** Everything that is said, as JSON. */
  static final String REPORT = "whatif.json";

  private static final String JOBS = "changed_jobs.csv";

  private WhatIfFiles() {}

  static void write(Path folder, WhatIfReport report, CsvTexts texts) {
    byte[] json = report.toJson().getBytes(StandardCharsets.UTF_8);
    AtomicFiles.write(folder.resolve(REPORT), out -> out.write(json));
    AtomicFiles.write(
        folder.resolve(JOBS),
        out -> {
          try (CsvOutput csv = new CsvOutput(out, texts)) {
            csv.row(
                "job_id",
                "user",
                "vc",
                "gpu_num",
                "submit_time",
                "start_before",
                "start_after",
                "end_before",
                "end_after",
                "queue_before",
                "queue_after",
                "jct_before",
                "jct_after",
                "jct_difference",
                "preemptions_before",
                "preemptions_after");
            report.changed().forEach(job -> write(csv, job));
          }
        });
  }

  /** Virtual cluster, GPUs and submission are those after the change. */
  private static void write(CsvOutput csv, JobChange job) {
    JobChange.Fate before = job.before();
    JobChange.Fate after = job.after();
    csv.field(job.job().id())
        .field(job.job().user())
        .field(after.virtualCluster())
        .field(after.gpuCount())
        .field(after.submitSeconds())
        .field(before.startSeconds())
        .field(after.startSeconds())
        .field(before.endSeconds())
        .field(after.endSeconds())
        .field(before.queueSeconds())
        .field(after.queueSeconds())
        .field(before.jctSeconds())
        .field(after.jctSeconds())
        .field(job.jctDifference())
        .field(before.preemptions())
        .field(after.preemptions())
        .endRow();
  }
}
