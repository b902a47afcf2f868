package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.WorkloadProfile;
import org.limpid.data.generate.WorkloadModel;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;

class ElasticFlowImporterTest {
  /** As the artifact ships Philly: not in order, with a blank line. */
  private static final String PHILLY =
      """
      timestamp,duration,num_gpus,gpu_time,cluster
      2017-10-09 07:00:00,600.0,8,4800.0,6214e9
      2017-10-08 23:00:00,40.0,16,640.0,103959

      2017-10-09 06:00:00,7200.0,8,57600.0,6214e9
      2017-10-09 06:00:00,0.0,1,0.0,6214e9
      2017-10-09 06:30:00,7200.0,24,172800.0,6214e9
      2017-10-09 06:40:00,-5.0,1,-5.0,6214e9
      2017-10-09 06:45:00,50.0,0,0.0,6214e9
      """;

  private static final String ITP =
      """
      job_id,submission_time,num_iteration,model_name,deadline,batch_size,num_gpu,duration
      965d744f-0445-c1a8-12af-97e4c536c66e,90000,45775,resnet50,93904,256,2,2429
      fb10987f-20ac-3703-eb67-146a77a6e17c,90000,11197,gpt2,92204,128,1,1532
      """;

  @TempDir private Path folder;

  private ImportReport imported(Path table, Map<ImportOption<?>, Object> values) {
    return ElasticFlowImporter.IMPORTER
        .importing()
        .apply(new ImportRequest(table, out(), true, values));
  }

  private ImportReport imported(String name, String content) throws IOException {
    return imported(Files.writeString(folder.resolve(name), content), Map.of());
  }

  private Path out() {
    return folder.resolve("out");
  }

