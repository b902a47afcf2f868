package org.limpid.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.BinaryFile;
import org.limpid.files.DataException;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.run.Snapshot;
import org.limpid.simulation.run.Snapshots;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.sink.JobsMark;

/**
 * {@code snapshots.bin}: of each virtual cluster its name and its states, each with the first
 * second whose events are still to come.
 */
final class SnapshotFile {
  private static final String FORMAT = "limpid-snapshots/2";
  private static final String HINT =
      "Maybe it is damaged, of another run than jobs.csv, or of another version of Limpid. Simulate"
          + " again with --explain, or delete the file: what is changed then runs from the start.";

  private SnapshotFile() {}

  /**
   * Writes the file, or nothing.
   *
   * @param jobs what became of the jobs in the same run
   */
  static void write(Path file, Snapshots snapshots, JobRecords jobs) {
    ByteWriter out = new ByteWriter().putUnsigned(JobsMark.of(jobs));
    out.putUnsigned(snapshots.byVirtualCluster().size());
    snapshots
        .byVirtualCluster()
        .forEach((name, ofName) -> {
          out.putText(name).putUnsigned(ofName.size());
          ofName.forEach(each -> out.putSigned(each.second()).putBytes(each.state()));
        });
    open(file).write(out.toByteArray());
  }

  /**
   * Reads the file; none if there is no such file.
   *
   * @param jobs what {@code jobs.csv} beside it says
   */
  static Snapshots read(Path file, JobRecords jobs) {
    if (!Files.exists(file)) {
      return Snapshots.NONE;
    }
    ByteReader in = new ByteReader(open(file).read());
    try {
      if (in.takeUnsigned() != JobsMark.of(jobs)) {
        throw new IllegalStateException("jobs.csv has jobs of another run");
      }
      return read(in);
    } catch (IllegalStateException failure) {
      throw broken(file, failure);
    }
  }

  /** The problem of a file that can't be used. */
  static DataException broken(Path file, Exception cause) {
    DataException exception = open(file).broken(cause.getMessage());
    exception.initCause(cause);
    return exception;
  }

  private static BinaryFile open(Path file) {
    return new BinaryFile(
        file, FORMAT, "these are no snapshots of this run that can be read", HINT);
  }

  private static Snapshots read(ByteReader in) {
    Map<String, List<Snapshot>> byVirtualCluster = new LinkedHashMap<>();
    for (int left = in.takeCount(); left > 0; left--) {
      byVirtualCluster.put(in.takeText(), snapshots(in));
    }
    if (!in.isAtEnd()) {
      throw new IllegalStateException("expected the end, %d bytes are left".formatted(in.left()));
    }
    return new Snapshots(byVirtualCluster);
  }

  private static List<Snapshot> snapshots(ByteReader in) {
    List<Snapshot> snapshots = new ArrayList<>();
    for (int left = in.takeCount(); left > 0; left--) {
      snapshots.add(new Snapshot(in.takeSigned(), in.takeBytes()));
    }
    return snapshots;
  }
}
