package org.limpid.results;

import java.nio.file.Files;
import java.nio.file.Path;
import org.limpid.files.BinaryFile;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.sink.JobsMark;

/** {@code decisions.bin}: why a policy did what it did; a {@link BinaryFile} of {@link LogCode}. */
final class DecisionFile {
  private static final String FORMAT = "limpid-decisions/3";
  private static final String HINT =
      "Maybe it is damaged, of another run than jobs.csv, or of another version of Limpid: simulate"
          + " again with --explain.";

  private DecisionFile() {}

  /**
   * Writes a log, or nothing.
   *
   * @param jobs what became of the jobs in the same run
   */
  static void write(Path file, DecisionLog log, JobRecords jobs) {
    ByteWriter out = new ByteWriter().putUnsigned(JobsMark.of(jobs));
    LogCode.write(log, out);
    open(file).write(out.toByteArray());
  }

  /**
   * Reads a log.
   *
   * @param jobs what {@code jobs.csv} beside it says
   */
  static DecisionLog read(Path file, JobTable jobs) {
    if (!Files.exists(file)) {
      throw new DataException(
          Problem.ofFile(
              file,
              "this run recorded no decisions",
              "Maybe simulate again with --explain, into the same folder with --overwrite."));
    }
    ByteReader in = new ByteReader(open(file).read());
    try {
      if (in.takeUnsigned() != jobs.mark()) {
        throw new IllegalStateException("jobs.csv has jobs of another run");
      }
      return LogCode.read(in, jobs);
    } catch (IllegalStateException broken) {
      throw broken(file, broken);
    }
  }

  /** The exception for a log whose content makes no sense. */
  static DataException broken(Path file, IllegalStateException why) {
    return open(file).broken(why.getMessage());
  }

  private static BinaryFile open(Path file) {
    return new BinaryFile(file, FORMAT, "this is no decision log that can be read", HINT);
  }
}
