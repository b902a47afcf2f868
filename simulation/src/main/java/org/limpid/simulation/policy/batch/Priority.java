package org.limpid.simulation.policy.batch;

import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.Notes;

/**
 * The priority that a job has when it comes.
 *
 * @param points for its size; it gains more with its age, as all do
 * @param aheadSeconds as if it had come so much earlier than a job of no size
 */
public record Priority(long second, double points, double aheadSeconds) implements Notes.Telling {
  /** The kind of the note that tells it. */
  static final String NOTE = "priority";

  /** Notes it of a job that has come. */
  public static void tell(Partition partition, int job, double points, double aheadSeconds) {
    partition.tellNote(job, NOTE, points, aheadSeconds);
  }

  static Priority of(Note note) {
    return new Priority(note.second(), note.values().get(0), note.values().get(1));
  }

  @Override
  public String label() {
    return NOTE;
  }

  @Override
  public String text() {
    return "Its size is worth a priority of %s: as if it had come %s earlier."
        .formatted(Words.number(points, 1), Words.roughly(aheadSeconds));
  }
}
