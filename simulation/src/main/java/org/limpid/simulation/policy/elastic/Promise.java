package org.limpid.simulation.policy.elastic;

import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;

/**
 * A job that was admitted has ended.
 *
 * @param second its end
 * @param deadline when it was due
 * @param outlived whether it had more to do than its iterations said
 */
public record Promise(long second, long deadline, boolean outlived) implements Notes.Telling {
  /** What the policy calls its notes of this kind. */
  static final String NOTE = "promise";

  /** What a note of this kind tells. */
  static Promise of(Note note) {
    return new Promise(note.second(), note.values().get(0).longValue(), note.whole(1) == 1);
  }

  /** Whether the job ended in time. */
  public boolean isKept() {
    return second <= deadline;
  }

  @Override
  public String label() {
    return NOTE;
  }

  @Override
  public String text() {
    String kept =
        second == deadline
            ? "The promise was kept: it ended at its deadline."
            : isKept()
                ? "The promise was kept: it ended %s before its deadline."
                    .formatted(Words.roughly(deadline - second))
                : "The promise was broken: it ended %s after its deadline."
                    .formatted(Words.roughly(second - deadline));
    return outlived ? kept + " It had more to do than its iterations say." : kept;
  }
}
