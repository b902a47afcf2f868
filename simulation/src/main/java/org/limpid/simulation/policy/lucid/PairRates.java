package org.limpid.simulation.policy.lucid;

import java.util.List;
import java.util.Set;
import org.limpid.data.MeasuredPairs;
import org.limpid.data.PairProfile;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/**
 * Speeds of two workloads on the same GPUs, relative to running alone: measured, or else predicted,
 * or else 1.
 *
 * <p>A measured pair never has predicted rates: those of the models that the artifact leaves at 1
 * stay there.
 *
 * <p>Immutable and safe to share between threads.
 */
final class PairRates {
  /** Models whose rates the published artifact leaves at 1, whatever the table says. */
  private static final Set<String> UNMEASURED_MODELS =
      Set.of("NeuMF", "ResNet50", "BERT", "Transformer");

  /** Speeds of two jobs on the same GPUs. */
  record Rates(double ofNewcomer, double ofPartner) {}

  private final List<Workload> workloads;
  private final MeasuredPairs pairs;
  private final PairSpeeds predicted;

  /**
   * @param trace gives the workloads
   * @param profiles measured pairs
   * @param predicted rates of other pairs; those that it lacks keep their speed
   */
  PairRates(Trace trace, Profiles profiles, PairSpeeds predicted) {
    workloads = trace.workloadProfiles().stream().map(WorkloadProfile::workload).toList();
    pairs = new MeasuredPairs(profiles.pairs().stream().map(PairRates::asUsed).toList());
    this.predicted = predicted;
  }

  private static PairProfile asUsed(PairProfile pair) {
    return isUnmeasured(pair.first()) || isUnmeasured(pair.second())
        ? new PairProfile(
            pair.first(),
            pair.second(),
            1,
            1,
            pair.gpuUtilPercent(),
            pair.memoryUtilPercent(),
            pair.memoryMib())
        : pair;
  }

  private static boolean isUnmeasured(Workload workload) {
    return UNMEASURED_MODELS.contains(workload.model());
  }

  /** Speeds of a job that joins and of the one that is joined, by their workloads in the trace. */
  Rates of(int joining, int present) {
    PairProfile pair = pairs.find(workloads.get(joining), workloads.get(present));
    return pair == null
        ? new Rates(predicted(joining, present), predicted(present, joining))
        : new Rates(pair.firstRate(), pair.secondRate());
  }

  private double predicted(int own, int other) {
    double rate = predicted.rate(workloads.get(own), workloads.get(other));
    return Double.isNaN(rate) ? 1 : rate;
  }
}
