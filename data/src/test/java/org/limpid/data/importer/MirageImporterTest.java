package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.VirtualCluster;
import org.limpid.files.DataException;

class MirageImporterTest {
  /**
   * As it is published and as the converted file is: a number, a padded header, dashes, tabs or
   * single blanks, a row with a second number, one of 0 s, and a number that comes twice.
   */
  private static final String LOG =
      """
      5
             JobID    JobName    UID               Start              Submit                 End   Priority TimelimitR ExitCode   NNodes
      ------------ ---------- ------ ------------------- ------------------- ------------------- ---------- ---------- -------- --------
      11\tdimer\t00000\t2022-11-01T10:00:00\t2022-11-01T09:00:00\t2022-11-01T12:00:00\t1234\t120\t0:0\t2
      12 bash 00001 2022-11-01T10:30:00 2022-11-01T10:30:00 2022-11-01T10:30:00 1100 30 0:0 1
      13 train 00001 810653 2022-11-01T11:00:00 2022-11-01T10:40:00 2022-11-01T13:00:07 1200 120 1:0 3
      14 old 00002 2022-11-01T11:00:00 2022-11-01T10:45:00 2022-11-01T11:10:00 1200 120 0:0 1
      14 new 00002 2022-11-01T12:00:00 2022-11-01T10:50:00 2022-11-01T12:30:00 1200 120 0:0 4
      15 cut 00002
      """;

  @TempDir private Path folder;

  private Imported imported(Map<String, Object> options) throws IOException {
    return Imported.of(MirageImporter.IMPORTER, folder, "ls6.log", LOG, options);
  }

  @Test
  void rowsOfAllKindsAreRead() throws IOException {
    Imported log = imported(Map.of("zero-seconds", MirageImporter.ZeroSeconds.LEFT_OUT));
    assertEquals(List.of("11", "13", "14"), log.ids());
    assertEquals(
        Map.of("ran for 0 s", 1L, "with more or fewer fields than the header", 1L),
        log.report().leftOut());
    assertEquals(LocalDateTime.of(2022, 11, 1, 0, 0), log.reader().origin());
    assertEquals(9 * 3600, log.trace().submitSeconds(0));
    assertEquals("new", log.trace().jobName(2));
    assertEquals("FAILED", log.trace().state(1));
    assertEquals(7207, log.trace().durationSeconds(1));
  }

  /** The rows are in the order of their submissions. */
  @Test
  void jobsOfZeroSecondsAreKept() throws IOException {
    Imported log = imported(Map.of());
    assertEquals(List.of("11", "12", "13", "14"), log.ids());
    assertEquals(1, log.trace().durationSeconds(1));
    assertEquals(0, log.waited(1));
    assertTrue(
        log.report().notes().contains("1 job ran for 0 s: here it runs for 1 s."),
        log.report().notes().toString());
  }

  @Test
  void whatIsKnownOfRealityIsKept() throws IOException {
    Imported log = imported(Map.of("zero-seconds", MirageImporter.ZeroSeconds.LEFT_OUT));
    assertEquals(
        List.of(3600L, 1200L, 4200L), List.of(log.waited(0), log.waited(1), log.waited(2)));
    assertEquals("2", log.known(JobAttribute.NODE_NUM, 0));
    assertEquals("7200", log.known(JobAttribute.TIME_LIMIT, 0));
    assertEquals("1234", log.known(JobAttribute.PRIORITY, 0));
    assertEquals("1", log.known(JobAttribute.WHOLE_NODES, 0));
  }

  /** From 12:00 on 11 has ended, 13 holds 3 nodes and 14 holds 4. */
  @Test
  void nodesAreThoseHeldAtOnce() throws IOException {
    Imported log = imported(Map.of());
    assertEquals(List.of(new VirtualCluster("ls6", 7)), log.cluster().virtualClusters());
    assertEquals(3, log.cluster().gpusPerNode());
    assertEquals(6, log.trace().gpuCount(0));
  }

  @Test
  void nodesMayBeGiven() throws IOException {
    Imported log = imported(Map.of("nodes", "gpu=3", "gpus-per-node", 4L));
    assertEquals(List.of(new VirtualCluster("gpu", 3)), log.cluster().virtualClusters());
    assertEquals(1L, log.report().leftOut().get("larger than its virtual cluster"));
    assertEquals(8, log.trace().gpuCount(0));
  }

  @Test
  void whatIsSkippedIsTold() throws IOException {
    List<String> notes = imported(Map.of()).report().notes();
    assertTrue(
        notes.containsAll(
            List.of(
                "1 row has a second number behind the user, which is skipped.",
                "1 row has the id of a later one, which counts.",
                "The log counts whole nodes: a job has all 3 GPUs of each of its nodes.")),
        notes.toString());
  }

  @Test
  void anotherTableIsRefused() {
    DataException refusal =
        assertThrows(
            DataException.class,
            () ->
                Imported.of(
                    MirageImporter.IMPORTER, folder, "other.log", "a b c\n1 2 3\n", Map.of()));
    assertTrue(refusal.getMessage().contains("expected a line with the columns"));
  }
}
