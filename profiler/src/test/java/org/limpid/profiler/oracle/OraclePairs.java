package org.limpid.profiler.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.policy.sharing.PairRates.Source;

/**
 * How fast two jobs on one GPU are. As the artifact has it, some models are never disturbed if they
 * were measured; pairs that were not measured run as predicted, or else at 1.
 */
final class OraclePairs {
  private static final Set<String> UNDISTURBED_MODELS =
      Set.of("NeuMF", "ResNet50", "BERT", "Transformer");

  /** Rate of pairs of which nothing is known, when one is pessimistic or cautious. */
  private static final double PESSIMISTIC_RATE = 0.85;

  private final LimpidCase given;
  private final boolean asBelieved;
  private final Map<Workload, Integer> scores = new HashMap<>();
  private final Map<Pair, Rates> rates = new HashMap<>();

  private record Pair(Workload newcomer, Workload older) {}

  private record Rates(double ofNewcomer, double ofOlder) {}

  private OraclePairs(LimpidCase given, boolean asBelieved) {
    this.given = given;
    this.asBelieved = asBelieved;
    for (Profiles.SingleProfile single : given.profiles().singles()) {
      scores.putIfAbsent(single.profile().workload(), single.shareScore());
    }
  }

  /** What the policy believes. */
  static OraclePairs believed(LimpidCase given) {
    return new OraclePairs(given, true);
  }

  /** What happens. */
  static OraclePairs inTruth(LimpidCase given) {
    return new OraclePairs(given, false);
  }

  /** How much a workload disturbs others, 0 to 2. */
  int shareScore(Workload workload) {
    return scores.get(workload);
  }

  /** Rate of a job that joins another one. */
  double ofNewcomer(OracleTask newcomer, OracleTask older) {
    return rates(newcomer, older).ofNewcomer * gangFactor(newcomer, older);
  }

  /** Rate of a job that is joined by another one. */
  double ofOlder(OracleTask newcomer, OracleTask older) {
    return rates(newcomer, older).ofOlder * gangFactor(older, newcomer);
  }

  private double gangFactor(OracleTask task, OracleTask other) {
    boolean isSlow = !asBelieved && task.gpuCount > 1 && task.gpuCount != other.gpuCount;
    return isSlow ? 1 - given.choices().gangSlowdownPercent() / 100.0 : 1;
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
    return rates.computeIfAbsent(pair, asBelieved ? this::believed : this::inTruth);
  }

  private Rates believed(Pair pair) {
    return switch (given.choices().belief()) {
      case PAIR -> inTruth(pair);
      case LABEL_MEANS -> mean(pair);
      case MEASURED -> find(pair, Source.MEASURED);
      case CAUTIOUS -> find(pair, Source.CAUTIOUS);
    };
  }

  private Rates inTruth(Pair pair) {
    return find(pair, given.choices().rates());
  }

  private Rates find(Pair pair, Source source) {
    for (PairProfile measured : given.profiles().pairs()) {
      if (measured.first().equals(pair.newcomer) && measured.second().equals(pair.older)) {
        return ofMeasured(pair, measured.firstRate(), measured.secondRate(), source);
      }
    }
    for (PairProfile measured : given.profiles().pairs()) {
      if (measured.first().equals(pair.older) && measured.second().equals(pair.newcomer)) {
        return ofMeasured(pair, measured.secondRate(), measured.firstRate(), source);
      }
    }
    return new Rates(
        predicted(pair.newcomer, pair.older, source), predicted(pair.older, pair.newcomer, source));
  }

  private static Rates ofMeasured(Pair pair, double ofNewcomer, double ofOlder, Source source) {
    if (source == Source.PESSIMISTIC) {
      return new Rates(Math.min(1, ofNewcomer), Math.min(1, ofOlder));
    }
    boolean isUndisturbed =
        UNDISTURBED_MODELS.contains(pair.newcomer.model())
            || UNDISTURBED_MODELS.contains(pair.older.model());
    return source == Source.MEASURED && isUndisturbed
        ? new Rates(1, 1)
        : new Rates(ofNewcomer, ofOlder);
  }

  private double predicted(Workload own, Workload other, Source source) {
    double rate = given.predicted().rate(own, other);
    if (source == Source.MEASURED) {
      return Double.isNaN(rate) ? 1 : rate;
    }
    if (source == Source.PESSIMISTIC || Double.isNaN(rate)) {
      return PESSIMISTIC_RATE;
    }
    double error = given.predicted().error();
    return Double.isNaN(error) ? Math.min(PESSIMISTIC_RATE, rate) : Math.max(0.1, rate - error);
  }

  /** Mean over all pairs of workloads of the trace with the same scores, with themselves, too. */
  private Rates mean(Pair pair) {
    double ofNewcomers = 0;
    double ofOlder = 0;
    int count = 0;
    for (Workload newcomer : workloads()) {
      for (Workload older : workloads()) {
        if (shareScore(newcomer) == shareScore(pair.newcomer)
            && shareScore(older) == shareScore(pair.older)) {
          Rates found = inTruth(new Pair(newcomer, older));
          ofNewcomers += found.ofNewcomer;
          ofOlder += found.ofOlder;
          count++;
        }
      }
    }
    return new Rates(ofNewcomers / count, ofOlder / count);
  }

  private List<Workload> workloads() {
    return given.trace().workloadProfiles().stream().map(WorkloadProfile::workload).toList();
  }
}
