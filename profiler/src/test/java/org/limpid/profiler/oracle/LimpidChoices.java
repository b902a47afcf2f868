package org.limpid.profiler.oracle;

import org.limpid.simulation.policy.limpid.LimpidSettings.Belief;
import org.limpid.simulation.policy.sharing.PairRates.Source;

/**
 * What may be chosen about the policy {@code limpid}.
 *
 * @param profilerNodes nodes of the profiler; 0: there is no profiling stage
 * @param limitSeconds longest time in the profiler, and the time after which a job that runs is
 *     known
 * @param probes probes that run at a time; 0: none at all
 * @param reservations large jobs that reserve nodes in one pass
 * @param scoreLimit largest sum of the share scores of two jobs on a GPU
 * @param memoryMarginMib memory of a GPU that two jobs leave free, MiB
 * @param sizes which sizes may share
 * @param rates how pairs run
 * @param belief what the policy believes about that
 * @param gangSlowdownPercent by how much a job of several GPUs is slower beside one of another
 *     size, which the policy does not know
 * @param leastSharePercent an estimate is believed while more than so much of the work done is left
 * @param idleNodePricePermille price of breaking up an idle node, thousandths of a GPU
 * @param endDelaySeconds seconds between the end of the work of a job and its end, 0 or 1
 * @param keepsLoans whether a loan that can't be given is given later, and always comes back
 */
public record LimpidChoices(
    int profilerNodes,
    int limitSeconds,
    int probes,
    int reservations,
    int scoreLimit,
    int memoryMarginMib,
    Sizes sizes,
    Source rates,
    Belief belief,
    int gangSlowdownPercent,
    int leastSharePercent,
    int idleNodePricePermille,
    int endDelaySeconds,
    boolean keepsLoans) {

  /** Which sizes of jobs may share. */
  public enum Sizes {
    /** All. */
    ANY,
    /** A job joins one that has at least as many GPUs, with all of its own. */
    SMALLER,
    /** A job joins one on exactly its GPUs. */
    EQUAL,
    /** None. */
    NONE
  }

  /** As the policy is meant: 100 s in the profiler, two probes, four reservations, any sizes. */
  public static LimpidChoices standard(int profilerNodes) {
    return new LimpidChoices(
        profilerNodes,
        100,
        2,
        4,
        2,
        0,
        Sizes.ANY,
        Source.MEASURED,
        Belief.CAUTIOUS,
        0,
        10,
        1,
        0,
        true);
  }

  /** A copy with other sizes. */
  public LimpidChoices with(Sizes other) {
    return new LimpidChoices(
        profilerNodes,
        limitSeconds,
        probes,
        reservations,
        scoreLimit,
        memoryMarginMib,
        other,
        rates,
        belief,
        gangSlowdownPercent,
        leastSharePercent,
        idleNodePricePermille,
        endDelaySeconds,
        keepsLoans);
  }

  /** A copy with another number of reservations. */
  public LimpidChoices withReservations(int other) {
    return new LimpidChoices(
        profilerNodes,
        limitSeconds,
        probes,
        other,
        scoreLimit,
        memoryMarginMib,
        sizes,
        rates,
        belief,
        gangSlowdownPercent,
        leastSharePercent,
        idleNodePricePermille,
        endDelaySeconds,
        keepsLoans);
  }

  /** A copy with another belief. */
  public LimpidChoices with(Belief other) {
    return new LimpidChoices(
        profilerNodes,
        limitSeconds,
        probes,
        reservations,
        scoreLimit,
        memoryMarginMib,
        sizes,
        rates,
        other,
        gangSlowdownPercent,
        leastSharePercent,
        idleNodePricePermille,
        endDelaySeconds,
        keepsLoans);
  }

  boolean hasProfiler() {
    return profilerNodes > 0;
  }
}
