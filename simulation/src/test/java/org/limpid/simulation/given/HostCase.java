package org.limpid.simulation.given;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.SpeedTable;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.policy.HostInputs;
import org.limpid.simulation.policy.HostResources;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

/**
 * A virtual cluster "vc" in which each GPU brings 3 CPUs and 60 GB. {@code pictures} want 6 CPUs
 * and are twice as fast with them, {@code sounds} 1.5 times as fast; {@code words} are content with
 * a CPU and 20 GB.
 */
public final class HostCase {
  private static final int CPUS_PER_GPU = 3;
  private static final long MIB_PER_GPU = 60 * 1024;

  /** Twice as fast with 6 CPUs for each GPU. */
  public static final ResourceProfile PICTURES =
      new ResourceProfile(
          "pictures", 6, 60, 1, 2, table(new double[][] {{.1, .5}, {.2, 1}, {.2, 2}}));

  /** 1.5 times as fast with 6 CPUs for each GPU. */
  public static final ResourceProfile SOUNDS =
      new ResourceProfile(
          "sounds", 6, 60, 1, 1.5, table(new double[][] {{.1, .5}, {.2, 1}, {.2, 1.5}}));

  /** Content with one CPU. */
  public static final ResourceProfile WORDS =
      new ResourceProfile("words", 1, 20, 1, 1, table(new double[][] {{1, 1}, {1, 1}, {1, 1}}));

  private final int nodes;
  private final int gpusPerNode;
  private final Trace.Builder jobs = new Trace.Builder();
  private PlacementRule placement = PlacementRule.CONSOLIDATE;

  private HostCase(int nodes, int gpusPerNode) {
    this.nodes = nodes;
    this.gpusPerNode = gpusPerNode;
  }

  private static SpeedTable table(double[][] speeds) {
    return new SpeedTable(new double[] {1, 3, 6}, new double[] {20, 60}, speeds);
  }

  /** So many nodes, without any job. */
  public static HostCase nodes(int count, int gpusPerNode) {
    return new HostCase(count, gpusPerNode);
  }

  /** One more job of a model; null: of one that nobody knows. */
  public HostCase job(long submitSecond, int gpus, long duration, ResourceProfile model) {
    JobAttributes known =
        model == null
            ? JobAttributes.NONE
            : JobAttributes.NONE.with(JobAttribute.SENSITIVITY, model.model());
    int id = jobs.size();
    jobs.add(
        new Trace.Job(id, "u", "vc", "", gpus, gpus, "COMPLETED", submitSecond, duration, null)
            .with(known));
    return this;
  }

  /** Jobs go to the first GPUs that are free. */
  public HostCase firstFit() {
    placement = PlacementRule.FIRST_FIT;
    return this;
  }

  /** The inputs of a run under a rule. */
  public PolicyInputs inputs(HostResources rule) {
    ClusterDescription cluster =
        new ClusterDescription(
            List.of(new VirtualCluster("vc", nodes)),
            gpusPerNode,
            CPUS_PER_GPU * gpusPerNode,
            Given.GPU_MEMORY_MIB);
    return PolicyInputs.of(cluster, jobs.build(), 0)
        .withHosts(hosts(cluster))
        .with(HostResources.SETTING, rule);
  }

  private static HostInputs hosts(ClusterDescription cluster) {
    Map<String, List<NodeGroup>> nodes = new LinkedHashMap<>();
    for (VirtualCluster vc : cluster.virtualClusters()) {
      int gpus = cluster.gpusPerNode(vc);
      nodes.put(
          vc.name(),
          List.of(
              new NodeGroup(
                  vc.nodeCount(),
                  gpus,
                  "",
                  CPUS_PER_GPU * gpus,
                  MIB_PER_GPU * gpus,
                  Given.GPU_MEMORY_MIB)));
    }
    return new HostInputs(nodes, ResourceProfiles.of(List.of(PICTURES, SOUNDS, WORDS)));
  }

  /** What FIFO makes of it under a rule. */
  public PolicyResult run(HostResources rule) {
    return run(rule, false);
  }

  /** The same, with a record of decisions or without. */
  public PolicyResult run(HostResources rule, boolean explained) {
    SimulationOptions options =
        SimulationOptions.standard()
            .withThreads(1)
            .withPlacement(placement)
            .withExplained(explained);
    return new Simulator(options)
        .run(Policies.standard().named("fifo").orElseThrow(), inputs(rule));
  }

  /** Inputs drawn from a seed whose jobs are of these models, or of one that nobody knows. */
  public static PolicyInputs drawn(long seed, HostResources rule) {
    PolicyInputs drawn = RandomCase.of(seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<String> models = List.of("pictures", "sounds", "words", "");
    Trace.Builder jobs = new Trace.Builder();
    for (int row = 0; row < drawn.trace().size(); row++) {
      Trace.Job job = drawn.trace().job(row);
      String model = models.get(random.nextInt(models.size()));
      jobs.add(
          model.isEmpty() ? job : job.with(job.attributes().with(JobAttribute.SENSITIVITY, model)));
    }
    return drawn
        .withTrace(jobs.build())
        .withHosts(hosts(drawn.cluster()))
        .with(HostResources.SETTING, rule);
  }
}
