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
  private final ResourceProfile[] profiles;
  private final Supply[] wanted;

  private HostDemands(Supply node, Supply fair, ResourceProfile[] profiles) {
    this.node = node;
    this.fair = fair;
    this.profiles = profiles;
    wanted = new Supply[profiles.length];
    Arrays.setAll(wanted, job -> wanted(profiles[job], fair));
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
    ResourceProfile[] profiles = new ResourceProfile[jobCount];
    Arrays.setAll(profiles, profileOf);
    return new HostDemands(node, fair, profiles);
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

  /** What the model of a job gains; null: nobody knows. */
  ResourceProfile profile(int job) {
    return profiles[job];
  }

  /** The name of the model of a job; empty if nobody knows what it gains. */
  String model(int job) {
    return profiles[job] == null ? "" : profiles[job].model();
  }

  /**
   * How fast a job is with so much beside each of its GPUs; 1 is the speed with the fair share, and
   * that of any job of which nobody knows more.
   */
  public double speed(int job, double cpusPerGpu, double memoryGbPerGpu) {
    ResourceProfile profile = profiles[job];
    return profile == null
        ? 1
        : profile.speed(cpusPerGpu, memoryGbPerGpu) / profile.speed(fair.cpus(), fair.memoryGb());
  }
}
