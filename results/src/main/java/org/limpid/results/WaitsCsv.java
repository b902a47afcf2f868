package org.limpid.results;

import java.nio.file.Path;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvOutput;
import org.limpid.files.AtomicFiles;
import org.limpid.simulation.waiting.WaitAttribution;
import org.limpid.simulation.waiting.WaitCause;

/** {@code waits.csv}: how long every job waited for what, in trace order. */
public final class WaitsCsv {
  private WaitsCsv() {}

  /**
   * Writes the file, or nothing.
   *
   * @throws org.limpid.files.DataException if it can't be written
   */
  public static void write(Path file, Trace trace, WaitAttribution waits) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out)) {
            csv.row(header());
            for (int row = 0; row < waits.size(); row++) {
              csv.field(trace.jobId(row));
              for (WaitCause cause : WaitCause.values()) {
                csv.field(waits.seconds(row, cause));
              }
              csv.endRow();
            }
          }
        });
  }

  private static String[] header() {
    WaitCause[] causes = WaitCause.values();
    String[] names = new String[causes.length + 1];
    names[0] = "job_id";
    for (WaitCause cause : causes) {
      names[cause.ordinal() + 1] = cause.label();
    }
    return names;
  }
}
