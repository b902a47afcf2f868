package org.limpid.simulation.policy.lucid;

import org.limpid.simulation.event.Note;

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
  /** The kind of the note that tells them. */
  public static final String NOTE = "partners-refused";

  /** What a note of this kind tells. */
  public static Refusals of(Note note) {
    return new Refusals(note.whole(0), note.whole(1), note.whole(2), note.whole(3), note.whole(4));
  }

  double[] values() {
    return new double[] {shares, memory, disturbance, priority, reserved};
  }

  /** Which rules failed, as bits. */
  int rules() {
    return (shares > 0 ? 1 : 0)
        | (memory > 0 ? 2 : 0)
        | (disturbance > 0 ? 4 : 0)
        | (priority > 0 ? 8 : 0)
        | (reserved > 0 ? 16 : 0);
  }

  /** Number of candidates. */
  public int candidates() {
    return shares + memory + disturbance + priority + reserved;
  }
}
