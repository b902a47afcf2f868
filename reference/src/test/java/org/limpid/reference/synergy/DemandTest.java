package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.ResourceProfile;
import org.limpid.data.SpeedTable;

/** Servers have 8 GPUs, 24 CPUs, 500 GB and 500 MB/s: 3, 62.5 and 62.5 for a GPU. */
class DemandTest {
  /**
   * What the model wants for each GPU times GPUs, cut to a server. The speedup of a cut demand lies
   * on a line: e.g. res18 on 4 wants 36 CPUs, its share is 12, it gets 24, half way from 1 to 2.4.
   */
  @ParameterizedTest
  @CsvSource({
    "ALEXNET,     2, 24,  250,  125, 2.94", // 2 x (12, 125), nothing to cut
    "MOBILENET,   4, 24,  250,  250, 1.55",
    "SHUFFLENET,  8, 24,  500,  500, 1", // 96 CPUs and 1000 GB: the whole server is its share
    "M5,          4, 24,  500,  250, 2.5", // 750 GB cut, but CPUs alone count for the speedup
    "RES18,       4, 24,  250,  250, 1.7",
    "M5,         16, 48, 1000, 1000, 1", // two servers: the fair share of what is too much for one
    "LSTM,       16, 16,  320, 1000, 1", // of CPUs and memory it wants less than a server has
  })
  void demandsAreCutToAServer(
      SynergyModel model, int gpus, double cpus, double memoryGb, double storage, double speedup) {
    Demand demand = Demand.of(job(model.profile(), gpus), SynergyCluster.OF_128_GPUS);
    assertEquals(new Resources(gpus, cpus, memoryGb, storage), demand.resources());
    assertEquals(speedup, demand.speedup(), 1e-12);
  }

  @Test
  void aGainWithoutMoreCpusIsNotDefined() {
    ResourceProfile hungry = new ResourceProfile("hungry", 3, 250, 1, 2, SpeedTable.EMPTY);
    assertThrows(
        IllegalArgumentException.class,
        () -> Demand.of(job(hungry, 4), SynergyCluster.OF_128_GPUS));
  }

  private static SynergyJob job(ResourceProfile profile, int gpus) {
    return new SynergyJob(0, profile, 0, 1, gpus);
  }
}
