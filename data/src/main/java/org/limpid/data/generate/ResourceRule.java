package org.limpid.data.generate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.SpeedTable;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/**
 * Gives nodes memory and storage, and jobs a model of what they gain by CPUs and memory. The values
 * are made up by us, measured nowhere; {@code docs/generator.md} has them.
 *
 * <p>A GPU does at most the samples per second of its {@link WorkloadProfile}. To prepare a sample
 * takes a CPU {@code prepareMs}, and {@code readMs} more as far as the data are not in memory. With
 * {@code c} CPUs and {@code m} GB beside a GPU, and data of {@code dataGb}, it does the lesser of
 * that and
 *
 * <pre>1000 c / (prepareMs + readMs (1 - min(1, m / dataGb)))</pre>
 *
 * samples per second; speeds are relative to the fair share. Times of a workload are those of its
 * data set times a factor of its own, log-normal with median 1, that depends on the seed and on the
 * workload alone. Remembers the models of all jobs so far. Not safe for several threads.
 */
final class ResourceRule {
  /** What jobs get. */
  static final Set<JobAttribute> ATTRIBUTES = Set.of(JobAttribute.SENSITIVITY);

  static final long NODE_MEMORY_MIB = 768L * 1024;
  private static final int STORAGE_MBPS = 2_000;
  private static final double SIGMA = 0.3;
  private static final double[] CPUS = {1, 2, 3, 4, 6, 8, 12, 16, 24, 48, 96};
  private static final double[] MEMORY_GB = {8, 16, 32, 48, 64, 96, 128, 192, 384, 768};

  /** Pictures and sound take long to prepare, simulators to step, texts next to nothing. */
  private static final Map<String, Input> INPUTS =
      Map.ofEntries(
          Map.entry("CIFAR-10", new Input(4, 0, 2)),
          Map.entry("CIFAR-100", new Input(8, 0, 2)),
          Map.entry("Food-101", new Input(24, 8, 60)),
          Map.entry("ImageNet", new Input(40, 12, 160)),
          Map.entry("Cityscapes", new Input(120, 60, 60)),
          Map.entry("LJSpeech", new Input(90, 20, 30)),
          Map.entry("Breakout", new Input(5, 0, 4)),
          Map.entry("HalfCheetah", new Input(4, 0, 4)),
          Map.entry("ModelNet40", new Input(20, 4, 20)));

  private static final Input OTHER = new Input(0.5, 0, 4);

  private final long seed;
  private final double fairCpus;
  private final double fairGb;
  private final Map<String, ResourceProfile> profiles = new LinkedHashMap<>();

  /**
   * What it takes to prepare a sample.
   *
   * @param prepareMs CPU time of a sample in memory, milliseconds
   * @param readMs CPU time to read it, milliseconds
   * @param dataGb memory that holds all data of a GPU
   */
  private record Input(double prepareMs, double readMs, double dataGb) {
    double samplesPerSecond(double cpus, double memoryGb, double factor) {
      double missing = 1 - Math.min(1, memoryGb / dataGb);
      return 1000 * cpus / (factor * (prepareMs + readMs * missing));
    }
  }

  /**
   * A rule for jobs on nodes that are alike.
   *
   * @param cluster says how many CPUs they have
   * @param seed of what is drawn
   */
  ResourceRule(ClusterDescription cluster, long seed) {
    this.seed = seed;
    fairCpus = (double) cluster.cpusPerNode() / cluster.gpusPerNode();
    fairGb = NODE_MEMORY_MIB / 1024.0 / cluster.gpusPerNode();
  }

  /** The cluster with memory and storage of nodes. */
  static ClusterDescription withMemory(ClusterDescription cluster) {
    List<VirtualCluster> known =
        cluster.virtualClusters().stream()
            .map(vc -> new VirtualCluster(vc.name(), vc.nodeCount(), groups(cluster, vc)))
            .toList();
    return new ClusterDescription(
        known, cluster.gpusPerNode(), cluster.cpusPerNode(), cluster.gpuMemoryMib());
  }

  private static List<NodeGroup> groups(ClusterDescription cluster, VirtualCluster vc) {
    return List.of(
        new NodeGroup(
            vc.nodeCount(),
            cluster.gpusPerNode(),
            "",
            cluster.cpusPerNode(),
            NODE_MEMORY_MIB,
            cluster.gpuMemoryMib(),
            STORAGE_MBPS));
  }

  /** The job with its model. */
  Trace.Job sensitive(Trace.Job job) {
    WorkloadProfile profile = job.profile();
    String model = profile.workload().toString();
    profiles.computeIfAbsent(model, name -> profile(name, profile));
    return job.with(job.attributes().with(JobAttribute.SENSITIVITY, model));
  }

  /** The models of all jobs so far, in the order of the first job of each. */
  ResourceProfiles profiles() {
    return ResourceProfiles.of(List.copyOf(profiles.values()));
  }

  private ResourceProfile profile(String name, WorkloadProfile profile) {
    Workload workload = profile.workload();
    Input input = INPUTS.getOrDefault(workload.dataset(), OTHER);
    double factor = new RandomStream(RandomStream.mix(seed, name), 0).lognormal(1, SIGMA);
    double[][] rates = new double[CPUS.length][MEMORY_GB.length];
    for (int row = 0; row < CPUS.length; row++) {
      double cpus = CPUS[row];
      Arrays.setAll(
          rates[row],
          column ->
              Math.min(profile.speed(), input.samplesPerSecond(cpus, MEMORY_GB[column], factor)));
    }
    double fair = Math.min(profile.speed(), input.samplesPerSecond(fairCpus, fairGb, factor));
    int wantedCpus = firstOfBest(rates, true);
    int wantedGb = firstOfBest(rates, false);
    return new ResourceProfile(
        name,
        CPUS[wantedCpus],
        MEMORY_GB[wantedGb],
        rounded(workload.batchSize() / fair),
        Math.max(1, rounded(rates[wantedCpus][wantedGb] / fair)),
        new SpeedTable(CPUS, MEMORY_GB, relative(rates, fair)));
  }

  /**
   * The fewest CPUs with which the job is as fast as can be with all the memory of a node, or the
   * least memory with which it is so with these CPUs.
   */
  private static int firstOfBest(double[][] rates, boolean ofCpus) {
    int lastColumn = MEMORY_GB.length - 1;
    double best = rates[CPUS.length - 1][lastColumn];
    int row = 0;
    while (rates[row][lastColumn] < best) {
      row++;
    }
    if (ofCpus) {
      return row;
    }
    int column = 0;
    while (rates[row][column] < best) {
      column++;
    }
    return column;
  }

  private static double[][] relative(double[][] rates, double fair) {
    return Arrays.stream(rates)
        .map(row -> Arrays.stream(row).map(rate -> rounded(rate / fair)).toArray())
        .toArray(double[][]::new);
  }

  /** Six decimals, and never 0: every job runs, however slowly. */
  private static double rounded(double value) {
    return Math.max(1, Math.rint(value * 1e6)) / 1e6;
  }
}
