package org.limpid.simulation.policy.edf;

import java.util.Optional;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;
import org.limpid.simulation.policy.elastic.Scaled;
import org.limpid.simulation.state.ClusterState;

/** What the policies edf and edf-admission note. */
record EdfNotes(Notes.Jobs jobs) implements Notes {
  @Override
  public Optional<Telling> told(ClusterState state, Note note) {
    return switch (note.kind()) {
      case Decision.NOTE -> Optional.of(Decision.of(note, jobs));
      case Yielded.NOTE -> Optional.of(Yielded.of(note, jobs));
      case Scaled.NOTE -> Optional.of(Scaled.of(note));
      default -> Optional.empty();
    };
  }
}
