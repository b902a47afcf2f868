package org.limpid.app.simulate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.simulation.run.Snapshot;
import org.limpid.simulation.run.Snapshots;

/** {@code snapshots.bin}: states of a run, described in {@code docs/outputs.md}. */
public final class SnapshotFile {
  /** Name of the file in the folder of a policy. */
  public static final String FILE_NAME = "snapshots.bin";

  private static final String FORMAT = "limpid-snapshots/1";
  private static final String HINT =
      "Maybe the copy did not finish. Simulate again with --explain, or delete the file: what is"
          + " changed then runs from the start.";

  private SnapshotFile() {}

  /**
   * Writes the file, or nothing.
   *
   * @throws DataException if it can't be written
   */
  public static void write(Path file, Snapshots snapshots) {
    AtomicFiles.write(
        file,
        out -> {
          try (DataOutputStream data = new DataOutputStream(AtomicFiles.gzip(out))) {
            data.writeUTF(FORMAT);
            data.writeInt(snapshots.byVirtualCluster().size());
            for (Map.Entry<String, List<Snapshot>> each : snapshots.byVirtualCluster().entrySet()) {
              data.writeUTF(each.getKey());
              write(each.getValue(), data);
            }
          }
        });
  }

  private static void write(List<Snapshot> snapshots, DataOutputStream data) throws IOException {
    data.writeInt(snapshots.size());
    for (Snapshot snapshot : snapshots) {
      data.writeLong(snapshot.second());
      data.writeInt(snapshot.state().length);
      data.write(snapshot.state());
    }
  }

  /**
   * Reads the file; none if there is no such file.
   *
   * @throws DataException if it is broken or of another version
   */
  public static Snapshots read(Path file) {
    if (!Files.exists(file)) {
      return Snapshots.NONE;
    }
    try (DataInputStream data =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      return read(data);
    } catch (IOException | NegativeArraySizeException failure) {
      throw broken(file, failure);
    }
  }

  /** The problem of a file that can't be used. */
  public static DataException broken(Path file, Exception cause) {
    DataException exception =
        new DataException(
            Problem.ofFile(
                file,
                "these are no snapshots of this run that can be read (%s)"
                    .formatted(cause.getMessage()),
                HINT));
    exception.initCause(cause);
    return exception;
  }

  private static Snapshots read(DataInputStream data) throws IOException {
    String format = data.readUTF();
    if (!format.equals(FORMAT)) {
      throw new IOException("expected %s, found '%s'".formatted(FORMAT, format));
    }
    Map<String, List<Snapshot>> byVirtualCluster = new LinkedHashMap<>();
    int count = data.readInt();
    for (int i = 0; i < count; i++) {
      byVirtualCluster.put(data.readUTF(), snapshots(data));
    }
    if (data.read() >= 0) {
      throw new IOException("expected the end of the file");
    }
    return new Snapshots(byVirtualCluster);
  }

  private static List<Snapshot> snapshots(DataInputStream data) throws IOException {
    List<Snapshot> snapshots = new ArrayList<>();
    int count = data.readInt();
    for (int i = 0; i < count; i++) {
      long second = data.readLong();
      int length = data.readInt();
      byte[] state = data.readNBytes(Math.max(0, length));
      if (state.length != length) {
        throw new IOException("expected %d bytes, found %d".formatted(length, state.length));
      }
      snapshots.add(new Snapshot(second, state));
    }
    return snapshots;
  }
}
