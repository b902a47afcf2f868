package org.limpid.simulation.policy.batch;

import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;

/**
 * A job was started by backfill.
 *
 * @param ahead jobs before it in the queue that go on waiting
 */
public record Backfilled(long second, int ahead) implements Notes.Telling {
  /** The kind of the note that tells it. */
  static final String NOTE = "backfilled";

  static Backfilled of(Note note) {
    return new Backfilled(note.second(), note.whole(0));
  }

  @Override
  public String label() {
    return NOTE;
  }

  @Override
  public String text() {
    return ahead == 0
        ? "Backfilled, together with all before it."
        : "Backfilled: it passes %s, as %s planned for later."
            .formatted(
                ahead == 1
                    ? "1 job that goes on waiting"
                    : Words.number(ahead) + " jobs that go on waiting",
                ahead == 1 ? "that is" : "those are");
  }
}
