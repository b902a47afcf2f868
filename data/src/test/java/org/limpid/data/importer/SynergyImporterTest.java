package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.JobAttribute;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfile;
import org.limpid.data.SpeedTable;
import org.limpid.data.io.DatasetCheck;
import org.limpid.files.DataException;

class SynergyImporterTest {
  private static final String TRACE =
      """
      7,wide,.125,3000,4
      3,narrow,8,2500,1
      4,wide,8.5,101,2
      """;
  private static final String CLUSTER =
      """
      # two servers
      [CLUSTER]\t
      servers_per_rack = 2
      gpus_per_server: 4
      CPUS_PER_SERVER = 12
      dram_per_server = 240
      [SCHEDULER]
      policy = FIFO
      """;
  private static final String MODELS =
      """
      {"cpu_axis": [1, 3, 6], "mem_axis_gb": [20, 60], "zoo": {
        "models": {
          "wide_1": {"cpu_per_gpu": 6, "mem_gb_per_gpu": 60, "iter_time_s_fair": 0.5,
            "speedup_best_vs_fair": 1.5, "tput": [[0.2, 0.4], [0.2, 1], [0.2, 1.5]]},
          "wide_2": {"gpus": 2},
          "narrow_1": {"cpu_per_gpu": 1, "mem_gb_per_gpu": 20, "iter_time_s_fair": 0.25,
            "speedup_best_vs_fair": 1, "tput": [[1, 1], [1, 1], [1, 1]]}},
        "models-6": {
          "wide_1": {"cpu_per_gpu": 6, "mem_gb_per_gpu": 60, "iter_time_s_fair": 0.4,
            "speedup_best_vs_fair": 1, "tput": [[0.1, 0.3], [0.1, 0.7], [0.1, 1]]}}}}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("servers.ini"), CLUSTER);
    Files.writeString(folder.resolve("zoo.json"), MODELS);
  }

  private Imported imported(String trace) throws IOException {
    Map<String, Object> options =
        Map.of("cluster", folder.resolve("servers.ini"), "models", folder.resolve("zoo.json"));
    return Imported.of(SynergyImporter.IMPORTER, folder, "trace.csv", trace, options);
  }

  @Test
  void jobsKeepTheFractionsOfTheirArrivals() throws IOException {
    Imported synergy = imported(TRACE);
    assertEquals(List.of("7", "3", "4"), synergy.ids());
    assertEquals(List.of(0L, 8L, 8L), submits(synergy));
    assertEquals(125_000_000, synergy.trace().optional().number(JobAttribute.SUBMIT_NANOS, 0));
    assertEquals(0, synergy.trace().optional().number(JobAttribute.SUBMIT_NANOS, 1));
    assertEquals(500_000_000, synergy.trace().optional().number(JobAttribute.SUBMIT_NANOS, 2));
    assertEquals(List.of(), DatasetCheck.check(synergy.report().folder()));
  }

  private static List<Long> submits(Imported synergy) {
    return List.of(
        synergy.trace().submitSeconds(0),
        synergy.trace().submitSeconds(1),
        synergy.trace().submitSeconds(2));
  }

  /** 101 iterations of 0.5 s on 2 GPUs that want 6 CPUs and 60 GB each. */
  @Test
  void jobsSayWhatTheyWant() throws IOException {
    Imported synergy = imported(TRACE);
    assertEquals(12, synergy.trace().cpuCount(2));
    assertEquals(2 * 60 * 1024, synergy.trace().optional().number(JobAttribute.MEMORY_MIB, 2));
    assertEquals(101, synergy.trace().optional().number(JobAttribute.ITERATIONS, 2));
    assertEquals("wide", synergy.trace().optional().text(JobAttribute.SENSITIVITY, 2));
    assertEquals(51, synergy.trace().durationSeconds(2));
  }

  /** The storage is that of the artifact where the file does not say it. */
  @Test
  void serversHaveCpusMemoryAndStorage() throws IOException {
    assertEquals(
        List.of(new NodeGroup(2, 4, "", 12, 240 * 1024, 24_576, 300)),
        imported(TRACE).reader().cluster().groups());
  }

  @Test
  void profilesReadBackAsTheyWere() throws IOException {
    double[][] speeds = {{.2, .4}, {.2, 1}, {.2, 1.5}};
    SpeedTable table = new SpeedTable(new double[] {1, 3, 6}, new double[] {20, 60}, speeds);
    List<ResourceProfile> all = imported(TRACE).reader().sensitivity().all();
    assertEquals(new ResourceProfile("wide", 6, 60, .5, 1.5, table), all.getFirst());
    assertEquals(2, all.size());
  }

  @Test
  void theSetFollowsTheCpusOfTheCluster() throws IOException {
    Files.writeString(folder.resolve("servers.ini"), CLUSTER.replace("= 12", "= 24"));
    Imported synergy = imported("0,wide,0,10,1\n");
    assertEquals(.4, synergy.reader().sensitivity().all().getFirst().iterationSeconds());
  }

  @Test
  void tracesThatAreNotSortedAreSortedAndSayIt() throws IOException {
    Imported synergy = imported("1,wide,9,10,1\n0,wide,2,10,1\n");
    assertEquals(List.of("0", "1"), synergy.ids());
    assertTrue(synergy.report().notes().getLast().contains("sorted"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          0,wid,0,10,1; trace.csv:1: model: expected one of the models wide, narrow, found 'wid'. Maybe 'wide' was meant.
          0,wide,x,10,1; trace.csv:1: arrival: expected a number
          0,wide,-1,10,1; trace.csv:1: arrival: expected a number
          0,wide,0.1234567891,10,1; trace.csv:1: arrival: expected at most nine decimals
          0,wide,0,0,1; trace.csv:1: iterations: expected a whole number of 1
          0,wide,0,10,16; trace.csv:1: gpu_num: expected a whole number of 1 to 8
          0,wide,0,10; trace.csv:1: expected 5 fields
          """)
  void jobsThatCannotBeAreTold(String row, String message) {
    assertTold(row + "\n", message);
  }

  @ParameterizedTest
  @CsvSource({
    "servers_per_rack = 2, servers_per_rack = two, servers.ini:3: servers_per_rack: expected a"
        + " whole",
    "servers_per_rack = 2, racks = 2, servers.ini:3: racks: expected one rack",
    "servers_per_rack = 2, servers, servers.ini:3: expected a section"
  })
  void clustersThatCannotBeAreTold(String line, String instead, String message) throws IOException {
    Files.writeString(folder.resolve("servers.ini"), CLUSTER.replace(line, instead));
    assertTold(TRACE, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "cpu_axis": [1, 3, 6]; "cpu_axis": [1, 6, 3]; expected numbers above 0 that ascend
          "cpu_per_gpu": 6; "cpus": 6; the key 'zoo.models.wide_1.cpu_per_gpu' is missing
          [0.2, 1.5]]; [0.2]]; expected
          "speedup_best_vs_fair": 1.5; "speedup_best_vs_fair": 0.5; 0.5
          """)
  void modelsThatCannotBeAreTold(String part, String instead, String message) throws IOException {
    String other = MODELS.replaceFirst(Pattern.quote(part.strip()), quoted(instead));
    Files.writeString(folder.resolve("zoo.json"), other);
    assertTold(TRACE, message);
  }

  private static String quoted(String text) {
    return text == null ? "" : Matcher.quoteReplacement(text);
  }

  private void assertTold(String trace, String message) {
    DataException failure = assertThrows(DataException.class, () -> imported(trace));
    assertTrue(failure.getMessage().contains(message), failure::getMessage);
  }
}
