package org.limpid.reference.mirage;

import java.util.List;

/**
 * All that is known when the successor could be submitted: readable numbers, and the states of the
 * cluster in the 24 h before. Nothing of it comes later. Immutable and safe for several threads.
 */
public final class ChainSight {
  private final ChainMoment moment;
  private final List<ClusterState> states;
  private final double[] chain;

  /**
   * A sight.
   *
   * @param states every ten minutes, the last one last
   * @param chain what is known of both jobs of the chain
   */
  ChainSight(ChainMoment moment, List<ClusterState> states, double[] chain) {
    this.moment = moment;
    this.states = List.copyOf(states);
    this.chain = chain.clone();
  }

  /** A moment of which no states are known: its window is empty. */
  public static ChainSight of(ChainMoment moment) {
    return new ChainSight(moment, List.of(), new double[0]);
  }

  /** The readable numbers. */
  public ChainMoment moment() {
    return moment;
  }

  /**
   * The states as {@link ChainSample} has them: up to {@link ChainWindow#HISTORY} of them x {@link
   * ChainSample#names()}, the last state last. A new array.
   */
  public double[][] window() {
    return ClusterState.rows(states, chain);
  }
}
