package org.limpid.simulation.policy.lucid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.Workload;

/**
 * Speeds of two workloads on the same GPUs, relative to running alone.
 *
 * <p>Immutable and safe to share between threads.
 */
final class PairRates {
  /** Models whose rates the published artifact leaves at 1, whatever the table says. */
  private static final Set<String> UNMEASURED_MODELS =
      Set.of("NeuMF", "ResNet50", "BERT", "Transformer");

  private final double[][] newcomer;
  private final double[][] partner;

  /**
   * @param trace gives the workloads
   * @param profiles measured pairs; all others keep their speed
   */
  PairRates(Trace trace, Profiles profiles) {
    List<Workload> workloads =
        trace.workloadProfiles().stream().map(profile -> profile.workload()).toList();
    int count = workloads.size();
    newcomer = new double[count][count];
    partner = new double[count][count];
    Map<List<Workload>, PairProfile> measured = new HashMap<>();
    for (PairProfile pair : profiles.pairs()) {
      measured.putIfAbsent(List.of(pair.first(), pair.second()), pair);
    }
    for (int joining = 0; joining < count; joining++) {
      for (int present = 0; present < count; present++) {
        Workload one = workloads.get(joining);
        Workload other = workloads.get(present);
        PairProfile pair = measured.get(List.of(one, other));
        PairProfile reversed = measured.get(List.of(other, one));
        newcomer[joining][present] = 1;
        partner[joining][present] = 1;
        if (isUnmeasured(one) || isUnmeasured(other)) {
          continue;
        }
        if (pair != null) {
          newcomer[joining][present] = pair.firstRate();
          partner[joining][present] = pair.secondRate();
        } else if (reversed != null) {
          newcomer[joining][present] = reversed.secondRate();
          partner[joining][present] = reversed.firstRate();
        }
      }
    }
  }

  private static boolean isUnmeasured(Workload workload) {
    return UNMEASURED_MODELS.contains(workload.model());
  }

  /** Speed of the job that joins. */
  double ofNewcomer(int joining, int present) {
    return newcomer[joining][present];
  }

  /** Speed of the job that is joined. */
  double ofPartner(int joining, int present) {
    return partner[joining][present];
  }
}
