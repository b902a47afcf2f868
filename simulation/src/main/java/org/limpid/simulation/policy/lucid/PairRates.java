package org.limpid.simulation.policy.lucid;

import java.util.List;
import java.util.Set;
import org.limpid.data.MeasuredPairs;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/**
 * Speeds of two workloads on the same GPUs, relative to running alone.
 *
 * <p>Immutable and safe to share between threads.
 */
final class PairRates {
  /** Models whose rates the published artifact leaves at 1, whatever the table says. */
  private static final Set<String> UNMEASURED_MODELS =
      Set.of("NeuMF", "ResNet50", "BERT", "Transformer");

  private final List<Workload> workloads;
  private final MeasuredPairs pairs;

  /**
   * @param trace gives the workloads
   * @param profiles measured pairs; all others keep their speed
   */
  PairRates(Trace trace, Profiles profiles) {
    workloads = trace.workloadProfiles().stream().map(WorkloadProfile::workload).toList();
    pairs =
        new MeasuredPairs(
            profiles.pairs().stream()
                .filter(pair -> !isUnmeasured(pair.first()) && !isUnmeasured(pair.second()))
                .toList());
  }

  private static boolean isUnmeasured(Workload workload) {
    return UNMEASURED_MODELS.contains(workload.model());
  }

  /** Speed of the job that joins, by the indexes of both workloads in the trace. */
  double ofNewcomer(int joining, int present) {
    PairProfile pair = find(joining, present);
    return pair == null ? 1 : pair.firstRate();
  }

  /** Speed of the job that is joined, by the indexes of both workloads in the trace. */
  double ofPartner(int joining, int present) {
    PairProfile pair = find(joining, present);
    return pair == null ? 1 : pair.secondRate();
  }

  private PairProfile find(int joining, int present) {
    return pairs.find(workloads.get(joining), workloads.get(present));
  }
}
