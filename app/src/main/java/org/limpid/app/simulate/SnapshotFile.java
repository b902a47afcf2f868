package org.limpid.app.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
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
    byte[] bytes = bytes(snapshots);
    AtomicFiles.write(
        file,
        out -> {
          try (OutputStream compressed = AtomicFiles.gzip(out)) {
            compressed.write(bytes);
          }
        });
  }

  private static byte[] bytes(Snapshots snapshots) {
    ByteWriter out = new ByteWriter();
    out.putText(FORMAT).putUnsigned(snapshots.byVirtualCluster().size());
    snapshots
        .byVirtualCluster()
        .forEach((name, ofName) -> {
          out.putText(name).putUnsigned(ofName.size());
          ofName.forEach(each -> out.putSigned(each.second()).putBytes(each.state()));
        });
    return out.toByteArray();
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
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return read(new ByteReader(in.readAllBytes()));
    } catch (IOException | IllegalStateException failure) {
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

  private static Snapshots read(ByteReader in) {
    String format = in.takeText();
    if (!format.equals(FORMAT)) {
      throw new IllegalStateException("expected %s, found '%s'".formatted(FORMAT, format));
    }
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
