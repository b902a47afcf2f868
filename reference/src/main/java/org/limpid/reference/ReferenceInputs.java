package org.limpid.reference;

import java.util.List;
import java.util.Objects;
import org.limpid.data.ClusterDescription;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.simulation.policy.Settings;

/**
 * All that a simulator of a published artifact may look at. Immutable.
 *
 * @param cluster the machines
 * @param trace the jobs
 * @param scaling the scaling curves that jobs name
 * @param settings what was chosen
 * @param nodes by kind, with all that the data set tells of them
 * @param sensitivity what models gain by CPUs and memory
 */
public record ReferenceInputs(
    ClusterDescription cluster,
    Trace trace,
    ScalingCurves scaling,
    Settings settings,
    List<NodeGroup> nodes,
    ResourceProfiles sensitivity) {
  public ReferenceInputs {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(scaling, "scaling");
    Objects.requireNonNull(settings, "settings");
    nodes = List.copyOf(nodes);
    Objects.requireNonNull(sensitivity, "sensitivity");
  }

  /** Inputs of a data set that tells nothing of CPUs and memory. */
  public ReferenceInputs(
      ClusterDescription cluster, Trace trace, ScalingCurves scaling, Settings settings) {
    this(cluster, trace, scaling, settings, cluster.groups(), ResourceProfiles.EMPTY);
  }

  /** Nor of scaling. */
  public ReferenceInputs(ClusterDescription cluster, Trace trace, Settings settings) {
    this(cluster, trace, ScalingCurves.EMPTY, settings);
  }
}
