package org.limpid.simulation.policy.edf;

import org.limpid.simulation.event.Note;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.policy.Notes;

/**
 * A running job gave way to a more urgent one.
 *
 * @param by that one; of several the least urgent
 */
public record Yielded(long second, JobName by) implements Notes.Telling {
  /** The kind of the note that tells it. */
  static final String NOTE = "yielded";

  static Yielded of(Note note, Notes.Jobs jobs) {
    return new Yielded(note.second(), jobs.name(note.whole(0)));
  }

  @Override
  public String label() {
    return NOTE;
  }

  @Override
  public String text() {
    return "Its GPUs went to jobs that are more urgent, the last of them job %s."
        .formatted(by.inWords());
  }
}
