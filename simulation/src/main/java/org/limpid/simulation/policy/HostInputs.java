package org.limpid.simulation.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfiles;

/**
 * What a data set tells of CPUs and memory.
 *
 * @param nodes by virtual cluster the kinds of its nodes
 * @param profiles what the models that jobs name gain; {@link ResourceProfiles#EMPTY} if nobody
 *     knows
 */
public record HostInputs(Map<String, List<NodeGroup>> nodes, ResourceProfiles profiles) {
  /** Nothing. */
  public static final HostInputs NONE = new HostInputs(Map.of(), ResourceProfiles.EMPTY);

  public HostInputs {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    Objects.requireNonNull(profiles, "profiles");
  }
}
