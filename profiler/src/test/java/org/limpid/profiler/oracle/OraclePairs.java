package org.limpid.profiler.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.limpid.data.PairProfile;
import org.limpid.data.Workload;

/**
 * How fast two jobs on one GPU are. As the artifact has it, some models are never disturbed if they
 * were measured; pairs that were not measured run as predicted, or else at 1.
 */
final class OraclePairs {
  private static final Set<String> UNDISTURBED_MODELS =
      Set.of("NeuMF", "ResNet50", "BERT", "Transformer");

  /** Rate of all jobs in pairs of which nothing is known, when one is pessimistic. */
  private static final double PESSIMISTIC_RATE = 0.85;

  private final LimpidCase given;
  private final boolean pessimistic;
  private final Map<Pair, Rates> rates = new HashMap<>();

  private record Pair(Workload newcomer, Workload older) {}

  private record Rates(double ofNewcomer, double ofOlder) {}

  private OraclePairs(LimpidCase given, boolean pessimistic) {
    this.given = given;
    this.pessimistic = pessimistic;
  }

  /** What the policy believes. */
  static OraclePairs believed(LimpidCase given) {
    return new OraclePairs(given, false);
  }

  /** What happens. */
  static OraclePairs inTruth(LimpidCase given) {
    return new OraclePairs(given, given.choices().pessimistic());
  }

  /** Rate of a job that joins another one. */
  double ofNewcomer(OracleTask newcomer, OracleTask older) {
    return rates(newcomer, older).ofNewcomer;
  }

  /** Rate of a job that is joined by another one. */
  double ofOlder(OracleTask newcomer, OracleTask older) {
    return rates(newcomer, older).ofOlder;
  }

  /** Rate of a running job: that on its slowest GPU. */
  double rate(OracleTask task) {
    double slowest = Double.POSITIVE_INFINITY;
    for (OracleTask.Gpu gpu : task.gpus) {
      slowest = Math.min(slowest, rateOn(gpu, task));
    }
    return slowest;
  }

  private double rateOn(OracleTask.Gpu gpu, OracleTask task) {
    if (gpu.tasks.size() == 1) {
      return 1;
    }
    OracleTask older = gpu.tasks.get(0);
    OracleTask newcomer = gpu.tasks.get(1);
    return task == newcomer ? ofNewcomer(newcomer, older) : ofOlder(newcomer, older);
  }

  private Rates rates(OracleTask newcomer, OracleTask older) {
    Pair pair = new Pair(newcomer.profile.workload(), older.profile.workload());
    return rates.computeIfAbsent(pair, this::find);
  }

  private Rates find(Pair pair) {
    for (PairProfile measured : given.profiles().pairs()) {
      if (measured.first().equals(pair.newcomer) && measured.second().equals(pair.older)) {
        return ofMeasured(pair, measured.firstRate(), measured.secondRate());
      }
    }
    for (PairProfile measured : given.profiles().pairs()) {
      if (measured.first().equals(pair.older) && measured.second().equals(pair.newcomer)) {
        return ofMeasured(pair, measured.secondRate(), measured.firstRate());
      }
    }
    return pessimistic
        ? new Rates(PESSIMISTIC_RATE, PESSIMISTIC_RATE)
        : new Rates(predicted(pair.newcomer, pair.older), predicted(pair.older, pair.newcomer));
  }

  private Rates ofMeasured(Pair pair, double ofNewcomer, double ofOlder) {
    if (pessimistic) {
      return new Rates(Math.min(1, ofNewcomer), Math.min(1, ofOlder));
    }
    return UNDISTURBED_MODELS.contains(pair.newcomer.model())
            || UNDISTURBED_MODELS.contains(pair.older.model())
        ? new Rates(1, 1)
        : new Rates(ofNewcomer, ofOlder);
  }

  private double predicted(Workload own, Workload other) {
    double rate = given.predicted().rate(own, other);
    return Double.isNaN(rate) ? 1 : rate;
  }
}
