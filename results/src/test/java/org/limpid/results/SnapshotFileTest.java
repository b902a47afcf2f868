package org.limpid.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.BinaryFile;
import org.limpid.files.DataException;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.run.Snapshot;
import org.limpid.simulation.run.Snapshots;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.sink.JobsMark;

class SnapshotFileTest {
  private static final JobRecords JOBS = endingAt(70);

  @TempDir private Path folder;

  private static JobRecords endingAt(long second) {
    return new JobRecords(
        new long[] {10},
        new long[] {second},
        new long[] {3},
        new int[] {0},
        new Allocation[] {Allocation.of(0, 1)},
        List.of());
  }

  private static Snapshots some() {
    Map<String, List<Snapshot>> snapshots = new LinkedHashMap<>();
    snapshots.put(
        "b", List.of(new Snapshot(86_401, new byte[] {1, 2, 3}), new Snapshot(99, new byte[0])));
    snapshots.put("a", List.of());
    return new Snapshots(snapshots);
  }

  @Test
  void whatIsWrittenIsRead() {
    Path file = folder.resolve("snapshots.bin");
    SnapshotFile.write(file, some(), JOBS);
    Map<String, List<Snapshot>> read = SnapshotFile.read(file, JOBS).byVirtualCluster();
    assertEquals(List.of("b", "a"), List.copyOf(read.keySet()));
    assertEquals(2, read.get("b").size());
    assertEquals(86_401, read.get("b").getFirst().second());
    assertArrayEquals(new byte[] {1, 2, 3}, read.get("b").getFirst().state());
    assertTrue(read.get("a").isEmpty());
  }

  @Test
  void noFileMeansNoSnapshots() {
    assertTrue(SnapshotFile.read(folder.resolve("none"), JOBS).isEmpty());
  }

  /** Every file that is cut short, and every one with a changed byte behind the header of gzip. */
  @Test
  void damagedFilesAreTold() throws IOException {
    Path file = folder.resolve("snapshots.bin");
    SnapshotFile.write(file, some(), JOBS);
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThrows(DataException.class, () -> SnapshotFile.read(file, JOBS));
    }
    SplittableRandom random = new SplittableRandom(2);
    for (int place = 10; place < good.length - 8; place++) {
      byte[] bad = good.clone();
      bad[place] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, bad);
      assertThrows(DataException.class, () -> SnapshotFile.read(file, JOBS));
    }
  }

  @Test
  void snapshotsOfAnotherRunAreTold() {
    Path file = folder.resolve("snapshots.bin");
    SnapshotFile.write(file, some(), JOBS);
    DataException problem =
        assertThrows(DataException.class, () -> SnapshotFile.read(file, endingAt(71)));
    assertTrue(problem.getMessage().contains("jobs of another run"), problem::getMessage);
  }

  /** With the right checksum, so that only the content can tell. */
  @Test
  void contentThatMakesNoSenseIsTold() {
    Path file = folder.resolve("snapshots.bin");
    byte[] promisesTooMuch =
        new ByteWriter()
            .putUnsigned(JobsMark.of(JOBS))
            .putUnsigned(1)
            .putText("a")
            .putUnsigned(Integer.MAX_VALUE)
            .toByteArray();
    new BinaryFile(file, "limpid-snapshots/2", "", "").write(promisesTooMuch);
    DataException problem = assertThrows(DataException.class, () -> SnapshotFile.read(file, JOBS));
    assertTrue(problem.getMessage().contains("the bytes end too early"), problem::getMessage);
  }

  @Test
  void anotherVersionIsTold() throws IOException {
    Path file = folder.resolve("snapshots.bin");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(new ByteWriter().putText("limpid-snapshots/1").toByteArray());
    }
    Files.write(file, bytes.toByteArray());
    DataException problem = assertThrows(DataException.class, () -> SnapshotFile.read(file, JOBS));
    assertTrue(
        problem.getMessage().contains("expected limpid-snapshots/2, found 'limpid-snapshots/1'"),
        problem::getMessage);
    assertTrue(problem.getMessage().contains("Maybe"), problem::getMessage);
  }
}
