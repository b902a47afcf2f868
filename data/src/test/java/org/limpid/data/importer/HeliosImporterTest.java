package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;

class HeliosImporterTest {
  private static final String LOG =
      """
      job_id,user,vc,gpu_num,cpu_num,node_num,state,submit_time,start_time,end_time,duration,queue
      4,ann,blue,1,4,1,COMPLETED,2020-04-02 08:00:05,2020-04-02 08:00:05,2020-04-02 08:10:05,600,0
      5,ann,blue,0,4,1,COMPLETED,2020-04-02 08:00:05,2020-04-02 08:00:05,2020-04-02 08:10:05,600,0
      2,bob,blue,16,4,2,FAILED,2020-04-02 08:00:00,2020-04-02 08:00:05,2020-04-02 08:10:05,40000,0
      3,bob,blue,24,4,2,FAILED,2020-04-02 08:00:00,2020-04-02 08:00:05,2020-04-02 08:10:05,600,0
      6,bob,blue,8,4,1,CANCELLED,2020-04-02 09:00:00,None,2020-04-02 09:10:05,0,600
      7,cat,cpus,8,4,1,COMPLETED,2020-04-02 09:00:00,2020-04-02 08:00:05,2020-04-02 08:10:05,600,0
      1,ann,blue,1,4,1,COMPLETED,2020-04-02 08:00:05,2020-04-02 08:00:05,2020-04-02 08:10:05,36000,0
      """;
  private static final Profiles PROFILES = profiles();

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void writeTraces() throws IOException {
    out = folder.resolve("out");
    write("cluster_log.csv", LOG);
    write(
        "cluster_gpu_number.csv",
        "date,total,blue,cpus,red\n2020-04-01,8,8,0,\n2020-04-02,17,12,0,5.0\n");
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve("traces/data/Venus").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void virtualClusterOfTwoColumnsIsRefused() throws IOException {
    write("cluster_gpu_number.csv", "date,total,blue,blue\n2020-04-01,8,8,0\n2020-04-02,8,8,0\n");
    assertRefused("cluster_gpu_number.csv:1: blue: expected each virtual cluster once");
  }

  @Test
  void nulBytesInNamesAreRefused() throws IOException {
    write("cluster_gpu_number.csv", "date,total,bl\0e\n2020-04-01,8,8\n2020-04-02,8,8\n");
    assertRefused("cluster_gpu_number.csv:1: expected text without NUL bytes, found 'bl\\u0000e'");
  }

  /** It would make a data set that Limpid cannot read. */
  @Test
  void timesFarAwayAreRefused() throws IOException {
    write("cluster_log.csv", LOG.replaceFirst("2020-04-02 08:00:05", "9999-12-31 23:59:59"));
    assertRefused("cluster_log.csv:2: submit_time: expected a time at most 10,000,000,000 s after");
  }

  private void assertRefused(String message) {
    HeliosImporter.Options options = defaults(PROFILES);
    DataException e = assertThrows(DataException.class, () -> importAll(options));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(Files.notExists(out));
  }

  /** 12 GPUs need two nodes, 5 one. */
  @Test
  void nodesAreThoseOfTheLargestDay() {
    importAll(defaults(PROFILES));
    assertEquals(
        List.of(new VirtualCluster("blue", 2), new VirtualCluster("red", 1)),
        DatasetReader.open(out).cluster().virtualClusters());
  }

  @Test
  void takesTheGpuJobsThatCanRun() {
    ImportReport report = importAll(defaults(PROFILES));
    assertEquals(
        Map.of(
            "CPU job",
            1L,
            "ran for 0 s",
            1L,
            "of a virtual cluster that never had a GPU",
            1L,
            "larger than its virtual cluster",
            1L),
        report.leftOut());
    DatasetReader reader = DatasetReader.open(out);
    Trace trace = reader.trace();
    assertEquals(
        List.of(2L, 4L, 1L),
        List.of(trace.jobId(0).value(), trace.jobId(1).value(), trace.jobId(2).value()));
    assertEquals(LocalDateTime.of(2020, 4, 2, 0, 0), reader.origin());
    assertEquals(0, reader.startSeconds());
    assertEquals(8 * 3600 + 5, trace.submitSeconds(1));
    assertEquals(List.of(), DatasetCheck.check(out));
  }

  /** On the day of the jobs "cpus" has no GPU, though it had 8 the day before. */
  @Test
  void virtualClustersWithoutGpusInThePeriodGetNoNodes() throws IOException {
    write(
        "cluster_gpu_number.csv",
        "date,total,blue,cpus\n2020-04-01,24,16,8\n2020-04-02,16,16,0\n2020-04-03,24,16,8\n");
    ImportReport report = importAll(defaults(PROFILES));
    assertEquals(
        List.of(new VirtualCluster("blue", 2)),
        DatasetReader.open(out).cluster().virtualClusters());
    assertEquals(1L, report.leftOut().get("of a virtual cluster without GPUs on 2020-04-02"));
    assertTrue(report.notes().getFirst().contains("that of 2020-04-02"), report.notes().toString());
  }

  @Test
  void rowsThatAreNoJobsAreLeftOutByReason() throws IOException {
    String row = "%d,ann,blue,%s,4,1,%s,%s,2020-04-02 09:00:00,%s,%s,0%n";
    String time = "2020-04-02 09:00:00";
    write(
        "cluster_log.csv",
        LOG
            + row.formatted(20, "1", "RUNNING", time, "", "")
            + row.formatted(21, "1", "FAILED", "None", "None", "100")
            + row.formatted(22, "1", "FAILED", "", time, "100")
            + row.formatted(23, "1", "COMPLETED", time, time, "-7")
            + row.formatted(24, "null", "COMPLETED", time, time, "7")
            + row.formatted(25, "1", "PENDING", time, time, "7"));
    Map<String, Long> leftOut = importAll(defaults(PROFILES)).leftOut();
    assertEquals(1, leftOut.get("without a duration"));
    assertEquals(2, leftOut.get("without a time of submission"));
    assertEquals(1, leftOut.get("with a negative duration"));
    assertEquals(1, leftOut.get("without a number of GPUs"));
    assertEquals(1, leftOut.get("of jobs that had not ended"));
    assertEquals(3, DatasetReader.open(out).trace().size());
  }

  /** Every duration is missing, so "duration" is not what was meant. */
  @Test
  void aFileWithoutDurationsIsRefused() throws IOException {
    write("cluster_log.csv", LOG.replaceAll("(?m),(600|40000|0|36000),(0|600)$", ",None,$2"));
    assertRefused("expected jobs in most rows, but 6 of 6 must be left out: 6 without a duration");
  }

  @ParameterizedTest
  @CsvSource({"usual, 2", "max, 3", "2020-04-03, 3", "2020-04-02, 2"})
  void capacityMayBeChosen(String capacity, int nodes) throws IOException {
    write("cluster_gpu_number.csv", "date,total,blue\n2020-04-02,16,16\n2020-04-03,24,24\n");
    importAll(withCapacity(PROFILES, capacity));
    assertEquals(
        List.of(new VirtualCluster("blue", nodes)),
        DatasetReader.open(out).cluster().virtualClusters());
  }

  @ParameterizedTest
  @CsvSource({
    "2020-05-01, 'expected a day of cluster_gpu_number.csv, 2020-04-01 to 2020-04-02'",
    "most, 'expected usual, max or a day'"
  })
  void wrongCapacitiesAreTold(String capacity, String message) {
    HeliosImporter.Options options = withCapacity(PROFILES, capacity);
    DataException e = assertThrows(DataException.class, () -> importAll(options));
    assertTrue(e.getMessage().contains("--capacity: " + message), e.getMessage());
  }

  @Test
  void archivesAreTold() throws IOException {
    Path download = Files.createDirectories(folder.resolve("download"));
    Files.writeString(download.resolve("HeliosData-main.tar.gz"), "packed");
    HeliosImporter.Options options = defaults(PROFILES);
    DataException e =
        assertThrows(
            DataException.class, () -> HeliosImporter.importFrom(download, "Saturn", out, options));
    assertEquals(1, e.count());
    assertTrue(
        e.getMessage().endsWith("Maybe unpack HeliosData-main.tar.gz first."), e.getMessage());
  }

  @Test
  void windowMayBeChosen() {
    LocalDateTime day = LocalDateTime.of(2020, 4, 2, 0, 0);
    importAll(
        new HeliosImporter.Options(
            PROFILES,
            AssignmentRule.GROUP,
            1,
            Optional.of(day.plusHours(8).plusSeconds(5)),
            Optional.of(day.plusDays(1)),
            "usual",
            false));
    DatasetReader reader = DatasetReader.open(out);
    assertEquals(2, reader.trace().size());
    assertEquals(day, reader.origin());
    assertEquals(8 * 3600 + 5, reader.startSeconds());
    assertEquals(8 * 3600 + 5, reader.trace().submitSeconds(0));
  }

  @Test
  void similarJobsOfAUserShareAWorkloadWhateverTheirDuration() {
    importAll(defaults(PROFILES));
    Trace trace = DatasetReader.open(out).trace();
    assertEquals(trace.workloadProfile(1), trace.workloadProfile(2));
  }

  @Test
  void drawsDependOnTheSeedAndOnUserAndSizeOnly() {
    assertEquals(draws(1, 50), draws(1, 500_000));
    assertNotEquals(draws(1, 50), draws(2, 50));
    assertEquals(PROFILES.singles().size(), draws(1, 50).stream().distinct().count());
  }

  private static List<WorkloadProfile> draws(long seed, long durationSeconds) {
    WorkloadAssignment assignment = new WorkloadAssignment(AssignmentRule.GROUP, PROFILES, seed);
    return IntStream.range(0, 200)
        .mapToObj(i -> assignment.assign(job(i, "user" + i, durationSeconds)).profile())
        .toList();
  }

  @Test
  void artifactRuleFollowsTheTrueDuration() {
    WorkloadAssignment assignment = new WorkloadAssignment(AssignmentRule.ARTIFACT, PROFILES, 1);
    for (int i = 0; i < 100; i++) {
      assertTrue(List.of("VGG", "PPO").contains(model(assignment, i, 3 * 3600)));
      assertEquals("LSTM", model(assignment, i, 3 * 3600 + 1));
      assertEquals("LSTM", model(assignment, i, 10 * 3600));
      assertEquals("BERT", model(assignment, i, 10 * 3600 + 1));
    }
  }

  private static String model(WorkloadAssignment assignment, int id, long durationSeconds) {
    return assignment.assign(job(id, "ann", durationSeconds)).profile().workload().model();
  }

  @Test
  void emptyProfileTableIsRefused() {
    assertThrows(DataException.class, () -> importAll(defaults(Profiles.EMPTY)));
  }

  @Test
  void problemsNameTheSource() throws IOException {
    write("cluster_log.csv", LOG.replace("4,ann", "2,ann").replace(",36000,", ",36x,"));
    DataException e = assertThrows(DataException.class, () -> importAll(defaults(PROFILES)));
    assertTrue(e.getMessage().contains("cluster_log.csv:8: duration"), e.getMessage());
  }

  /** The whole trace, workloads by user and size, seed 1. */
  private static HeliosImporter.Options defaults(Profiles profiles) {
    return withCapacity(profiles, "usual");
  }

  private static HeliosImporter.Options withCapacity(Profiles profiles, String capacity) {
    return new HeliosImporter.Options(
        profiles, AssignmentRule.GROUP, 1, Optional.empty(), Optional.empty(), capacity, false);
  }

  private ImportReport importAll(HeliosImporter.Options options) {
    return HeliosImporter.importFrom(folder.resolve("traces"), "Venus", out, options);
  }

  private static Trace.Job job(int id, String user, long durationSeconds) {
    return new Trace.Job(id, user, "blue", "", 1, 4, "COMPLETED", 0, durationSeconds, null);
  }

  private static Profiles profiles() {
    List<SingleProfile> singles = new ArrayList<>();
    for (String model : List.of("VGG", "PPO", "LSTM", "BERT")) {
      for (int batchSize : List.of(32, 64)) {
        Workload workload = new Workload(model, "data", batchSize, false);
        singles.add(new SingleProfile(new WorkloadProfile(workload, 10, 50, 20, 4000), 1));
      }
    }
    return new Profiles(singles, List.of());
  }
}
