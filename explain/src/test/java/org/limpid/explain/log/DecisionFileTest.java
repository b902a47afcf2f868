package org.limpid.explain.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.explain.given.SmallRun;
import org.limpid.files.DataException;
import org.limpid.simulation.decision.DecisionLog;
import org.limpid.simulation.decision.PartitionLog;
import org.limpid.simulation.decision.ProfiledJobs;

class DecisionFileTest {
  @TempDir Path folder;

  private static final ProfiledJobs PROFILED =
      new ProfiledJobs(
          new boolean[] {false, true, true},
          new boolean[] {false, true, false},
          new long[] {-1, 7, 20},
          new long[] {-1, 12, 80},
          new long[] {0, 2, 0});

  private static DecisionLog log() {
    List<PartitionLog> partitions =
        new SmallRun(2)
            .job(0, 16, 10, 10)
            .job(5, 8, 3, 100)
            .job(5, 1, 3, 1)
            .run("qssf")
            .decisions()
            .partitions();
    return new DecisionLog(Optional.of(PROFILED), partitions);
  }

  private Path written(DecisionLog log) {
    Path file = folder.resolve(DecisionFile.FILE_NAME);
    DecisionFile.write(file, log);
    return file;
  }

  @Test
  void logsComeBack() {
    DecisionLog log = log();
    DecisionLog read = DecisionFile.read(written(log));
    ProfiledJobs profiled = read.profiling().orElseThrow();
    assertArrayEquals(PROFILED.profiled(), profiled.profiled());
    assertArrayEquals(PROFILED.finished(), profiled.finished());
    assertArrayEquals(PROFILED.startSeconds(), profiled.startSeconds());
    assertArrayEquals(PROFILED.endSeconds(), profiled.endSeconds());
    assertArrayEquals(PROFILED.queueSeconds(), profiled.queueSeconds());
    assertEquals(1, read.partitions().size());
    PartitionLog before = log.partitions().getFirst();
    PartitionLog after = read.partitions().getFirst();
    assertEquals("vc", after.virtualCluster());
    assertEquals(2, after.nodeCount());
    assertEquals(8, after.gpusPerNode());
    assertEquals("consolidate", after.placer());
    assertArrayEquals(new int[] {0, 1, 2}, after.rows());
    assertArrayEquals(new int[] {16, 8, 1}, after.gpuCounts());
    assertEquals(before.count(), after.count());
    assertArrayEquals(before.bytes(), after.bytes());
  }

  @Test
  void equalLogsAreEqualBytes() throws IOException {
    byte[] first = Files.readAllBytes(written(log()));
    assertArrayEquals(first, Files.readAllBytes(written(log())));
  }

  @Test
  void runWithoutDecisionsIsTold() {
    DataException missing =
        assertThrows(DataException.class, () -> DecisionFile.read(folder.resolve("decisions.bin")));
    assertTrue(missing.getMessage().contains("recorded no decisions"), missing.getMessage());
    assertTrue(missing.getMessage().contains("--explain"), missing.getMessage());
  }

  @Test
  void brokenFilesAreDataExceptions() throws IOException {
    byte[] good = LogCode.write(log());
    SplittableRandom random = new SplittableRandom(5);
    int refused = 0;
    for (int round = 0; round < 300; round++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length));
      if (bad.length > 0) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Path file = Files.write(folder.resolve("bad.bin"), compressed(bad));
      try {
        DecisionFile.read(file);
      } catch (DataException expected) {
        refused++;
        assertEquals(1, expected.problems().size());
      }
    }
    assertEquals(300, refused);
    Path plain = Files.write(folder.resolve("plain.bin"), good);
    assertThrows(DataException.class, () -> DecisionFile.read(plain));
  }

  @Test
  void otherFormatsAreNamed() throws IOException {
    byte[] other = LogCode.write(log());
    other[1] = 'L';
    Path file = Files.write(folder.resolve("other.bin"), compressed(other));
    String message = assertThrows(DataException.class, () -> DecisionFile.read(file)).getMessage();
    assertTrue(message.contains("expected limpid-decisions/1, found Limpid-"), message);
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
