package org.limpid.simulation.policy.batch;

import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;

/**
 * A waiting job was planned for a later time.
 *
 * @param waitSeconds from then on to its start by the plan
 */
public record Planned(long second, long waitSeconds) implements Notes.Telling {
  /** The kind of the note that tells it. */
  static final String NOTE = "planned";

  static Planned of(Note note) {
    return new Planned(note.second(), note.values().getFirst().longValue());
  }

  @Override
  public String label() {
    return NOTE;
  }

  @Override
  public String text() {
    return "Planned to start in %s, if every job runs up to its limit."
        .formatted(Words.roughly(waitSeconds));
  }
}
