package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.NodeGroup;
import org.limpid.data.OptionalColumns;
import org.limpid.data.Trace;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Columns of jobs and groups of nodes that not every data set has. */
class OptionalDataTest {
  private static final String ALL =
      Arrays.stream(JobAttribute.values())
          .map(JobAttribute::columnName)
          .collect(Collectors.joining(","));
  private static final String ROW =
      "A100|V100,15500,1,64,1,2048,3600,-5,HP,900,g1,gang,12,160,130,190,2,n1|n2,0,3,1,70000,VGG/64,VGG,250000000";
  private static final String SCALING = "model,batch_size,most_gpus,1,8,16\nVGG,64,8,2,9.5,12\n";
  private static final String SENSITIVITY =
      """
      {"cpusPerGpu": [1, 3], "memoryGbPerGpu": [20, 60], "models": {"VGG": {"cpusPerGpu": 3,
        "memoryGbPerGpu": 60, "iterationSeconds": 0.5, "bestSpeedup": 1, "speeds": [[0, 1], [1, 1]]}}}
      """;
  private static final String GROUPS =
      """
      vc,num,gpus_per_node,gpu_type,cpus_per_node,memory_mib,gpu_memory_mib
      blue,1,8,A100,96,512000,40960
      blue,1,8,V100,64,256000,24576
      """;

  @TempDir private Path folder;
  private SmallDataset dataset;

  @BeforeEach
  void writeDataset() {
    dataset = new SmallDataset(folder.resolve("data"));
  }

  /** Adds columns to the jobs; all but the last job have nothing there. */
  private void jobsWith(String columns, String values) {
    String[] lines = SmallDataset.JOBS.split("\n");
    String empty = ",".repeat(columns.split(",").length);
    dataset.with(
        "jobs.csv",
        String.join(
            "\n",
            lines[0] + "," + columns,
            lines[1] + empty,
            lines[2] + empty,
            lines[3] + "," + values,
            ""));
    if (columns.contains("scaling")) {
      dataset.withScaling(SCALING);
    }
    if (columns.contains("sensitivity")) {
      dataset.withSensitivity(SENSITIVITY);
    }
  }

  private void groups(String content) {
    dataset.with(
        DatasetDescription.FILE_NAME,
        SmallDataset.DESCRIPTION.replace(
            "\"gpusPerNode\"", "\"nodeGroups\": \"groups.csv\", \"gpusPerNode\""));
    dataset.with("groups.csv", content);
  }

  private Problem onlyProblem() {
    List<Problem> problems = DatasetCheck.check(dataset.folder);
    assertEquals(1, problems.size(), problems.toString());
    return problems.getFirst();
  }

  @Test
  void allColumnsAreRead() {
    jobsWith(ALL, ROW);
    assertEquals(List.of(), DatasetCheck.check(dataset.folder));
    OptionalColumns columns = dataset.open().trace().optional();
    assertEquals(EnumSet.allOf(JobAttribute.class), columns.present());
    assertEquals(OptionalColumns.UNKNOWN, columns.number(JobAttribute.DEADLINE, 0));
    assertEquals(15_500, columns.number(JobAttribute.GPU_MILLI, 2));
    assertEquals(1, columns.number(JobAttribute.MIN_GPU_NUM, 2));
    assertEquals(64, columns.number(JobAttribute.MAX_GPU_NUM, 2));
    assertEquals(1, columns.number(JobAttribute.WHOLE_NODES, 2));
    assertEquals(2048, columns.number(JobAttribute.MEMORY_MIB, 2));
    assertEquals(3600, columns.number(JobAttribute.TIME_LIMIT, 2));
    assertEquals("HP", columns.text(JobAttribute.JOB_CLASS, 2));
    assertEquals("g1", columns.text(JobAttribute.JOB_GROUP, 2));
    assertEquals("gang", columns.text(JobAttribute.GROUP_KIND, 2));
    assertEquals(0, columns.predecessorRow(2));
    assertEquals(130, columns.number(JobAttribute.START_TIME, 2));
    assertEquals(190, columns.number(JobAttribute.END_TIME, 2));
    assertEquals(2, columns.number(JobAttribute.NODE_NUM, 2));
    assertEquals("n1|n2", columns.text(JobAttribute.NODE_NAMES, 2));
    assertEquals(3, columns.number(JobAttribute.ATTEMPTS, 2));
    assertEquals(1, columns.number(JobAttribute.RUNNING_AT_START, 2));
    assertEquals(70_000, columns.number(JobAttribute.ITERATIONS, 2));
    assertEquals("VGG/64", columns.text(JobAttribute.SCALING, 2));
    assertEquals("VGG", columns.text(JobAttribute.SENSITIVITY, 2));
    assertEquals(250_000_000, columns.number(JobAttribute.SUBMIT_NANOS, 2));
  }

