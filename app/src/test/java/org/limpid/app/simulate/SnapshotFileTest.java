package org.limpid.app.simulate;

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
import org.limpid.files.DataException;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.run.Snapshot;
import org.limpid.simulation.run.Snapshots;

class SnapshotFileTest {
  @TempDir private Path folder;

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
    SnapshotFile.write(file, some());
    Map<String, List<Snapshot>> read = SnapshotFile.read(file).byVirtualCluster();
    assertEquals(List.of("b", "a"), List.copyOf(read.keySet()));
    assertEquals(2, read.get("b").size());
    assertEquals(86_401, read.get("b").getFirst().second());
    assertArrayEquals(new byte[] {1, 2, 3}, read.get("b").getFirst().state());
    assertTrue(read.get("a").isEmpty());
  }

  @Test
  void noFileMeansNoSnapshots() {
    assertTrue(SnapshotFile.read(folder.resolve("none")).isEmpty());
  }

  /** Every file that is cut short, and every one with a changed byte behind the header of gzip. */
  @Test
  void damagedFilesAreTold() throws IOException {
    Path file = folder.resolve("snapshots.bin");
    SnapshotFile.write(file, some());
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThrows(DataException.class, () -> SnapshotFile.read(file));
    }
    SplittableRandom random = new SplittableRandom(2);
    for (int place = 10; place < good.length - 8; place++) {
      byte[] bad = good.clone();
      bad[place] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, bad);
      assertThrows(DataException.class, () -> SnapshotFile.read(file));
    }
  }

  @Test
  void anotherVersionIsTold() throws IOException {
    Path file = folder.resolve("snapshots.bin");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(new ByteWriter().putText("limpid-snapshots/2").toByteArray());
    }
    Files.write(file, bytes.toByteArray());
    DataException problem = assertThrows(DataException.class, () -> SnapshotFile.read(file));
    assertTrue(
        problem.getMessage().contains("expected limpid-snapshots/1, found 'limpid-snapshots/2'"),
        problem::getMessage);
    assertTrue(problem.getMessage().contains("Maybe"), problem::getMessage);
  }
}
