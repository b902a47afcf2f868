package org.limpid.data.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfile;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetReader;
import org.limpid.data.io.SensitivityWarnings;

class ResourceRuleTest {
  private static final GeneratorOptions SMALL =
      GeneratorOptions.defaults().withJobs(300).withDays(2).withHistoryDays(2);

  @TempDir private Path folder;

  private Path generated(String name, boolean resources) throws InterruptedException {
    Path out = folder.resolve(name);
    TraceGenerator.generate(SMALL, Optional.empty(), resources, out, false, _ -> {});
    return out;
  }

  /** The data set is good in every respect, and the same but for what was asked for. */
  @Test
  void generatedDataTellOfCpusAndMemory() throws Exception {
    Path plain = generated("plain", false);
    Path with = generated("with", true);
    assertEquals(List.of(), DatasetCheck.check(with));
    DatasetReader reader = DatasetReader.open(with);
    assertEquals(List.of(), SensitivityWarnings.of(reader));
    for (NodeGroup group : reader.cluster().groups()) {
      assertEquals(96, group.cpusPerNode());
      assertEquals(ResourceRule.NODE_MEMORY_MIB, group.memoryMib());
    }
    Trace trace = reader.trace();
    Trace before = DatasetReader.open(plain).trace();
    for (int row = 0; row < trace.size(); row++) {
      String model = trace.optional().text(JobAttribute.SENSITIVITY, row);
      assertTrue(reader.sensitivity().find(model).isPresent(), model);
      assertEquals(before.durationSeconds(row), trace.durationSeconds(row));
      assertEquals(before.workloadProfile(row), trace.workloadProfile(row));
    }
    for (String file : List.of("forecast.csv", "throughput.csv", "estimate_lucid.csv")) {
      assertArrayEquals(
          Files.readAllBytes(plain.resolve(file)), Files.readAllBytes(with.resolve(file)), file);
    }
    assertArrayEquals(
        Files.readAllBytes(with.resolve("sensitivity.json")),
        Files.readAllBytes(generated("again", true).resolve("sensitivity.json")));
  }

  /**
   * A GPU that does so many samples a second that only CPUs count: with all data in memory, twice
   * the CPUs do twice the work, whatever the factor that is drawn; the fair share is 96 / 8 = 12
   * CPUs and 96 GB. Pictures of ImageNet take 40 ms, and up to 12 more to read as far as their 160
   * GB are not in memory: the speed of 12 CPUs and 192 GB is (40 + 12 (1 - 96 / 160)) / 40 = 1.12.
   */
  @Test
  void speedFollowsFromTheTimeToPrepareSamples() {
    ClusterDescription cluster =
        new ClusterDescription(List.of(new VirtualCluster("vc", 1)), 8, 96, 24_576);
    ResourceRule rule = new ResourceRule(cluster, 1);
    Workload workload = new Workload("ViT", "ImageNet", 64, false);
    rule.sensitive(
        new Trace.Job(
            1, "u", "vc", "", 1, 1, "", 0, 60, new WorkloadProfile(workload, 1e9, 1, 1, 1)));
    ResourceProfile profile = rule.profiles().all().getFirst();
    assertEquals(1, profile.speed(12, 96));
    assertEquals(1.12, profile.speed(12, 192), 1e-6);
    assertEquals(2.24, profile.speed(24, 192), 1e-6);
    assertEquals(96, profile.cpusPerGpu());
    assertEquals(192, profile.memoryGbPerGpu());
  }

  /** A text takes half a millisecond: 12 CPUs do far more than 100 samples a second. */
  @Test
  void textsWantNextToNothing() {
    ClusterDescription cluster =
        new ClusterDescription(List.of(new VirtualCluster("vc", 1)), 8, 96, 24_576);
    ResourceRule rule = new ResourceRule(cluster, 1);
    Workload workload = new Workload("GRU", "IWSLT14", 64, false);
    rule.sensitive(
        new Trace.Job(
            1, "u", "vc", "", 1, 1, "", 0, 60, new WorkloadProfile(workload, 100, 1, 1, 1)));
    ResourceProfile profile = rule.profiles().all().getFirst();
    assertEquals(1, profile.cpusPerGpu());
    assertEquals(8, profile.memoryGbPerGpu());
    assertEquals(1, profile.bestSpeedup());
  }
}
