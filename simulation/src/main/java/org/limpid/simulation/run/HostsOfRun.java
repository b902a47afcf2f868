package org.limpid.simulation.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.data.NodeGroup;
import org.limpid.data.OptionalColumns;
import org.limpid.data.ResourceProfile;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.host.HostDemands;
import org.limpid.simulation.host.HostRule;
import org.limpid.simulation.host.Supply;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.policy.HostResources;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.world.SupplySpeeds;

/** The CPUs and the memory of a run, if they are allocated: what jobs want and make of them. */
record HostsOfRun(PolicyInputs inputs, HostRule rule) {
  /** Those of a run; empty: nobody counts them. */
  static Optional<HostsOfRun> of(PolicyInputs inputs) {
    return rule(inputs).map(rule -> new HostsOfRun(inputs, rule));
  }

  private static Optional<HostRule> rule(PolicyInputs inputs) {
    return inputs.settings().get(HostResources.SETTING).rule();
  }

  /** Why they can't be allocated on some inputs, a clause; null: they can, or need not be. */
  static String problem(PolicyInputs inputs) {
    if (rule(inputs).isEmpty()) {
      return null;
    }
    if (inputs.hosts().profiles().isEmpty()
        || !inputs.trace().optional().has(JobAttribute.SENSITIVITY)) {
      return "the data set does not tell what jobs gain by CPUs and memory. Maybe make one with"
          + " 'limpid data generate --resources' or 'limpid data import synergy'";
    }
    HostsOfRun run = new HostsOfRun(inputs, HostRule.FAIR);
    return inputs.cluster().virtualClusters().stream()
        .map(run::problem)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private Optional<String> problem(VirtualCluster virtualCluster) {
    List<NodeGroup> groups = inputs.hosts().nodes().getOrDefault(virtualCluster.name(), List.of());
    if (groups.size() != 1
        || groups.getFirst().cpusPerNode() == 0
        || groups.getFirst().memoryMib() == 0) {
      return Optional.of(
          "the nodes of virtual cluster %s must be alike, with CPUs and memory that are known. Maybe add cpus_per_node and memory_mib to nodeGroups"
              .formatted(virtualCluster.name()));
    }
    Supply fair = HostDemands.of(groups.getFirst(), 0, _ -> null).fairShare();
    return inputs.hosts().profiles().all().stream()
        .filter(profile -> !isKnown(profile, fair))
        .map(profile ->
            "model %s has no speed, or 0, with some share of CPUs and memory. Maybe measure it, or leave its jobs out"
                .formatted(profile.model()))
        .findFirst();
  }

  private static boolean isKnown(ResourceProfile profile, Supply fair) {
    return profile.speeds().rows() > 0
        && profile.speeds().columns() > 0
        && profile.speed(fair.cpus(), fair.memoryGb()) > 0
        && IntStream.range(0, profile.speeds().rows())
            .allMatch(row ->
                IntStream.range(0, profile.speeds().columns())
                    .allMatch(column -> profile.speeds().speed(row, column) > 0));
  }

  /** What the jobs of a virtual cluster want. */
  HostDemands demands(VirtualCluster virtualCluster, PartitionJobs jobs) {
    return HostDemands.of(nodes(virtualCluster), jobs.size(), job -> profile(jobs.row(job)));
  }

  /** What they make of it. */
  SupplySpeeds speeds(VirtualCluster virtualCluster, PartitionJobs jobs) {
    return demands(virtualCluster, jobs)::speed;
  }

  private NodeGroup nodes(VirtualCluster virtualCluster) {
    return inputs.hosts().nodes().get(virtualCluster.name()).getFirst();
  }

  /** What the model of a job gains; null: nobody knows. */
  private ResourceProfile profile(int row) {
    Trace trace = inputs.trace();
    OptionalColumns optional = trace.optional();
    return optional.has(JobAttribute.SENSITIVITY, row)
        ? inputs.hosts().profiles().find(optional.text(JobAttribute.SENSITIVITY, row)).orElse(null)
        : null;
  }
}
