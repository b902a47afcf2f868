package org.limpid.bench;

import java.util.List;
import java.util.Locale;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.VirtualCluster;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.io.DatasetReader;

/**
 * Shows how the time to simulate grows with the number of jobs on a cluster that grows with them,
 * once by more virtual clusters and once by larger ones.
 *
 * <p>Arguments: factors by which the default size is multiplied, e.g. {@code 1 10 100}.
 */
public final class Scaling {
  /** Rounds at factor 1, of which the fastest counts; larger factors get fewer. */
  private static final int MOST_ROUNDS = 12;

  private static final int LEAST_ROUNDS = 3;

  private enum Form {
    MORE("more virtual clusters"),
    LARGER("larger virtual clusters");

    private final String label;

    Form(String label) {
      this.label = label;
    }
  }

  private Scaling() {}

  /** Prints a table per form. */
  public static void main(String[] arguments) {
    List<Integer> factors = List.of(arguments).stream().map(Integer::valueOf).toList();
    List<VirtualCluster> small = virtualClusters();
    warmUp(small);
    for (Form form : Form.values()) {
      System.out.printf(
          Locale.ROOT,
          "%n%s%n%-9s %10s %9s %8s %14s%n",
          form.label,
          "policy",
          "jobs",
          "seconds",
          "ns/job",
          "ns/(job log2)");
      for (int factor : factors) {
        measure(form, factor, small);
      }
    }
  }

  private static List<VirtualCluster> virtualClusters() {
    try (DataFolder folder = DataFolder.of("")) {
      return DatasetReader.open(folder.path()).cluster().virtualClusters();
    }
  }

  private static void warmUp(List<VirtualCluster> small) {
    Engine engine = engine(Form.MORE, 1, small);
    Engine.POLICIES.forEach(policy -> fastest(engine, policy, MOST_ROUNDS));
  }

  private static void measure(Form form, int factor, List<VirtualCluster> small) {
    Engine engine = engine(form, factor, small);
    int rounds = Math.max(LEAST_ROUNDS, MOST_ROUNDS / factor);
    for (String policy : Engine.POLICIES) {
      double seconds = fastest(engine, policy, rounds);
      double nanosPerJob = 1e9 * seconds / engine.jobs();
      System.out.printf(
          Locale.ROOT,
          "%-9s %,10d %9.3f %8.0f %14.1f%n",
          policy,
          engine.jobs(),
          seconds,
          nanosPerJob,
          nanosPerJob * Math.log(2) / Math.log(engine.jobs()));
    }
  }

  private static Engine engine(Form form, int factor, List<VirtualCluster> small) {
    GeneratorOptions options =
        GeneratorOptions.defaults().withJobs(factor * GeneratorOptions.DEFAULT_JOBS);
    if (form == Form.LARGER) {
      options =
          options.withVirtualClusters(
              small.stream()
                  .map(vc -> new VirtualCluster(vc.name(), factor * vc.nodeCount()))
                  .toList());
    }
    try (DataFolder folder = DataFolder.generated(options)) {
      DatasetReader data = DatasetReader.open(folder.path());
      return new Engine(data, profiler(data.profiler().orElseThrow(), factor));
    }
  }

  /** The generator takes at most one node of each virtual cluster; here the profiler grows, too. */
  private static ProfilerDescription profiler(ProfilerDescription generated, int factor) {
    return new ProfilerDescription(
        2 * factor,
        generated.timeLimitSeconds(),
        generated.gpuFactor(),
        generated.takenFrom(),
        generated.lender(),
        generated.loanNodes());
  }

  private static double fastest(Engine engine, String policy, int rounds) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      engine.run(policy);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best / 1e9;
  }
}
