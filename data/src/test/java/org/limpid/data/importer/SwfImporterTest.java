package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.VirtualCluster;
import org.limpid.files.DataException;

class SwfImporterTest {
  /**
   * Job 2 has no processors but those it asked for; 3 never ran, 4 is a part of 1, 5 follows 1, 6
   * follows one that was left out, 7 has fractions, 8 is cut short. 1 MiB is 1024 KiB per
   * processor.
   */
  private static final String LOG =
      """
      ; Version: 2.2
      ; UnixStartTime: 1464739200
      ; TimeZoneString: Europe/Berlin
      ; MaxNodes: 10
      ; MaxProcs: 40
      ; Queue: 1 normal
      ; a remark without any key

       1  0  60  600  8 -1 -1  8  3600  2048 1  7 1 4 1 1 -1 -1
       2 10  -1  100 -1 -1 -1 12    -1    -1 0  8 1 -1 2 1 -1 -1
       3 20   5    0  4 -1 -1  4  3600    -1 5  7 1 4 1 1 -1 -1
       4  0  60  300  8 -1 -1  8  3600    -1 2  7 1 4 1 1 -1 -1
       5 700  0  50   1 -1 -1  1  3600    -1 1  7 1 4 1 1  1 40
       6 710  0  50   5 -1 -1  5  3600    -1 1 -1 1 4 1 1  3 -1
       7 720.9 1.5 9.6 4 -1 -1 4  3600    -1 -1 7 1 4 1 1 -1 -1
       8 730
      """;

  @TempDir private Path folder;

  private Imported imported(Map<String, Object> options) throws IOException {
    return Imported.of(SwfImporter.IMPORTER, folder, "kit.swf", LOG, options);
  }

  @Test
  void jobsHaveTheirTimesOnTheClockOfTheCluster() throws IOException {
    Imported log = imported(Map.of());
    assertEquals(List.of("1", "2", "5", "6", "7"), log.ids());
    assertEquals(
        Map.of(
            "ran for 0 s",
            1L,
            "parts of jobs that stand in the log as a whole",
            1L,
            "with more or fewer fields than the header",
            1L),
        log.report().leftOut());
    // 2016-06-01 00:00 of UTC, when it is 2 hours later in Berlin.
    assertEquals(LocalDateTime.of(2016, 6, 1, 0, 0), log.reader().origin());
    assertEquals(2 * 3600, log.trace().submitSeconds(0));
    assertEquals(2 * 3600 + 720, log.trace().submitSeconds(4));
    assertEquals(10, log.trace().durationSeconds(4));
    assertEquals(60, log.waited(0));
    assertEquals("", log.known(JobAttribute.START_TIME, 1));
    assertTrue(
        log.report()
            .notes()
            .contains(
                "Times are those of Europe/Berlin as its clocks stood at the start of the log."));
  }

  @Test
  void unknownNumbersAreUnknown() throws IOException {
    Imported log = imported(Map.of());
    assertEquals(12, log.trace().gpuCount(1));
    assertEquals("", log.known(JobAttribute.TIME_LIMIT, 1));
    assertEquals("", log.trace().jobName(1));
    assertEquals("unknown", log.trace().user(3));
    assertEquals("UNKNOWN", log.trace().state(4));
    assertEquals("16", log.known(JobAttribute.MEMORY_MIB, 0));
    assertEquals("normal", log.known(JobAttribute.JOB_CLASS, 0));
    assertEquals("queue 2", log.known(JobAttribute.JOB_CLASS, 1));
  }

  @Test
  void precedingJobsStayWhereTheyAreThere() throws IOException {
    Imported log = imported(Map.of());
    assertEquals("1", log.known(JobAttribute.PREDECESSOR, 2));
    assertEquals("", log.known(JobAttribute.PREDECESSOR, 3));
    assertTrue(
        log.report()
            .notes()
            .contains(
                "1 job names a predecessor that isn't among the jobs before it: none is taken."));
  }

  /** The head tells of 10 nodes with 4 processors each. */
  @Test
  void aProcessorIsAGpuUnlessTheRuleIsAnother() throws IOException {
    Imported log = imported(Map.of());
    assertEquals(8, log.trace().gpuCount(0));
    assertEquals(4, log.cluster().gpusPerNode());
    assertEquals(List.of(new VirtualCluster("kit", 10)), log.cluster().virtualClusters());
    Imported half = imported(Map.of("gpus-per-proc", 0.5));
    assertEquals(List.of(4, 6, 1, 3, 2), half.gpus());
    assertEquals(20, half.cluster().gpuCount());
  }

  @Test
  void jobsMayHaveWholeNodes() throws IOException {
    Imported log = imported(Map.of("procs-per-node", 4L, "gpus-per-node", 2L));
    assertEquals(List.of(4, 6, 2, 4, 2), log.gpus());
    assertEquals(8, log.trace().cpuCount(0));
    assertEquals(List.of(new VirtualCluster("kit", 10)), log.cluster().virtualClusters());
  }

  @Test
  void twoRulesAreRefused() {
    DataException refusal =
        assertThrows(
            DataException.class,
            () -> imported(Map.of("procs-per-node", 4L, "gpus-per-proc", 1.0)));
    assertTrue(refusal.getMessage().contains("found both"), refusal.getMessage());
  }

  /** A data set would not take it for one. */
  @Test
  void aStrokeIsNoIdentifier() {
    Map<String, Object> none = Map.of();
    DataException e =
        assertThrows(
            DataException.class,
            () ->
                Imported.of(
                    SwfImporter.IMPORTER,
                    folder,
                    "kit.swf",
                    LOG.replace(" 2 10 ", " - 10 "),
                    none));
    assertTrue(e.getMessage().contains("expected a whole number, found '-'"), e.getMessage());
  }

  /** The name of a queue becomes that of a virtual cluster. */
  @Test
  void namesWithNulBytesAreRefused() throws IOException {
    Path log = Files.writeString(folder.resolve("kit.swf"), LOG.replace("1 normal", "1 nor\0mal"));
    Imported.refused(
        SwfImporter.IMPORTER, log, folder.resolve("out"), Map.of(), "text without NUL bytes");
  }
}
