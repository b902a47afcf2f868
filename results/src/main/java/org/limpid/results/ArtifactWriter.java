package org.limpid.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AtomicFiles;
import org.limpid.simulation.sink.JobColumn;

/**
 * Writes the folder of a policy that the simulator of a published artifact runs. It has the columns
 * that the artifact has.
 */
public final class ArtifactWriter {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private final Trace trace;
  private final CsvTexts texts;

  ArtifactWriter(Path folder, Trace trace, CsvTexts texts) {
    this.folder = folder;
    this.trace = trace;
    this.texts = texts;
  }

  /**
   * Writes {@code jobs.csv}.
   *
   * @param columns those behind {@code job_id}, in their order
   * @throws org.limpid.files.DataException if it can't be written
   */
  public void writeJobs(List<JobColumn> columns) {
    AtomicFiles.write(
        folder.resolve(RunFolder.JOBS),
        out -> {
          try (CsvOutput csv = new CsvOutput(out, texts)) {
            csv.row(
                Stream.concat(Stream.of("job_id"), columns.stream().map(JobColumn::name))
                    .toArray(String[]::new));
            for (int row = 0; row < trace.size(); row++) {
              csv.field(trace.jobId(row));
              for (JobColumn column : columns) {
                JobsFile.write(csv, column, row);
              }
              csv.endRow();
            }
          }
        });
  }

  /**
   * Begins a table that is written while the simulator runs, gzipped.
   *
   * @param name without {@code .csv.gz}
   * @param columns their names
   * @throws org.limpid.files.DataException if it can't be written
   */
  public CsvOutput open(String name, List<String> columns) {
    Path file = folder.resolve(name + ".csv.gz");
    try {
      CsvOutput csv = new CsvOutput(new FastGzip(AtomicFiles.openNew(file)), texts);
      return csv.row(columns.toArray(String[]::new));
    } catch (IOException failure) {
      throw AtomicFiles.cannotWrite(file, failure);
    }
  }

  /** Where the files are. */
  public Path folder() {
    return folder;
  }

  /**
   * A row of such a table is much like the one before. The fastest level finds that, too, and takes
   * a fraction of the time.
   */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
