package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.data.JobAttribute.CENSORED;
import static org.limpid.data.JobAttribute.END_TIME;
import static org.limpid.data.JobAttribute.GPU_MILLI;
import static org.limpid.data.JobAttribute.GPU_TYPE;
import static org.limpid.data.JobAttribute.JOB_CLASS;
import static org.limpid.data.JobAttribute.MEMORY_MIB;
import static org.limpid.data.JobAttribute.START_TIME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenbImporterTest {
  private static final String NODES =
      """
      sn,cpu_milli,memory_mib,gpu,model
      n0,64000,262144,2,P100
      n1,96000,393216,8,G2
      n2,96000,786432,4,V100M32
      n3,96000,786432,8,V100M32
      n4,96000,786432,8,V100M32
      n5,96000,786432,0,CPU
      """;
  private static final String PODS =
      """
      name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase,creation_time,deletion_time,scheduled_time
      openb-pod-0000,12500,16384,1,1000,,LS,Running,10,500,12
      openb-pod-0001,6000,12288,1,460,P100|G2,BE,Succeeded,5,105,5
      openb-pod-0002,6000,12288,8,1000,V100M32,Burstable,Failed,20,40,30
      openb-pod-0003,6000,0,0,0,,LS,Succeeded,20,40,30
      openb-pod-0004,6000,0,1,1000,,LS,Pending,20,40,
      openb-pod-0005,6000,0,1,1000,,LS,Failed,20,30,30
      openb-pod-0006,6000,0,4,1000,P100,LS,Failed,20,40,30
      openb-pod-0007,6000,0,1,1000,T4,LS,Failed,20,40,30
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeTrace() throws IOException {
    Path csv = Files.createDirectories(folder.resolve("trace/csv"));
    Files.writeString(csv.resolve("openb_node_list_gpu_node.csv"), NODES);
    Files.writeString(csv.resolve("openb_pod_list_default.csv"), PODS);
  }

  private Imported imported(Map<String, ?> options) {
    return Imported.of(
        OpenbImporter.IMPORTER, folder.resolve("trace"), folder.resolve("out"), options);
  }

  /**
   * 0000 may run anywhere and comes first in the file: V100M32-8 has most GPUs. 0001 asks for 460
   * thousandths, on P100 or G2, of which G2 has more.
   */
  @Test
  void podsBecomeJobs() {
    Imported data = imported(Map.of());
    assertEquals(List.of("openb-pod-0001", "openb-pod-0000", "openb-pod-0002"), data.ids());
    assertEquals("G2 1 5 100", data.job(0));
    assertEquals("V100M32-8 1 10 488", data.job(1));
    assertEquals("V100M32-8 8 20 10", data.job(2));
    assertEquals(13, data.trace().cpuCount(1));
    assertEquals("460", data.known(GPU_MILLI, 0));
    assertEquals("8000", data.known(GPU_MILLI, 2));
    assertEquals("P100|G2", data.known(GPU_TYPE, 0));
    assertEquals("", data.known(GPU_TYPE, 1));
    assertEquals("BE", data.known(JOB_CLASS, 0));
    assertEquals("12288", data.known(MEMORY_MIB, 0));
    assertEquals("30", data.known(START_TIME, 2));
    assertEquals("40", data.known(END_TIME, 2));
    assertEquals("1", data.known(CENSORED, 1));
    assertEquals("", data.known(CENSORED, 2));
    assertEquals("Running", data.trace().state(1));
  }

  @Test
  void whatIsLeftOutIsCounted() {
    assertEquals(
        Map.of(
            "CPU job", 1L,
            "of jobs that never started", 1L,
            "ran for 0 s", 1L,
            "larger than what there is of their GPU types", 2L),
        imported(Map.of()).report().leftOut());
  }

  @Test
  void nodesThatAreAlikeAreVirtualClusters() {
    Imported data = imported(Map.of());
    assertEquals(
        List.of("G2 8", "P100 2", "V100M32-4 4", "V100M32-8 16"),
        data.cluster().virtualClusters().stream()
            .map(vc -> vc.name() + " " + data.cluster().gpuCount(vc))
            .toList());
    data.assertNoted("so many GPUs: G2 8, P100 2, V100M32-4 4, V100M32-8 16.");
    data.assertNoted("1 job asks for a part of a GPU");
    data.assertNoted("1 pod was running when it was last seen: its duration is censored");
    data.assertNoted("it begins on 2023-01-01 here");
    data.assertNoted("Nodes have unequal numbers of GPUs, so there is no profiler");
  }

  @Test
  void poolsMayJoinTypes() {
    Imported data = imported(Map.of("pools", GpuPools.Kind.SIZE));
    assertEquals(
        List.of("gpus-2 2", "gpus-4 4", "gpus-8 24"),
        data.cluster().virtualClusters().stream()
            .map(vc -> vc.name() + " " + data.cluster().gpuCount(vc))
            .toList());
    assertEquals("gpus-8 1 5 100", data.job(0));
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    Path pods = folder.resolve("trace/csv/openb_pod_list_default.csv");
    Files.writeString(pods, PODS.replace("1,460", "1,1460"));
    refused(Map.of(), "openb_pod_list_default.csv:3: gpu_milli: expected a whole number of 1 to 1");
    Files.writeString(pods, "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n");
    refused(Map.of(), "run 'git lfs pull'");
    refused(Map.of("pods", "cpu050"), "expected a file openb_pod_list_cpu050.csv in this folder");
  }

  private void refused(Map<String, ?> options, String message) {
    Imported.refused(
        OpenbImporter.IMPORTER, folder.resolve("trace"), folder.resolve("out"), options, message);
  }
}
