package org.limpid.reference.synergy;

import org.limpid.data.NodeGroup;

/**
 * Servers that are alike.
 *
 * @param servers how many, at least 1
 * @param server what each of them has, at least one GPU
 */
public record SynergyCluster(int servers, Resources server) {
  /** The cluster of the artifact's figures with 128 GPUs. */
  public static final SynergyCluster OF_128_GPUS =
      new SynergyCluster(16, new Resources(8, 24, 500, 500));

  private static final double MIB_PER_GB = 1024;

  public SynergyCluster {
    if (servers < 1 || !(server.gpus() >= 1)) {
      throw new IllegalArgumentException(
          "expected a server or more with a GPU, found %d of %s".formatted(servers, server));
    }
  }

  /** The nodes of a cluster of one kind, whose CPUs, memory and storage are known. */
  public static SynergyCluster of(NodeGroup nodes) {
    return new SynergyCluster(
        nodes.nodeCount(),
        new Resources(
            nodes.gpusPerNode(),
            nodes.cpusPerNode(),
            nodes.memoryMib() / MIB_PER_GB,
            nodes.storageMbps()));
  }

  /** What belongs to one GPU where all is divided equally. */
  Resources fairShare() {
    return server.dividedBy(server.gpus());
  }

  /** All that there is. */
  Resources total() {
    return server.times(servers);
  }

  /** GPUs of all servers. */
  public int gpuCount() {
    return (int) total().gpus();
  }
}
