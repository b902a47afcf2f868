package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.data.JobAttribute.MEMORY_MIB;
import static org.limpid.data.JobAttribute.PRIORITY;
import static org.limpid.data.JobAttribute.TIME_LIMIT;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.WorkloadProfile;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;

final class CsvImporterTest {
  /** Names of their own, not in order, and a job of each kind that can't be replayed. */
  private static final String OWN =
      """
      JobID,Owner,Pool,GPUs,Submitted,Runtime,Outcome,Remark
      17_3,ann,prod,8,2026-03-02 09:00:05,3600,ok,first
      17_2,,prod,2,2026-03-02 09:00:00,20.4,ok,
      5,bob,research,1,2026-03-02 08:00:00,0,cancelled,
      6,bob,research,0,2026-03-02 08:00:00,60,ok,
      7,bob,research,,2026-03-02 08:00:00,60,ok,
      8,bob,research,1,,60,ok,
      9,bob,research,1,2026-03-02 08:00:00,,ok,
      10,bob,research,0.5,2026-03-02 08:00:00,60,ok,
      11,bob,research,16,2026-03-02 08:30:00,60,ok,
      12,bob,research,4,2026-03-02 08:30:00,0.2,ok,
      """;

  private static final String MAP = "id=JobID,user=Owner,vc=Pool,gpus=GPUs,state=Outcome";

  /** With the steps that Slurm lists, a queued, a running and a cancelled job. */
  private static final String SLURM =
      """
      JobID|JobName|User|Partition|State|Submit|Start|End|Elapsed|AllocTRES|ReqMem|Timelimit|Priority
      40|train|ann|gpu|COMPLETED|2026-03-02T10:00:00|2026-03-02T10:05:00|2026-03-03T11:05:00|1-01:00:00|cpu=8,gres/gpu:a100=2,gres/gpu=2,mem=64G|64Gn|2-00:00:00|77
      40.batch|batch||||2026-03-02T10:05:00|2026-03-02T10:05:00|2026-03-03T11:05:00|1-01:00:00|cpu=8,mem=64G|||
      40.0|python||||2026-03-02T10:05:00|2026-03-02T10:05:00|2026-03-03T11:05:00|1-01:00:00|cpu=8,gres/gpu=2|||
      41|train|bob|gpu|CANCELLED by 1001|2026-03-02T10:00:00|None|2026-03-02T10:01:00|00:00:00|cpu=8,gres/gpu=1|64Gn|UNLIMITED|high
      42|train|bob|gpu|RUNNING|2026-03-02T10:00:00|2026-03-02T10:00:00|Unknown|05:00|cpu=8,gres/gpu=1|64Gn|UNLIMITED|1
      43|prep|bob|gpu|COMPLETED|2026-03-02T10:00:00|2026-03-02T10:00:00|2026-03-02T10:05:00|05:00|cpu=8,mem=4G|4G|UNLIMITED|1
      43.0|python||||2026-03-02T10:00:00|2026-03-02T10:00:00|2026-03-02T10:05:00|05:00|cpu=8,gres/gpu=0|||
      44|train|bob|gpu|CANCELLED by 1001|2026-03-02T10:00:00|2026-03-02T10:00:00|2026-03-02T10:05:00|05:00|cpu=8,gres/gpu=1|lots|UNLIMITED|high
      """;

  private static final String KUBERNETES =
      """
      name,namespace,nvidia.com/gpu,cpu,phase,creationTimestamp,startedAt,finishedAt
      train-a,nlp,4,500m,Succeeded,2026-03-02T09:00:00Z,2026-03-02T09:01:00Z,2026-03-02T09:11:00Z
      train-b,nlp,1,2,Failed,2026-03-02T10:30:00+01:00,2026-03-02T09:31:00Z,2026-03-02T09:32:00Z
      train-c,nlp,1,2,Pending,2026-03-02T09:40:00Z,,
      train-d,nlp,1,2,Running,2026-03-02T09:40:00Z,2026-03-02T09:41:00Z,
      train-e,nlp,1,2,Succeeded,2026-03-02T09:40:00Z,2026-03-02T09:41:00Z,2026-03-02T09:40:30Z
      """;