  /** What is read and written again is the same file, with and without the columns. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void filesReadBackAsTheyWere(boolean withColumns) throws Exception {
    dataset.with("vc.csv", "vc,num\nblue,2\ngreen,1\n");
    if (withColumns) {
      groups(GROUPS);
      jobsWith(ALL, ROW);
    }
    DatasetReader reader = dataset.open();
    Path target = folder.resolve("target");
    try (DatasetWriter writer = DatasetWriter.create(target, reader.description(), false)) {
      writer.virtualClusters(reader.cluster().virtualClusters());
      writer.jobs(reader.trace());
      for (String name : List.of("series.csv", "forecast.csv", "guess.csv", "single.csv")) {
        writer.copy(name, dataset.folder.resolve(name));
      }
      writer.copy("pairs.csv", dataset.folder.resolve("pairs.csv"));
      if (withColumns) {
        writer.copy("scaling.csv", dataset.folder.resolve("scaling.csv"));
        writer.copy("sensitivity.json", dataset.folder.resolve("sensitivity.json"));
      }
      writer.commit();
    }
    for (String name : List.of("jobs.csv", "vc.csv")) {
      assertArrayEquals(
          Files.readAllBytes(dataset.folder.resolve(name)),
          Files.readAllBytes(target.resolve(name)),
          name);
    }
    assertEquals(withColumns, Files.exists(target.resolve("groups.csv")));
    assertEquals(reader.description(), DatasetReader.open(target).description());
    assertEquals(reader.cluster(), DatasetReader.open(target).cluster());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          min_gpu_num; 0; whole number of 1 to
          min_gpu_num; 64; expected at most gpu_num
          max_gpu_num; 0; whole number of 1 to
          whole_nodes; 2; expected 0 or 1
          memory_mib; 0; whole number of 1 to
          time_limit; 0; whole number of 1 to
          time_limit; 1.5; whole number of 1 to
          priority; high; whole number
          deadline; 160; deadline after 160, when the job was submitted
          deadline; 1585800000; not seconds since 1970 (2020-04-02
          group_kind; gang; where there is a job_group
          group_kind; pair; expected one of gang, array, chain
          predecessor; 13; job_id of an earlier row
          predecessor; 99; job_id of an earlier row
          predecessor; 17_3; job_id of an earlier row
          start_time; 150; expected a start at 160
          end_time; 150; expected an end at 160
          node_num; 0; whole number of 1 to
          censored; 2; expected 0 or 1
          attempts; 0; whole number of 1 to
          running_at_start; yes; expected 0 or 1
          iterations; 0; whole number of 1 to
          scaling; VGG; curve of the table of scaling curves, as model/batch_size
          sensitivity; LSTM; a model of the table of sensitivity
          submit_nanos; 1000000000; whole number of 0 to 999999999
          """)
  void problemsAreTold(String column, String value, String message) {
    jobsWith(
        column + (column.equals("group_kind") && value.equals("pair") ? ",job_group" : ""),
        value + (value.equals("pair") ? ",g" : ""));
    Problem problem = onlyProblem();
    assertEquals(4, problem.line());
    assertEquals(column, problem.column());
    assertEquals(value, problem.value());
    assertTrue(problem.toString().contains(message), problem.toString());
  }

  @Test
  void whatRanAtTheStartMayHaveStartedBefore() {
    jobsWith("start_time,running_at_start", "-500,1");
    assertEquals(List.of(), DatasetCheck.check(dataset.folder));
    assertEquals(-500, dataset.open().trace().optional().number(JobAttribute.START_TIME, 2));
  }

  @Test
  void groupsOfNodesAddUp() {
    groups(GROUPS);
    ClusterDescription cluster = dataset.open().cluster();
    assertEquals(24, cluster.gpuCount());
    assertEquals(
        List.of(
            new NodeGroup(1, 8, "A100", 96, 512_000, 40_960),
            new NodeGroup(1, 8, "V100", 64, 256_000, 24_576),
            new NodeGroup(1, 8, "", 96, 0, 24_576)),
        cluster.groups());
    groups(GROUPS.replace("blue,1,8,V100", "blue,2,8,V100"));
    assertEquals("expected groups of 2 nodes in all for blue, found 3", onlyProblem().message());
    groups(GROUPS.replace("blue,1,8,V100", "bleu,1,8,V100"));
    assertEquals("expected a virtual cluster of the cluster", onlyProblem().message());
    groups(GROUPS.replace("blue,1,8,V100", "blue,1,65,V100"));
    assertEquals("gpus_per_node", onlyProblem().column());
  }

  @Test
  void jobsFitTheirVirtualCluster() {
    groups(GROUPS.replace("blue,1,8,V100", "blue,1,4,V100"));
    assertTrue(onlyProblem().message().contains("at most the 12 GPUs of virtual cluster blue"));
    groups(GROUPS);
    jobsWith("gpu_type", "H100|P100");
    assertEquals("expected a GPU type of blue, which has A100, V100", onlyProblem().message());
    jobsWith("gpu_type", "H100|V100");
    assertEquals(List.of(), DatasetCheck.check(dataset.folder));
  }

  @Test
  void nodesOfOneVirtualClusterHaveEquallyManyGpus() {
    groups(GROUPS.replace("blue,1,8,V100", "blue,1,4,V100"));
    DataException several = assertThrows(DataException.class, dataset.open()::uniformCluster);
    assertTrue(
        several
            .getMessage()
            .contains("expected nodes of blue with equally many GPUs, as simulations need them;"),
        several.getMessage());
    assertTrue(several.getMessage().contains("found 1 x 8 A100, 1 x 4 V100"));
    groups("vc,num,gpus_per_node,gpu_memory_mib\nblue,2,4,1000\ngreen,1,2,2000\n");
    ClusterDescription mixed = dataset.open().uniformCluster();
    assertEquals(List.of(4, 2), mixed.virtualClusters().stream().map(mixed::gpusPerNode).toList());
    assertEquals(10, mixed.gpuCount());
    assertEquals(1000, mixed.gpuMemoryMib());
  }

  @Test
  void nodesWithEquallyManyGpusNeedNoGroups() {
    groups("vc,num,gpus_per_node,gpu_memory_mib\nblue,2,4,1000\ngreen,1,4,1000\n");
    ClusterDescription uniform = dataset.open().uniformCluster();
    assertEquals(12, uniform.gpuCount());
    assertEquals(1000, uniform.gpuMemoryMib());
    assertTrue(uniform.virtualClusters().stream().allMatch(vc -> vc.groups().isEmpty()));
  }

  @Test
  void partsOfGpusAreRoundedUp() {
    jobsWith("gpu_milli", "15001");
    assertEquals(List.of(), DatasetCheck.check(dataset.folder));
    jobsWith("gpu_milli", "15000");
    assertEquals("expected thousandths of 16 GPUs, rounded up", onlyProblem().message());
  }

  @Test
  void summaryNamesWhatIsThere() {
    assertTrue(!JsonMapper.shared().writeValueAsString(summary()).contains("optional"));
    groups(GROUPS);
    jobsWith(ALL, ROW);
    String text = DatasetSummaryText.of(summary());
    assertTrue(text.contains("optional columns of jobs: gpu_type, gpu_milli, "), text);
    assertTrue(text.contains("nodes by kind: 1 x 8 A100, 1 x 8 V100, 1 x 8 GPUs\n"), text);
    String json = JsonMapper.shared().writeValueAsString(summary());
    assertTrue(json.contains("\"optionalColumns\":[\"gpu_type\""), json);
    assertTrue(json.contains("\"gpuType\":\"V100\""), json);
  }

  private DatasetSummary summary() {
    return DatasetSummary.of(dataset.open());
  }

  @Test
  void columnsThatNobodyLooksAtAreNamed() {
    Trace plain = dataset.open().trace();
    assertEquals(List.of(), DatasetNotices.unused(plain, Set.of()));
    jobsWith("deadline,priority", "900,1");
    assertEquals(
        List.of("Nothing in this run looks at: priority, deadline."),
        DatasetNotices.unused(dataset.open().trace(), Set.of(JobAttribute.TIME_LIMIT)));
    assertEquals(
        List.of("Nothing in this run looks at: priority."),
        DatasetNotices.unused(dataset.open().trace(), Set.of(JobAttribute.DEADLINE)));
  }

  @Test
  void identifiersMayBeTexts() {
    dataset.jobs("\n11,bob", "\n17_3,bob");
    dataset.with("guess.csv", "job_id,priority\n17_3,10.5\n11,1\n13,-7\n");
    assertEquals(List.of(), DatasetCheck.check(dataset.folder));
    DatasetReader reader = dataset.open();
    assertEquals("17_3", reader.trace().jobId(1).value());
    assertEquals(13L, reader.trace().jobId(2).value());
    assertEquals(10.5, reader.estimates("guess", reader.trace()).seconds(1));
    assertEquals(-7, reader.estimates("guess", reader.trace()).seconds(2));
  }

  @ParameterizedTest
  @CsvSource({
    "-5, whole number of at least 0",
    "1.5, whole number of at least 0",
    "1e3, whole number of at least 0",
    "99999999999999999999, whole number of at least 0",
    "None, whole number of at least 0",
    "'', whole number of at least 0",
    "12, job number 1 of the file has it"
  })
  void numbersThatAreNoIdentifiersAreTold(String id, String message) {
    dataset.jobs("\n11,bob", "\n" + id + ",bob");
    assertTrue(onlyProblem().message().contains(message), onlyProblem().toString());
    assertEquals("job_id", onlyProblem().column());
  }

  @Test
  void textsMayNotRepeat() {
    dataset.with("jobs.csv", SmallDataset.JOBS.replaceAll("\\n1[13],", "\na_1,"));
    assertEquals("a_1", onlyProblem().value());
  }
}
