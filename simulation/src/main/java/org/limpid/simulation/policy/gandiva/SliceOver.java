package org.limpid.simulation.policy.gandiva;

import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.policy.Notes;
import org.limpid.simulation.policy.RunFacts;

/**
 * The turn of a job is over.
 *
 * @param by whose turn it is
 * @param sliceSeconds length of a slice
 */
public record SliceOver(long second, JobName by, long sliceSeconds) implements Notes.Telling {
  /** The kind of the note that tells it. */
  static final String NOTE = "slice-over";

  static Notes notes(RunFacts run, Notes.Jobs jobs) {
    return (state, note) ->
        note.kind().equals(NOTE) ? Optional.of(of(note, jobs)) : Optional.empty();
  }

  private static SliceOver of(Note note, Notes.Jobs jobs) {
    return new SliceOver(note.second(), jobs.name(note.whole(0)), note.whole(1));
  }

  @Override
  public String label() {
    return NOTE;
  }

  @Override
  public String text() {
    return "A slice of time of %s ended, and its turn with it: job %s goes on in its place."
        .formatted(Words.roughly(sliceSeconds), by.inWords());
  }
}
