package org.limpid.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.explain.given.SmallRun;
import org.limpid.files.BinaryFile;
import org.limpid.files.DataException;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.event.ProfiledJobs;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.waiting.Replay;

class DecisionFileTest {
  private static final String FORMAT = "limpid-decisions/3";

  @TempDir Path folder;

  private static final ProfiledJobs PROFILED =
      new ProfiledJobs(
          new boolean[] {false, true, true},
          new boolean[] {false, true, false},
          new long[] {-1, 7, 20},
          new long[] {-1, 12, 80},
          new long[] {0, 2, 0});

  private static final SmallRun RUN =
      new SmallRun(2).job(0, 16, 10, 10).job(5, 8, 3, 100).job(5, 1, 3, 1);
  private static final JobRecords RECORDS = RUN.run("qssf").jobs();
  private static final JobTable FACTS = JobTable.of(RUN.inputs().trace(), RECORDS);

  private static DecisionLog log() {
    return new DecisionLog(Optional.of(PROFILED), RUN.run("qssf").decisions().partitions());
  }

  private Path written(DecisionLog log) {
    Path file = folder.resolve(RunFolder.DECISIONS);
    DecisionFile.write(file, log, RECORDS);
    return file;
  }

  private static String messageOf(Path file, JobTable facts) {
    return assertThrows(DataException.class, () -> DecisionFile.read(file, facts)).getMessage();
  }

  @Test
  void logsComeBack() {
    DecisionLog log = log();
    DecisionLog read = DecisionFile.read(written(log), FACTS);
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
    String missing = messageOf(folder.resolve("decisions.bin"), FACTS);
    assertTrue(missing.contains("recorded no decisions"), missing);
    assertTrue(missing.contains("--explain"), missing);
  }

  @Test
  void logOfAnotherRunIsTold() {
    SmallRun longer = new SmallRun(2).job(0, 16, 11, 10).job(5, 8, 3, 100).job(5, 1, 3, 1);
    JobTable facts = JobTable.of(longer.inputs().trace(), longer.run("qssf").jobs());
    String message = messageOf(written(log()), facts);
    assertTrue(message.contains("jobs.csv has jobs of another run"), message);
  }

  @Test
  void logOfOtherJobsIsTold() {
    SmallRun wider = new SmallRun(2).job(0, 16, 10, 10).job(5, 8, 3, 100).job(5, 2, 3, 1);
    String message = messageOf(written(log()), JobTable.of(wider.inputs().trace(), RECORDS));
    assertTrue(message.contains("job 2 of 'vc' with 1 GPU is not in jobs.csv"), message);
  }

  /** Every bit of a log, changed in content that is gzipped anew. */
  @Test
  void changedBitsAreTold() throws IOException {
    Path file = written(log());
    byte[] good = content(file);
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, compressed(bad));
      assertTrue(messageOf(file, FACTS).startsWith(file + ": "));
    }
  }

  /** With the right checksum, so that only the content can tell; what can be read is replayed. */
  @Test
  void contentThatMakesNoSenseIsTold() {
    Path file = written(log());
    byte[] good = new BinaryFile(file, FORMAT, "", "").read();
    SplittableRandom random = new SplittableRandom(5);
    int refused = 0;
    for (int round = 0; round < 500; round++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      new BinaryFile(file, FORMAT, "", "").write(bad);
      refused += isRefused(file) ? 1 : 0;
    }
    assertTrue(refused > 125, refused + " of 500");
  }

  private static boolean isRefused(Path file) {
    try {
      return cannotFollow(DecisionFile.read(file, FACTS));
    } catch (DataException told) {
      return true;
    }
  }

  /**
   * What was read can be decoded to its end, even if the decisions don't follow from each other.
   */
  private static boolean cannotFollow(DecisionLog log) {
    log.partitions().forEach(partition -> partition.forEach(Assertions::assertNotNull));
    try {
      log.partitions().forEach(partition -> new Replay(partition).run(new Replay.Visitor() {}));
      return false;
    } catch (IllegalStateException told) {
      return true;
    }
  }

  @Test
  void lengthsAreNotBelieved() {
    Path file = folder.resolve(RunFolder.DECISIONS);
    byte[] promisesTooMuch =
        new ByteWriter()
            .putUnsigned(FACTS.mark())
            .putBoolean(false)
            .putUnsigned(Integer.MAX_VALUE)
            .toByteArray();
    new BinaryFile(file, FORMAT, "", "").write(promisesTooMuch);
    assertTrue(messageOf(file, FACTS).contains("expected at most 5, found 2147483647"));
  }

  @Test
  void otherFormatsAreNamed() throws IOException {
    Path file = written(log());
    byte[] other = content(file);
    other["limpid-decisions/3".length()] = '2';
    Files.write(file, compressed(other));
    String message = messageOf(file, FACTS);
    assertTrue(
        message.contains("expected limpid-decisions/3, found 'limpid-decisions/2'"), message);
  }

  @Test
  void filesThatAreNotGzippedAreTold() throws IOException {
    Path plain = Files.write(folder.resolve("plain.bin"), content(written(log())));
    assertTrue(messageOf(plain, FACTS).contains("gzip"));
  }

  private static byte[] content(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