  /** As a spreadsheet writes it: semicolons, decimal commas, blanks, a blank row and a sum. */
  private static final String SHEET =
      """
      Who;GPUs used;When;Hours;Comment
      ann;2;02.03.2026 09:00;1,5;"a; b"
      ;1;02.03.2026 08:00;0,5;
      ;;;;
      ;;;2;sum
      """;

  @TempDir private Path folder;

  private ImportReport imported(Path table, Map<String, ?> values) {
    Map<ImportOption<?>, Object> options = new HashMap<>();
    values.forEach((name, value) -> options.put(option(name), value));
    return CsvImporter.IMPORTER.importing().apply(new ImportRequest(table, out(), true, options));
  }

  private ImportReport imported(String content, Map<String, ?> values) throws IOException {
    return imported(Files.writeString(folder.resolve("own.csv"), content), values);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private static ImportOption<?> option(String name) {
    return CsvImporter.IMPORTER.options().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Trace trace() {
    assertEquals(List.of(), DatasetCheck.check(out()));
    return DatasetReader.open(out()).trace();
  }

  private static <T> List<T> all(Trace trace, IntFunction<T> value) {
    return IntStream.range(0, trace.size()).mapToObj(value).toList();
  }

  private static void assertTold(ImportReport report, String note) {
    assertTrue(report.notes().contains(note), () -> String.join("\n", report.notes()));
  }

  /** 11 asks for 16 GPUs, and two nodes of 4 GPUs have 8. */
  @Test
  void jobsThatCanBeReplayedComeInOrder() throws IOException {
    ImportReport report =
        imported(OWN, Map.of("map", MAP, "nodes", "research=2,prod=4", "gpus-per-node", 4L));
    assertEquals(
        Map.of(
            "ran for 0 s", 1L,
            "CPU job", 1L,
            "without a number of GPUs", 1L,
            "without a time of submission", 1L,
            "without a duration", 1L,
            "with a share of a GPU", 1L,
            "larger than its virtual cluster", 1L),
        report.leftOut());
    Trace trace = trace();
    assertEquals(3, report.jobs());
    assertEquals(List.of(12L, "17_2", "17_3"), all(trace, row -> trace.jobId(row).value()));
    assertEquals(List.of("bob", "unknown", "ann"), all(trace, trace::user));
    assertEquals(List.of(1L, 20L, 3600L), all(trace, row -> trace.durationSeconds(row)));
    assertEquals(LocalDateTime.of(2026, 3, 2, 0, 0), DatasetReader.open(out()).origin());
    assertEquals(8 * 3600 + 1800, trace.submitSeconds(0));
    assertEquals(
        List.of(new VirtualCluster("research", 2), new VirtualCluster("prod", 4)),
        DatasetReader.open(out()).cluster().virtualClusters());
    assertTrue(DatasetReader.open(out()).profiler().isPresent());
  }

  @Test
  void whatIsFilledInIsTold() throws IOException {
    ImportReport report =
        imported(OWN, Map.of("map", MAP, "nodes", "research=2,prod=4", "gpus-per-node", 4L));
    assertTold(
        report,
        "Columns were read as by --map"
            + " submit=Submitted,duration=Runtime,gpus=GPUs,user=Owner,vc=Pool,id=JobID,state=Outcome.");
    assertTold(report, "Not read: Remark.");
    assertTold(report, "1 job names no user: it has the user 'unknown'.");
    assertTold(
        report,
        "Not in the table, and so unknown of all jobs: name, cpus, memory, nodes, time_limit,"
            + " priority.");
    assertTold(report, "Nodes have 4 GPUs of 24,576 MiB.");
    assertTold(
        report,
        "Workloads were drawn per user, GPU count and CPU count from those of the generator,"
            + " whatever its duration.");
  }

  /** 41 never started, 42 runs, 43 has no GPU: what is left of Slurm's eight rows are two jobs. */
  @Test
  void slurmIsReadWithoutAnOption() throws IOException {
    ImportReport report = imported(SLURM, Map.of());
    assertEquals(
        Map.of(
            "steps of jobs", 3L,
            "of jobs that had not ended", 1L,
            "CPU job", 1L,
            "of jobs that never started", 1L),
        report.leftOut());
    Trace trace = trace();
    assertEquals(List.of(40L, 44L), all(trace, row -> trace.jobId(row).value()));
    assertEquals(List.of(2, 1), all(trace, trace::gpuCount));
    assertEquals(90_000, trace.durationSeconds(0));
    assertEquals(300, trace.durationSeconds(1));
    assertEquals(List.of("COMPLETED", "CANCELLED"), all(trace, trace::state));
    assertEquals(65_536, trace.optional().number(MEMORY_MIB, 0));
    assertEquals(172_800, trace.optional().number(TIME_LIMIT, 0));
    assertFalse(trace.optional().has(TIME_LIMIT, 1));
    assertEquals(77, trace.optional().number(PRIORITY, 0));
    assertTold(
        report,
        "priority is not known of 1 job for which it can't be read, such as 'high' in line 9.");
    assertTold(
        report,
        "Durations such as 01:30 are minutes and seconds, as Slurm writes them, unless the name of"
            + " their column ends with hours or h.");
  }

  /** The second pod comes half an hour after the first: 10:30 is an hour ahead of UTC. */
  @Test
  void kubernetesIsReadWithoutAnOption() throws IOException {
    ImportReport report = imported(KUBERNETES, Map.of());
    assertEquals(
        Map.of(
            "of jobs that never started", 1L,
            "of jobs that had not ended", 1L,
            "with a negative duration", 1L),
        report.leftOut());
    Trace trace = trace();
    assertEquals(List.of(4, 1), all(trace, trace::gpuCount));
    assertEquals(List.of(1, 2), all(trace, trace::cpuCount));
    assertEquals(List.of("train-a", "train-b"), all(trace, trace::jobName));
    assertEquals(1800, trace.submitSeconds(1) - trace.submitSeconds(0));
    assertEquals(600, trace.durationSeconds(0));
    assertEquals(List.of(1L, 2L), all(trace, row -> trace.jobId(row).value()));
    assertTold(report, "The table has no ids: jobs are called by the numbers of their rows.");
    assertTold(report, "The table names no users: each virtual cluster counts as one.");
    assertTold(report, "Times are those of UTC.");
  }

  @Test
  void spreadsheetsAreReadWithWhatTheMessageProposes() throws IOException {
    Path table = Files.writeString(folder.resolve("sheet.csv"), '\ufeff' + SHEET);
    assertRefused(
        table,
        Map.of(),
        "sheet.csv: expected columns that say when jobs were submitted (submit), how many GPUs they"
            + " had (gpus); found Who, GPUs used, When, Hours, Comment. Maybe --map"
            + " 'submit=When,gpus=GPUs used'.");
    ImportReport report =
        imported(table, Map.of("map", "submit=When,gpus=GPUs used,user=who", "nodes", "2"));
    assertEquals(Map.of("without a number of GPUs", 2L), report.leftOut());
    Trace trace = trace();
    assertEquals(List.of("unknown", "ann"), all(trace, trace::user));
    assertEquals(5400, trace.durationSeconds(1));
    assertEquals(3600, trace.submitSeconds(1) - trace.submitSeconds(0));
    assertEquals(
        List.of(new VirtualCluster("sheet", 2)),
        DatasetReader.open(out()).cluster().virtualClusters());
    assertTold(report, "Numbers of Hours count 3600 s each, as its name says.");
  }

  /** 1598918403 s are 00:00:03 of 1 September 2020; the second clock counts thousandths. */
  @Test
  void unixTimesAndSmallNumbersAreTold() throws IOException {
    ImportReport unix =
        imported("submit,gpus,duration\n1598918403,1,100\n1598918404000,1,9\n", Map.of());
    assertEquals(LocalDateTime.of(2020, 9, 1, 0, 0), DatasetReader.open(out()).origin());
    assertEquals(List.of(3L, 4L), all(trace(), row -> trace().submitSeconds(row)));
    assertTold(unix, "Times are those of UTC.");
    ImportReport counted = imported("submit,gpus,duration\n30,1,100\n0,1,9\n", Map.of());
    assertEquals(List.of(0L, 30L), all(trace(), row -> trace().submitSeconds(row)));
    assertTold(
        counted,
        "Times are small numbers: seconds from a moment that the table doesn't tell. Here it is the"
            + " start of 1970, so that days of the week mean nothing.");
  }

  @Test
  void idsThatOthersHaveAreMadeDifferent() throws IOException {
    ImportReport report =
        imported(
            """
            id,submit,gpus,duration
            7.0,1,1,10
            7,2,1,10
            007,3,1,10
            ,4,1,10
            """,
            Map.of());
    Trace trace = trace();
    assertEquals(List.of(7L, "7-2", "7-3", "row5"), all(trace, row -> trace.jobId(row).value()));
    assertTold(report, "2 jobs have the id of another one: -2, -3 and so on is added to it.");
    assertTold(report, "1 job has no usable id: it is called row and the number of its line.");
  }

  /** Where jobs start at once, one column says both. */
  @Test
  void oneColumnMaySayTwoThings() throws IOException {
    imported(
        "Begin,Stop,Cards\n100,160,2\n",
        Map.of("map", "submit=Begin,start=Begin,end=Stop,gpus=Cards"));
    assertEquals(60, trace().durationSeconds(0));
  }

  /**
   * Of prod 2 GPUs are in use for five seconds, then 10 for one, so that its largest job decides:
   * one node. All jobs of research come in the same second and hold 20 GPUs: three nodes, and one
   * more for the profiler.
   */
  @Test
  void nodesFollowFromUseWhereNobodySaysThem() throws IOException {
    ImportReport report = imported(OWN, Map.of("map", MAP));
    assertEquals(
        List.of(new VirtualCluster("prod", 1), new VirtualCluster("research", 4)),
        DatasetReader.open(out()).cluster().virtualClusters());
    assertTold(report, "research has one node more, which a profiler can take.");
    assertTrue(DatasetReader.open(out()).profiler().isPresent());
  }

  @Test
  void withoutASpareNodeThereIsNoProfiler() throws IOException {
    ImportReport report = imported("submit,gpus,duration\n30,1,100\n", Map.of("nodes", "1"));
    assertTrue(DatasetReader.open(out()).profiler().isEmpty());
    assertTold(
        report,
        "No virtual cluster can spare a node, so there is no profiler: 'limpid reproduce' does"
            + " without, and so does 'limpid simulate' with --profiler-nodes 0.");
  }

  @Test
  void workloadsDependOnTheSeedAndNotOnDurations() throws IOException {
    List<WorkloadProfile> drawn = workloads(OWN, 1);
    assertEquals(drawn, workloads(OWN.replace(",3600,", ",86400,"), 1));
    assertNotEquals(drawn, workloads(OWN, 2));
  }

  private List<WorkloadProfile> workloads(String table, long seed) throws IOException {
    imported(table, Map.of("map", MAP, "seed", seed));
    Trace trace = trace();
    return all(trace, trace::workloadProfile);
  }

  @Test
  void gzippedTablesAreReadToo() throws IOException {
    Path table = folder.resolve("jobs.tsv.gz");
    try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(table))) {
      file.write("gpus\tsubmit\tduration\n2\t5\t10\n".getBytes(StandardCharsets.UTF_8));
    }
    imported(table, Map.of());
    assertEquals(List.of("jobs"), trace().virtualClusterNames());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          map   | submitt=Submitted  | --map: expected the name of a column of Limpid before =, found 'submitt'. Maybe 'submit' was meant.
          map   | submit=Submited    | --map: own.csv has no column 'Submited'. Maybe 'Submitted' was meant.
          map   | Submitted=submit   | --map: expected the name of a column of Limpid before =, found 'Submitted'. Maybe the other way round: --map submit=Submitted.
          map   | submit             | --map: expected NAME=VALUE,..., found 'submit'.
          map   | id=JobID,id=Pool   | --map: expected each name once, found 'id' twice.
          nodes | prd=4,research=4   | --nodes: no job is of virtual cluster 'prd'. Maybe 'prod' was meant.
          nodes | prod=none          | --nodes: expected 1 to 1,000,000 nodes, found 'none'.
          nodes | 4                  | --nodes: expected the nodes of each virtual cluster, as the table has 2. Maybe --nodes prod=N,research=N.
          """)
  void wrongOptionsAreTold(String option, String value, String message) throws IOException {
    Path table = Files.writeString(folder.resolve("own.csv"), OWN);
    assertRefused(table, Map.of(option, value), message);
  }

  @Test
  void theProposedOptionHasWhatWasGivenToo() throws IOException {
    Path table = Files.writeString(folder.resolve("own.csv"), "x,When,Cards\n1,2026-03-02,8\n");
    assertRefused(
        table, Map.of("map", "duration=x"), "Maybe --map duration=x,submit=When,gpus=Cards.");
    assertRefused(
        table, Map.of("map", "submit_time=When,gpu_num=Cards"), "how long they ran (duration");
  }

  @Test
  void realStartsAreKept() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("own.csv"),
            """
            id,gpus,submit,start,end
            1,8,2026-03-02 09:00:00,2026-03-02 09:10:00,2026-03-02 10:00:00
            2,8,2026-03-02 09:30:00,2026-03-02 09:20:00,2026-03-02 10:00:00
            """);
    ImportReport report = imported(table, Map.of());
    Trace trace = trace();
    assertEquals(600, trace.optional().number(JobAttribute.START_TIME, 0) - trace.submitSeconds(0));
    assertEquals(3600, trace.optional().number(JobAttribute.END_TIME, 0) - trace.submitSeconds(0));
    assertEquals(false, trace.optional().has(JobAttribute.START_TIME, 1));
    assertTold(
        report,
        "1 job started before it was submitted, so its real start is not taken. Maybe a clock"
            + " was set back.");
  }

  /** Times count from the first submission. */
  @Test
  void centuriesBetweenJobsAreTold() throws IOException {
    Path table = folder.resolve("own.csv");
    Files.writeString(
        table,
        """
        id,gpus,submit,duration
        1,1,0226-03-02 09:00:00,60
        2,1,2026-03-02 09:00:00,60
        """);
    assertRefused(
        table, Map.of(), "submit_time: expected a time at most 10000000000 s after the origin");
  }

  @Test
  void wrongFieldsAreTold() throws IOException {
    Path table = folder.resolve("own.csv");
    Files.writeString(table, OWN.replace(",3600,", ",long,"));
    assertRefused(table, Map.of(), "own.csv:2: Runtime: expected a duration: seconds, or a time");
    Files.writeString(table, OWN.replace(",8,2026", ",eight,2026"));
    assertRefused(table, Map.of(), "own.csv:2: GPUs: expected a number of GPUs");
    Files.writeString(table, OWN.replace("2026-03-02 09:00:05", "3/2/2026"));
    assertRefused(
        table,
        Map.of(),
        "own.csv:2: Submitted: expected a date that can be read in one way only, or --dates"
            + " day-first or month-first, found '3/2/2026'.");
    Files.writeString(table, "submit,gpus,duration\n5,0,10\n");
    assertRefused(table, Map.of(), "expected GPU jobs, found none; left out: 1 CPU job");
    Files.writeString(table, "submit,gpus,duration\n5,9,10\n");
    assertRefused(table, Map.of("nodes", "1"), "Maybe nodes have more GPUs: --gpus-per-node.");
    Files.writeString(table, "");
    assertRefused(table, Map.of(), "the file is empty");
    Files.writeString(table, "submit,\"gpus,duration\n5,9,10\n");
    assertRefused(table, Map.of(), "Maybe a quotation mark is not closed.");
    assertRefused(folder.resolve("none.csv"), Map.of(), "none.csv: there is no such file");
  }

  private void assertRefused(Path table, Map<String, ?> values, String message) {
    DataException e = assertThrows(DataException.class, () -> imported(table, values));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertEquals(1, e.count());
    assertTrue(Files.notExists(out()));
  }
}
