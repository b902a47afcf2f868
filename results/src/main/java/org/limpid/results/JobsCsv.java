package org.limpid.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AtomicFiles;
import org.limpid.simulation.record.JobColumn;
import org.limpid.simulation.record.JobRecords;

/** {@code jobs.csv}: what became of every job, in trace order. */
public final class JobsCsv {
  private static final List<String> COLUMNS =
      List.of(
          "job_id",
          "user",
          "vc",
          "gpu_num",
          "submit_time",
          "duration",
          "start_time",
          "end_time",
          "queue",
          "jct",
          "preemptions",
          "nodes");

  private JobsCsv() {}

  /**
   * Writes the file, or nothing, with names as they are.
   *
   * @throws org.limpid.files.DataException if it can't be written
   */
  public static void write(Path file, Trace trace, JobRecords jobs) {
    write(file, trace, jobs, CsvTexts.RESTORABLE);
  }

  /**
   * Writes the file, or nothing.
   *
   * @throws org.limpid.files.DataException if it can't be written
   */
  public static void write(Path file, Trace trace, JobRecords jobs, CsvTexts texts) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out, texts)) {
            csv.row(header(jobs));
            StringBuilder nodes = new StringBuilder();
            for (int row = 0; row < jobs.size(); row++) {
              write(csv, trace, jobs, row, nodes);
            }
          }
        });
  }

  private static String[] header(JobRecords jobs) {
    List<String> names = new ArrayList<>(COLUMNS);
    jobs.extra().forEach(column -> names.add(column.name()));
    return names.toArray(String[]::new);
  }

  private static void write(
      CsvOutput csv, Trace trace, JobRecords jobs, int row, StringBuilder nodes) {
    long submit = trace.submitSeconds(row);
    nodes.setLength(0);
    jobs.allocations()[row].appendTo(nodes);
    csv.field(trace.jobId(row))
        .field(trace.user(row))
        .field(trace.virtualCluster(row))
        .field(trace.gpuCount(row))
        .field(submit)
        .field(trace.durationSeconds(row))
        .field(jobs.startSeconds()[row])
        .field(jobs.endSeconds()[row])
        .field(jobs.queueSeconds()[row])
        .field(jobs.endSeconds()[row] - submit)
        .field(jobs.preemptions()[row])
        .field(nodes);
    for (JobColumn column : jobs.extra()) {
      write(csv, column, row);
    }
    csv.endRow();
  }

  private static void write(CsvOutput csv, JobColumn column, int row) {
    switch (column) {
      case JobColumn.Whole whole -> {
        long value = whole.values()[row];
        if (value == JobColumn.NONE) {
          csv.emptyField();
        } else {
          csv.field(value);
        }
      }
      case JobColumn.Decimal decimal -> decimal(csv, decimal.values()[row]);
    }
  }

  /** Whole values without a decimal point, others in the fewest digits that read back. */
  private static void decimal(CsvOutput csv, double value) {
    if (Double.isNaN(value)) {
      csv.emptyField();
    } else if (value == (long) value) {
      csv.field((long) value);
    } else {
      csv.field(value);
    }
  }
}
