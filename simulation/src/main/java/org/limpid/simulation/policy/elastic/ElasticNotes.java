package org.limpid.simulation.policy.elastic;

import java.util.Optional;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;
import org.limpid.simulation.state.ClusterState;

/** What elastic policies note. */
final class ElasticNotes implements Notes {
  @Override
  public Optional<Telling> told(ClusterState state, Note note) {
    return switch (note.kind()) {
      case AdmissionDecision.NOTE -> Optional.of(AdmissionDecision.of(note));
      case Scaled.NOTE -> Optional.of(Scaled.of(note));
      case Promise.NOTE -> Optional.of(Promise.of(note));
      default -> Optional.empty();
    };
  }
}
