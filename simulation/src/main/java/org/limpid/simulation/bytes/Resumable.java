package org.limpid.simulation.bytes;

/**
 * Something whose state can be saved between two seconds of a run and restored in another run.
 *
 * <p>What is restored must go on exactly as if it had never been interrupted. What only spares work
 * and can't change a result, such as a memory of searches that failed, need not be saved.
 */
public interface Resumable {
  /** Appends the state. */
  void save(ByteWriter out);

  /**
   * Takes over a state that {@link #save} has written. Called once, on an object that has done
   * nothing yet; what it builds upon is restored already.
   *
   * @throws IllegalStateException if this is no such state
   */
  void restore(ByteReader in);
}
