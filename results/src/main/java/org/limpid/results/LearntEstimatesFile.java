package org.limpid.results;

import java.nio.file.Path;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.EstimatesFile;
import org.limpid.files.AtomicFiles;
import org.limpid.files.Problems;

/**
 * {@code estimates.csv} of a policy: what a run that learnt durations believed of every job, to the
 * last digit. {@code --estimates} takes it, too.
 */
public final class LearntEstimatesFile {
  /** Name of the file in the folder of a policy. */
  public static final String FILE_NAME = "estimates.csv";

  private LearntEstimatesFile() {}

  /**
   * Writes the file, or nothing.
   *
   * @throws org.limpid.files.DataException if it can't be written
   */
  public static void write(Path file, Trace trace, Estimates estimates) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out)) {
            csv.row("job_id", "estimate");
            for (int row = 0; row < trace.size(); row++) {
              csv.field(trace.jobId(row)).field(estimates.seconds(row)).endRow();
            }
          }
        });
  }

  /**
   * Reads the file.
   *
   * @throws org.limpid.files.DataException if it is wrong
   */
  public static Estimates read(Path file, Trace trace) {
    Problems problems = new Problems();
    Estimates estimates = EstimatesFile.read(file, file.toString(), trace, problems);
    problems.throwIfAny();
    return estimates;
  }
}
