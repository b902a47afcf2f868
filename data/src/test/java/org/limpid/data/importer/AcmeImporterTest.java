package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.data.JobAttribute.END_TIME;
import static org.limpid.data.JobAttribute.JOB_CLASS;
import static org.limpid.data.JobAttribute.MEMORY_MIB;
import static org.limpid.data.JobAttribute.NODE_NUM;
import static org.limpid.data.JobAttribute.START_TIME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.VirtualCluster;

class AcmeImporterTest {
  private static final String SEREN =
      """
      job_id,user,node_num,gpu_num,cpu_num,type,state,submit_time,start_time,end_time,duration,queue,gpu_time
      5,u1,2,16.0,64.0,Pretrain,COMPLETED,2023-03-01 00:00:10+08:00,2023-03-01 00:00:20+08:00,2023-03-01 01:00:20+08:00,3600,10.0,57600
      4,u1,1,8,64,Other,FAILED,2023-03-01 00:00:00+08:00,2023-03-01 00:00:00+08:00,2023-03-01 00:00:07+08:00,18,0,144
      6,u2,1,0,8,Other,COMPLETED,2023-03-01 00:00:00+08:00,2023-03-01 00:00:00+08:00,2023-03-01 00:00:07+08:00,7,0,0
      7,u2,1,1,8,Other,CANCELLED,2023-03-01 00:00:00+08:00,,2023-03-01 00:00:07+08:00,0,7,0
      8,u2,1,1,8,Other,RUNNING,2023-03-01 00:00:00+08:00,2023-03-01 00:00:00+08:00,,,0,
      9,u2,1,1,8,Other,FAILED,2023-03-01 00:00:00+08:00,2023-03-01 00:00:05+08:00,2023-03-01 00:00:05+08:00,0,5,0
      3,u2,1,1,8,Other,FAILED,2023-03-01 00:00:06+08:00,2023-03-01 00:00:05+08:00,2023-03-01 00:00:08+08:00,0,5,0
      """;

  /** The clock of Kalos is UTC, and what has no end may have failed or been stopped. */
  private static final String KALOS =
      """
      job_id,user,node_num,gpu_num,cpu_num,mem_per_pod_GB,shared_mem_per_pod,type,state,submit_time,start_time,end_time,fail_time,stop_time,duration,queue,gpu_time
      dlc1a,u1,2,16,120,256.0,100,Other,FAILED,2023-05-17 11:00:58+00:00,2023-05-17 11:01:08+00:00,,2023-05-17 11:01:16+00:00,,18,10,288
      dlc2b,u1,1,8,120,,,Other,STOPPED,2023-05-17 12:00:00+00:00,2023-05-17 12:00:00+00:00,,,2023-05-17 12:00:30+00:00,30,0,240
      """;

  @TempDir private Path folder;

  private Imported imported(String name, String content, Map<String, ?> options)
      throws IOException {
    return Imported.of(
        AcmeImporter.IMPORTER,
        Files.writeString(folder.resolve(name), content),
        folder.resolve("out"),
        options);
  }

  @Test
  void jobsOfSeren() throws IOException {
    Imported data = imported("trace_seren.csv", SEREN, Map.of("nodes", 3L));
    assertEquals(List.of("4", "5"), data.ids());
    assertEquals("seren 8 0 7", data.job(0));
    assertEquals("seren 16 10 3600", data.job(1));
    assertEquals("20", data.known(START_TIME, 1));
    assertEquals("3620", data.known(END_TIME, 1));
    assertEquals("2", data.known(NODE_NUM, 1));
    assertEquals("Pretrain", data.known(JOB_CLASS, 1));
    assertEquals(64, data.trace().cpuCount(1));
    assertEquals(List.of(new VirtualCluster("seren", 3)), data.cluster().virtualClusters());
    assertEquals(
        Map.of(
            "CPU job", 1L,
            "of jobs that never started", 1L,
            "of jobs that had not ended", 1L,
            "ran for 0 s", 1L,
            "that started before they were submitted", 1L),
        data.report().leftOut());
    data.assertNoted("the column duration says otherwise of 1 job.");
  }

  /** 11:01 UTC is 19:01 where the cluster stands. */
  @Test
  void jobsOfKalos() throws IOException {
    Imported data = imported("trace_kalos.csv", KALOS, Map.of());
    assertEquals(List.of("dlc1a", "dlc2b"), data.ids());
    assertEquals("kalos 16 68458 8", data.job(0));
    assertEquals("kalos 8 72000 30", data.job(1));
    assertEquals("524288", data.known(MEMORY_MIB, 0));
    assertEquals("", data.known(MEMORY_MIB, 1));
    data.assertNoted("From use follow 3 nodes with 24 GPUs");
  }

  @Test
  void jobsThatDoNotFitAreLeftOut() throws IOException {
    Imported data = imported("trace_seren.csv", SEREN, Map.of("nodes", 1L));
    assertEquals(1L, data.report().leftOut().get("larger than the cluster"));
  }

  @Test
  void timesWithoutZonesAreRefused() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("trace_seren.csv"), SEREN.replace("00:00:10+08:00", "00:00:10"));
    Imported.refused(
        AcmeImporter.IMPORTER,
        table,
        folder.resolve("out"),
        Map.of(),
        "trace_seren.csv:2: submit_time: expected a time with its zone");
  }
}
