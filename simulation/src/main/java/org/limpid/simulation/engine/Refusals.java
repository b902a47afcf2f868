package org.limpid.simulation.engine;

/**
 * Why no running job of the same size could take a waiting one onto its GPUs: for how many of them
 * which rule was the first that failed.
 *
 * @param shares it shares with another job already
 * @param memory the GPUs have too little memory for both
 * @param disturbance the two disturb each other too much, by the sum of their share scores
 * @param priority it has much more urgent work than the waiting one
 * @param reserved its nodes are reserved for another job
 */
public record Refusals(int shares, int memory, int disturbance, int priority, int reserved) {
  /** Number of candidates. */
  public int candidates() {
    return shares + memory + disturbance + priority + reserved;
  }
}
