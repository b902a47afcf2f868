package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.data.JobAttribute.CENSORED;
import static org.limpid.data.JobAttribute.END_TIME;
import static org.limpid.data.JobAttribute.GPU_MILLI;
import static org.limpid.data.JobAttribute.GPU_TYPE;
import static org.limpid.data.JobAttribute.JOB_CLASS;
import static org.limpid.data.JobAttribute.PRIORITY;
import static org.limpid.data.JobAttribute.RUNNING_AT_START;
import static org.limpid.data.JobAttribute.START_TIME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.NodeGroup;
import org.limpid.data.VirtualCluster;

class SpotGpuImporterTest {
  /** The columns of nodes stand in another order than the README of the trace has them. */
  private static final String NODES =
      """
      gpu_model,gpu_capacity_num,cpu_num,node_name
      A10,1,128,a
      A10,1.0,128,b
      H800,8,192,c
      H800,8,192,d
      """;

  private static final String JOBS =
      """
      job_name,organization,gpu_model,cpu_request,gpu_request,worker_num,submit_time,duration,job_type
      0,org_1,A10,3.5,0.25,6,0.0,15897599.0,HP
      1,org_2,H800,96.0,8.0,2.0,90000.4,3600.0,Spot
      2,org_2,H800,96,8,3,90001,3600,HP
      3,org_2,H800,96,0,1,90001,3600,HP
      4,org_2,H800,96,1,1,90001,0,Spot
      5,org_2,A10,1,0.01,1,86399,60,Spot
      6,org_2,T4,1,1,1,90001,60,Spot
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeTrace() throws IOException {
    Files.writeString(folder.resolve("node_info_df.csv"), NODES);
    Files.writeString(folder.resolve("job_info_df.csv"), JOBS);
  }

  private Imported imported() {
    return Imported.of(SpotGpuImporter.IMPORTER, folder, folder.resolve("out"), Map.of());
  }

  /** Six workers with a quarter of a GPU ask for 1.5, two with 8 for 16. */
  @Test
  void workersAddUp() {
    Imported data = imported();
    assertEquals(List.of("0", "5", "1"), data.ids());
    assertEquals("A10 2 0 15897599", data.job(0));
    assertEquals("A10 1 86399 60", data.job(1));
    assertEquals("H800 16 90000 3600", data.job(2));
    assertEquals("1500", data.known(GPU_MILLI, 0));
    assertEquals("10", data.known(GPU_MILLI, 1));
    assertEquals(21, data.trace().cpuCount(0));
    assertEquals("org_1", data.trace().user(0));
    assertEquals("H800", data.known(GPU_TYPE, 2));
    assertEquals("HP", data.known(JOB_CLASS, 0));
    assertEquals("1", data.known(PRIORITY, 0));
    assertEquals("Spot", data.known(JOB_CLASS, 2));
    assertEquals("0", data.known(PRIORITY, 2));
    data.assertNoted("2 jobs of several workers: each is one job with the GPUs and CPUs of all");
    data.assertNoted("2 jobs ask for a part of a GPU");
  }

  /** The whole trace is 184 days long. */
  @Test
  void jobsBeyondItsEndsAreMarked() {
    Imported data = imported();
    assertEquals("1", data.known(RUNNING_AT_START, 0));
    assertEquals("1", data.known(RUNNING_AT_START, 1));
    assertEquals("", data.known(RUNNING_AT_START, 2));
    assertEquals("1", data.known(CENSORED, 0));
    assertEquals("", data.known(CENSORED, 1));
    data.assertNoted("2 jobs of the first day count as running when the trace began");
    data.assertNoted("1 job lasted until the trace ended after 184 days");
  }

  /** Of two A10, 2 + 1 + 1 + 2 were in use at once. */
  @Test
  void asObservedNobodyWaits() throws IOException {
    Files.writeString(
        folder.resolve("job_info_df.csv"),
        JOBS + "7,org_2,A10,1,1,1,86400,60,HP\n8,org_2,A10,1,2,1,86458,60,HP\n");
    Imported data =
        Imported.of(
            SpotGpuImporter.IMPORTER, folder, folder.resolve("out"), Map.of("starts", "observed"));
    assertEquals("90000", data.known(START_TIME, 4));
    assertEquals("93600", data.known(END_TIME, 4));
    assertEquals(0, data.waited(4));
    VirtualCluster a10 = data.cluster().virtualClusters().getFirst();
    assertEquals(6, a10.nodeCount());
    assertEquals(List.of("6 x 1 A10"), a10.groups().stream().map(NodeGroup::toString).toList());
    data.assertNoted("pools have as many nodes as were: A10 6 in place of 2.");
    imported().assertNoted("--starts observed takes submissions for starts");
  }

  /** What is wrong with an archive is told, not that a file is missing in it. */
  @Test
  void brokenArchivesAreTold() throws IOException {
    Path zip = folder.resolve("trace.zip");
    Files.writeString(zip, "PK\3\4 and no more");
    refused(zip, "trace.zip: cannot be read: the zip archive is broken or cut short");
    Path parent = Files.createDirectories(folder.resolve("download"));
    Files.move(zip, parent.resolve("trace.zip"));
    refused(parent, "Maybe it is there: " + parent.resolve("trace.zip") + ": cannot be read");
    refused(folder.resolve("none.zip"), "there is no such folder or archive");
    refused(folder.resolve("job_info_df.csv"), "expected a folder or an archive");
  }

  private void refused(Path source, String message) {
    Imported.refused(SpotGpuImporter.IMPORTER, source, folder.resolve("out"), Map.of(), message);
  }

  @Test
  void whatIsLeftOutIsCounted() {
    assertEquals(
        Map.of(
            "CPU job", 1L,
            "ran for 0 s", 1L,
            "larger than what there is of their GPU types", 2L),
        imported().report().leftOut());
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    Path jobs = folder.resolve("job_info_df.csv");
    Files.writeString(jobs, JOBS.replace("0.25", "a quarter"));
    refused("job_info_df.csv:2: gpu_request: expected a number");
    Files.writeString(folder.resolve("node_info_df.csv"), NODES.replaceAll(",[18](\\.0)?,", ",0,"));
    refused("node_info_df.csv: expected 1 to 1,000,000 nodes with GPUs, found 0");
  }

  private void refused(String message) {
    refused(folder, message);
  }
}
