package org.limpid.experiment.chain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.limpid.simulation.metrics.RelativeDifference;

/**
 * What a way to submit reaches in the windows of a load.
 *
 * @param nodes of each job of a chain
 * @param load of the windows, by the gap that the reactive baseline leaves in them
 * @param windows how many
 * @param method how the second job was submitted
 * @param gapHours mean per window
 * @param gapChange of the gap from that of the reactive baseline, windows paired
 * @param overlapHours mean per window
 * @param noGapShare share of windows without a gap, 0 to 1
 * @param wastedNodeHours that both jobs held nodes, in sum
 * @param costHours mean priced sum of gap and overlap
 * @param costChange of the cost from that of the glass box, windows paired: above 0 it is dearer
 */
public record ChainScore(
    int nodes,
    String load,
    int windows,
    String method,
    double gapHours,
    RelativeDifference gapChange,
    double overlapHours,
    double noGapShare,
    double wastedNodeHours,
    double costHours,
    RelativeDifference costChange) {
  public ChainScore {
    Objects.requireNonNull(load, "load");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(gapChange, "gapChange");
    Objects.requireNonNull(costChange, "costChange");
    if (nodes < 1 || windows < 1) {
      throw new IllegalArgumentException(
          "expected nodes and windows from 1, found %d and %d".formatted(nodes, windows));
    }
  }

  /** It for programs. */
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("load", load);
    json.put("windows", windows);
    json.put("method", method);
    json.put("gap_hours", gapHours);
    json.put("gap_change", gapChange.share());
    json.put("gap_change_half_width", gapChange.halfWidth());
    json.put("overlap_hours", overlapHours);
    json.put("no_gap_share", noGapShare);
    json.put("wasted_node_hours", wastedNodeHours);
    json.put("cost_hours", costHours);
    json.put("cost_change", costChange.share());
    json.put("cost_change_half_width", costChange.halfWidth());
    return json;
  }
}
