package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourceTextTest {
  @ParameterizedTest
  @CsvSource({
    "4, 4",
    "4.0, 4",
    "0.5, 0.5",
    "-1, -1",
    "'billing=8,cpu=8,gres/gpu=2,mem=64G,node=1', 2",
    "'cpu=8,gres/gpu:a100=4,gres/gpu=4', 4",
    "'gres/gpu:a100=2,gres/gpu:h100=1', 3",
    "gpu:2, 2",
    "gpu:a100:2, 2",
    "gpu:a100:2(IDX:0-1), 2",
    "gres:gpu:4, 4",
    "'cpu=8,mem=64G,node=1', 0",
    "'gres/gpumem=40G,gres/gpu=1', 1"
  })
  void gpusAreCountedHoweverTheyAreWritten(String text, double gpus) {
    assertEquals(gpus, ResourceText.gpus(text).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "1,200", "2 x A100"})
  void othersAreNot(String text) {
    assertEquals(OptionalDouble.empty(), ResourceText.gpus(text));
  }

  @Test
  void processorsMayBeThousandths() {
    assertEquals(0.5, ResourceText.cpus("500m", 1).orElseThrow());
    assertEquals(12.5, ResourceText.cpus("12500", 0.001).orElseThrow());
    assertEquals(OptionalDouble.empty(), ResourceText.cpus("all", 1));
  }

  /** For a job of 2 nodes and 16 processors. */
  @ParameterizedTest
  @CsvSource({
    "1024, 1, 1024",
    "64, 1024, 65536",
    "64G, 1, 65536",
    "64Gi, 1, 65536",
    "64GB, 1, 65536",
    "64Gn, 1, 131072",
    "512Mc, 1, 8192",
    "2048K, 1, 2",
    "1.5T, 1, 1572864"
  })
  void memoryIsThatOfTheWholeJob(String text, double unit, double mib) {
    assertEquals(mib, ResourceText.mib(text, unit, 2, 16).orElseThrow());
  }
}
