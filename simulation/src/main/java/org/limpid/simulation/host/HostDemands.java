package org.limpid.simulation.host;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfile;

/**
 * What is known of CPUs and memory in one virtual cluster: what a node has, and what jobs want.
 * Immutable.
 */
public final class HostDemands {
  private final Supply node;
  private final Supply fair;
  private final Supply[] wanted;

  private HostDemands(Supply node, Supply fair, Supply[] wanted) {
    this.node = node;
    this.fair = fair;
    this.wanted = wanted;
  }

  /**
   * The demands of the jobs of a virtual cluster.
   *
   * @param nodes its nodes, all alike, with CPUs and memory that are known
   * @param jobCount number of its jobs
   * @param profileOf per job what its model gains; null: nobody knows, so it wants its fair share
   */
  public static HostDemands of(
      NodeGroup nodes, int jobCount, IntFunction<ResourceProfile> profileOf) {
    Supply node = new Supply(1000L * nodes.cpusPerNode(), nodes.memoryMib());
    Supply fair = node.part(nodes.gpusPerNode());
    Supply[] wanted = new Supply[jobCount];
    Arrays.setAll(wanted, job -> wanted(profileOf.apply(job), fair));
    return new HostDemands(node, fair, wanted);
  }

  private static Supply wanted(ResourceProfile profile, Supply fair) {
    return profile == null ? fair : Supply.of(profile.cpusPerGpu(), profile.memoryGbPerGpu());
  }

  /** What a node has. */
  public Supply node() {
    return node;
  }

  /** The part of a node that belongs to each of its GPUs. */
  public Supply fairShare() {
    return fair;
  }

  /**
   * What a job wants beside each of its GPUs; no more than a node can give.
   *
   * @param gpusOnNode most GPUs that it has on one node
   */
  public Supply wanted(int job, int gpusOnNode) {
    return wanted[job].atMost(node.part(gpusOnNode));
  }
}
