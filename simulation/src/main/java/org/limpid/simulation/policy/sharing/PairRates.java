package org.limpid.simulation.policy.sharing;

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
public final class PairRates {
  /** Models whose rates the published artifact leaves at 1, whatever the table says. */
  private static final Set<String> UNMEASURED_MODELS =
      Set.of("NeuMF", "ResNet50", "BERT", "Transformer");

  /** What a pessimist expects of a pair that nobody has measured. */
  private static final double PESSIMISTIC_RATE = 0.85;

  /** No rate is lower, however unsure it is. */
  private static final double LOWEST_RATE = 0.1;

  /** Speeds of two jobs on the same GPUs. */
  public record Rates(double ofNewcomer, double ofPartner) {
    private Rates atMostOne() {
      return new Rates(Math.min(1, ofNewcomer), Math.min(1, ofPartner));
    }
  }

  private static final Rates ALONE = new Rates(1, 1);

  private final List<Workload> workloads;
  private final MeasuredPairs pairs;
  private final PairSpeeds predicted;
  private final Source source;

  /** Where the rates of pairs come from. */
  public enum Source {
    /**
     * The table, predictions, or 1; the models that the artifact leaves at 1 stay there whatever
     * the table says.
     */
    MEASURED("measured"),
    /** The table, whatever the model; where it says nothing 0.85; and no rate above 1. */
    PESSIMISTIC("pessimistic"),
    /**
     * The table, whatever the model; where it says nothing, a prediction less its error, which is
     * at most 0.85 where nobody knows the error; 0.85 without a prediction.
     */
    CAUTIOUS("cautious");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** The name on the command line. */
    public String label() {
      return label;
    }
  }

  /**
   * @param trace gives the workloads
   * @param profiles measured pairs
   * @param predicted rates of other pairs; those that it lacks keep their speed
   * @param source where rates come from
   */
  public PairRates(Trace trace, Profiles profiles, PairSpeeds predicted, Source source) {
    this(
        trace.workloadProfiles().stream().map(WorkloadProfile::workload).toList(),
        new MeasuredPairs(profiles.pairs()),
        predicted,
        source);
  }

  private PairRates(
      List<Workload> workloads, MeasuredPairs pairs, PairSpeeds predicted, Source source) {
    this.workloads = workloads;
    this.pairs = pairs;
    this.predicted = predicted;
    this.source = source;
  }

  /** The same pairs with rates from elsewhere. */
  public PairRates from(Source other) {
    return new PairRates(workloads, pairs, predicted, other);
  }

  /** Number of workloads. */
  public int size() {
    return workloads.size();
  }

  /** Speeds of a job that joins and of the one that is joined, by their workloads in the trace. */
  public Rates of(int joining, int present) {
    Workload newcomer = workloads.get(joining);
    Workload partner = workloads.get(present);
    PairProfile pair = pairs.find(newcomer, partner);
    return pair == null
        ? new Rates(unmeasured(newcomer, partner), unmeasured(partner, newcomer))
        : measured(pair);
  }

  private Rates measured(PairProfile pair) {
    Rates rates = new Rates(pair.firstRate(), pair.secondRate());
    return switch (source) {
      case MEASURED -> keepsSpeed(pair.first()) || keepsSpeed(pair.second()) ? ALONE : rates;
      case PESSIMISTIC -> rates.atMostOne();
      case CAUTIOUS -> rates;
    };
  }

  private static boolean keepsSpeed(Workload workload) {
    return UNMEASURED_MODELS.contains(workload.model());
  }

  private double unmeasured(Workload own, Workload other) {
    double rate = predicted.rate(own, other);
    return switch (source) {
      case MEASURED -> Double.isNaN(rate) ? 1 : rate;
      case PESSIMISTIC -> PESSIMISTIC_RATE;
      case CAUTIOUS -> Double.isNaN(rate) ? PESSIMISTIC_RATE : cautious(rate);
    };
  }

  private double cautious(double rate) {
    return Double.isNaN(predicted.error())
        ? Math.min(rate, PESSIMISTIC_RATE)
        : Math.max(LOWEST_RATE, rate - predicted.error());
  }
}