  private static ImportOption<?> option(String name) {
    return ElasticFlowImporter.IMPORTER.options().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void jobsOfPhillyComeInOrder() throws IOException {
    ImportReport report = imported("philly.csv", PHILLY);
    assertEquals(
        Map.of("ran for 0 s", 1L, "with a negative duration", 1L, "CPU job", 1L), report.leftOut());
    DatasetReader reader = DatasetReader.open(out());
    Trace trace = reader.trace();
    assertEquals("philly", reader.description().name());
    assertEquals(LocalDateTime.of(2017, 10, 8, 0, 0), reader.origin());
    assertEquals(23 * 3600, trace.submitSeconds(0));
    assertEquals(List.of("103959", "6214e9"), trace.virtualClusterNames());
    assertEquals(
        List.of(2L, 4L, 6L, 1L),
        IntStream.range(0, 4).mapToObj(row -> trace.jobId(row).value()).toList());
    assertEquals(7200, trace.durationSeconds(1));
    assertEquals(List.of(), DatasetCheck.check(out()));
  }

  /**
   * 103959 has one job of 16 GPUs. In 6214e9 8 GPUs are in use for half an hour, then 32, and 40 in
   * the second of the last submission. So 32 are enough for three quarters, and for the mean of 20
   * and the largest job three nodes: one can go to the profiler.
   */
  @Test
  void nodesFollowFromUse() throws IOException {
    ImportReport report = imported("philly.csv", PHILLY);
    DatasetReader reader = DatasetReader.open(out());
    assertEquals(
        List.of(new VirtualCluster("103959", 2), new VirtualCluster("6214e9", 4)),
        reader.cluster().virtualClusters());
    assertEquals(List.of("6214e9"), reader.description().profiler().takenFrom());
    assertEquals(
        "The table has no machines. From use follow 6 nodes with 48 GPUs: whole nodes per virtual"
            + " cluster that are enough for 0.75 of the time if no job waited, for its mean use and"
            + " for its largest job. The peaks add up to 56 GPUs.",
        report.notes().getFirst());
  }

  @Test
  void capacityAndNodesMayBeChosen() throws IOException {
    Path table = Files.writeString(folder.resolve("philly.csv"), PHILLY);
    imported(table, Map.of(option("capacity"), 1.0, option("gpus-per-node"), 4L));
    assertEquals(
        List.of(new VirtualCluster("103959", 4), new VirtualCluster("6214e9", 10)),
        DatasetReader.open(out()).cluster().virtualClusters());
    assertEquals(4, DatasetReader.open(out()).cluster().gpusPerNode());
  }

  /** Second 0 is 4 March 2021; the file is the only virtual cluster, and would have one node. */
  @Test
  void itpClustersAreReadCompressed() throws IOException {
    Path table = folder.resolve("cluster01.csv.gz");
    try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(table))) {
      file.write(ITP.getBytes(StandardCharsets.UTF_8));
    }
    ImportReport report = imported(table, Map.of());
    DatasetReader reader = DatasetReader.open(out());
    assertEquals(LocalDateTime.of(2021, 3, 5, 0, 0), reader.origin());
    assertEquals(3600, reader.trace().submitSeconds(0));
    assertEquals(
        JobId.parse("fb10987f-20ac-3703-eb67-146a77a6e17c").orElseThrow(), reader.trace().jobId(1));
    assertEquals(List.of(new VirtualCluster("cluster01", 2)), reader.cluster().virtualClusters());
    assertEquals("cluster01", reader.description().name());
    assertTrue(
        report.notes().contains("cluster01 has one node more, which a profiler can take."),
        report.notes().toString());
    assertEquals(List.of(), DatasetCheck.check(out()));
  }

  @Test
  void workloadsAreThoseOfTheGeneratorAndBlindToDurations() throws IOException {
    List<WorkloadProfile> drawn = workloads(PHILLY);
    assertEquals(drawn, workloads(PHILLY.replace(",7200.0,", ",86400.0,")));
    assertEquals(WorkloadModel.profiles(), DatasetReader.open(out()).profiles());
  }

  private List<WorkloadProfile> workloads(String table) throws IOException {
    imported("philly.csv", table);
    Trace trace = DatasetReader.open(out()).trace();
    return IntStream.range(0, trace.size()).mapToObj(trace::workloadProfile).toList();
  }

  @Test
  void sameSeedSameBytes() throws IOException {
    Path table = Files.writeString(folder.resolve("philly.csv"), PHILLY);
    List<byte[]> bytes = List.of(jobs(table, 1), jobs(table, 1), jobs(table, 2));
    assertEquals(new String(bytes.get(0), StandardCharsets.ISO_8859_1), latin(bytes.get(1)));
    assertNotEquals(latin(bytes.get(0)), latin(bytes.get(2)));
  }

  private byte[] jobs(Path table, long seed) throws IOException {
    imported(table, Map.of(option("seed"), seed));
    return Files.readAllBytes(out().resolve("jobs.csv.gz"));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void wrongOptionsAreTold() throws IOException {
    Path table = Files.writeString(folder.resolve("philly.csv"), PHILLY);
    assertRefused(
        table,
        Map.of(option("capacity"), 1.5, option("gpus-per-node"), 65L),
        "--capacity: expected a share above 0 and at most 1, found 1.5.\n"
            + "--gpus-per-node: expected 1 to 64, found 65");
  }

  @Test
  void wrongFieldsAreTold() throws IOException {
    Path table = folder.resolve("philly.csv");
    Files.writeString(table, PHILLY.replace("600.0,8,", "600.5,8,"));
    assertRefused(table, Map.of(), "philly.csv:2: duration: expected a whole number");
    Files.writeString(table, PHILLY.replace("2017-10-08", "2017-13-08"));
    assertRefused(table, Map.of(), "philly.csv:3: timestamp: expected a time");
    Files.writeString(table, PHILLY.replace(",103959", ","));
    assertRefused(table, Map.of(), "philly.csv:3: cluster: expected a text, found nothing");
    Files.writeString(table, PHILLY.replace("duration", "length"));
    assertRefused(table, Map.of(), "duration");
    Files.writeString(table, "timestamp,duration,num_gpus\n2017-10-08 23:00:00,0,1\n");
    assertRefused(table, Map.of(), "expected GPU jobs, found none; left out: 1 ran for 0 s");
    assertRefused(folder.resolve("none.csv"), Map.of(), "none.csv: there is no such file");
  }

  private void assertRefused(Path table, Map<ImportOption<?>, Object> values, String message) {
    DataException e = assertThrows(DataException.class, () -> imported(table, values));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(Files.notExists(out()));
  }
}
