package org.limpid.reference.synergy;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.data.ResourceProfile;
import org.limpid.data.SpeedTable;

/**
 * The models that the artifact draws jobs from, measured with 62.5 GB for each GPU. Source: its
 * profiles for one GPU, which it takes for any number of them, in its folders models (3 CPUs for
 * each GPU), models-4, models-5 and models-6.
 */
enum SynergyModel {
  ALEXNET(cpus(12, 12, 12, 24), 125, at(.6, .48, .392, .34), by(2.94, 2.352, 1.92, 2.18)),
  RES18(same(9), 62.5, at(.64, .5, .41, .365), by(2.4, 1.85, 1.568, 1.37)),
  RES50(same(4), 62.5, at(.78, .68, .68, .68), by(1.15, 1, 1, 1)),
  MOBILENET(same(6), 62.5, at(.71, .55, .47, .458), by(1.55, 1.2, 1.04, 1)),
  SHUFFLENET(cpus(12, 12, 12, 24), 125, at(.615, .492, .401, .351), by(2.89, 2.312, 1.88, 2.59)),
  GNMT(same(1), 20, same(.12), same(1)),
  TRANSFORMER(same(1), 20, same(.67), same(1)),
  LSTM(same(1), 20, same(.011), same(1)),
  M5(same(6), 187.5, at(.6, .5, .42, .3), by(2.5, 2.08, 1.78, 1)),
  DEEPSPEECH(same(3), 62.5, same(.757), same(1));

  /** CPUs for each GPU of the clusters that the models were measured for. */
  static final List<Integer> RATIOS = List.of(3, 4, 5, 6);

  private final List<ResourceProfile> profiles;

  SynergyModel(
      double[] cpusPerGpu, double memoryGbPerGpu, double[] iterationSeconds, double[] bestSpeedup) {
    this.profiles =
        IntStream.range(0, cpusPerGpu.length)
            .mapToObj(ratio ->
                new ResourceProfile(
                    name().toLowerCase(Locale.ROOT),
                    cpusPerGpu[ratio],
                    memoryGbPerGpu,
                    iterationSeconds[ratio],
                    bestSpeedup[ratio],
                    SpeedTable.EMPTY))
            .toList();
  }

  private static double[] cpus(double... wanted) {
    return wanted;
  }

  private static double[] at(double... iterationSeconds) {
    return iterationSeconds;
  }

  private static double[] by(double... speedup) {
    return speedup;
  }

  private static double[] same(double value) {
    return DoubleStream.generate(() -> value).limit(4).toArray(); // as RATIOS, which is made later
  }

  /**
   * The model of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static SynergyModel of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Its profile where a GPU has 3 CPUs, without what was measured up to the best. */
  ResourceProfile profile() {
    return profiles.getFirst();
  }

  /**
   * The same on a cluster.
   *
   * @throws IllegalArgumentException if a GPU has other than 3, 4, 5 or 6 CPUs there
   */
  ResourceProfile profile(SynergyCluster cluster) {
    double ratio = cluster.fairShare().cpus();
    int place = ratio == (int) ratio ? RATIOS.indexOf((int) ratio) : -1;
    if (place < 0) {
      throw new IllegalArgumentException(
          "expected %s CPUs for each GPU, found %s".formatted(RATIOS, ratio));
    }
    return profiles.get(place);
  }
}
