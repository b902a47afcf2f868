package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.files.Problem;

/** Nodes of 8 GPUs with 24 CPUs and 480 GB, so 3 CPUs and 60 GB for each GPU. */
class SensitivityWarningsTest {
  private static final String GOOD =
      """
      {"cpusPerGpu": [1, 3, 9], "memoryGbPerGpu": [20, 60], "models": {"VGG": {"cpusPerGpu": 9,
        "memoryGbPerGpu": 60, "iterationSeconds": 0.5, "bestSpeedup": 2,
        "speeds": [[0.2, 0.5], [0.4, 1], [0.4, 2]]}}}
      """;
  private static final String GROUPS =
      """
      vc,num,gpus_per_node,cpus_per_node,memory_mib,gpu_memory_mib
      blue,2,8,24,491520,24576
      green,1,8,24,491520,24576
      """;

  @TempDir private Path folder;

  private List<Problem> warnings(String sensitivity, String groups) {
    SmallDataset dataset = new SmallDataset(folder.resolve("data"));
    dataset.with(
        DatasetDescription.FILE_NAME,
        SmallDataset.DESCRIPTION.replace(
            "\"gpusPerNode\": 8", "\"nodeGroups\": \"groups.csv\", \"gpusPerNode\": 8"));
    dataset.with("groups.csv", groups).withSensitivity(sensitivity);
    assertEquals(List.of(), DatasetCheck.check(dataset.folder));
    return SensitivityWarnings.of(dataset.open());
  }

  @Test
  void goodTablesAreNotWarnedOf() {
    assertEquals(List.of(), warnings(GOOD, GROUPS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          [0.4, 2]; [0.4, 0.9]; slower with more CPUs, at 9 CPUs and 60 GB
          [0.2, 0.5]; [0.2, 0.1]; slower with more memory, at 1 CPUs and 60 GB
          [0.4, 1]; [0.4, 1.1]; expected speed 1 with the fair share of a GPU, 3 CPUs and 60 GB, found '1.10'
          [1, 3, 9]; [4, 5, 9]; the fair share of a GPU, 3 CPUs and 60 GB, lies outside
          [20, 60]; [20, 50]; the fair share of a GPU, 3 CPUs and 60 GB, lies outside
          "cpusPerGpu": 9; "cpusPerGpu": 30; it wants 30 CPUs and 60 GB for a GPU, and a node has 24 and 480
          """)
  void oddTablesAreWarnedOf(String old, String now, String message) {
    List<Problem> warnings = warnings(GOOD.replace(old, now), GROUPS);
    assertTrue(warnings.getFirst().toString().contains(message), warnings.toString());
    assertTrue(warnings.getFirst().toString().contains("models.VGG"), warnings.toString());
  }

  @Test
  void unknownMemoryIsWarnedOf() {
    String message = warnings(GOOD, GROUPS.replace("491520", "")).getFirst().toString();
    assertTrue(message.contains("CPUs or memory of nodes are unknown"), message);
  }
}
