package org.limpid.simulation.policy.batch;

import java.util.Optional;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;
import org.limpid.simulation.state.ClusterState;

/** What the policies of batch systems note. */
record BatchNotes() implements Notes {
  @Override
  public Optional<Telling> told(ClusterState state, Note note) {
    return switch (note.kind()) {
      case Priority.NOTE -> Optional.of(Priority.of(note));
      case Planned.NOTE -> Optional.of(Planned.of(note));
      case Backfilled.NOTE -> Optional.of(Backfilled.of(note));
      default -> Optional.empty();
    };
  }
}
