package org.limpid.simulation.policy.tiresiasdeadline;

import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;
import org.limpid.simulation.policy.RunFacts;

/**
 * A running job has gone down a queue.
 *
 * @param queue the queue in which it is now; 1 is the first
 * @param thresholdGpuSeconds the attained service that led there, GPU-seconds
 */
public record Demoted(long second, int queue, long thresholdGpuSeconds) implements Notes.Telling {
  /** The kind of the note that tells it. */
  static final String NOTE = "demoted";

  static Notes notes(RunFacts run, Notes.Jobs jobs) {
    return (state, note) -> note.kind().equals(NOTE) ? Optional.of(of(note)) : Optional.empty();
  }

  private static Demoted of(Note note) {
    return new Demoted(note.second(), note.whole(0), note.whole(1));
  }

  @Override
  public String label() {
    return NOTE;
  }

  @Override
  public String text() {
    return "It had attained %s GPU s of service and went down to queue %d: the jobs of the queues above go first from now on."
        .formatted(Words.number(thresholdGpuSeconds), queue);
  }
}
