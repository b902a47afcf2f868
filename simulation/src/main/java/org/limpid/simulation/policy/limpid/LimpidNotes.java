package org.limpid.simulation.policy.limpid;

import java.util.Optional;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;
import org.limpid.simulation.policy.RunFacts;
import org.limpid.simulation.state.ClusterState;

/** What the policy limpid notes, with the names of jobs. */
final class LimpidNotes implements Notes {
  private final Jobs jobs;

  LimpidNotes(RunFacts run, Jobs jobs) {
    this.jobs = jobs;
  }

  /** A probe has shown what a waiting job is. */
  record ProfileKnown(long second) implements Telling {
    @Override
    public String label() {
      return PlacementTeller.KNOWN;
    }

    @Override
    public String text() {
      return "Its probe in the profiler ended: from now on it may share GPUs.";
    }
  }

  @Override
  public Optional<Telling> told(ClusterState state, Note note) {
    return switch (note.kind()) {
      case PlacementTeller.PLACED ->
          Optional.of(Placed.of(note, PlacementTeller.HOSTS, jobs::name));
      case PlacementTeller.REFUSED -> Optional.of(PlaceRefused.of(note));
      case PlacementTeller.KNOWN -> Optional.of(new ProfileKnown(note.second()));
      default -> Optional.empty();
    };
  }
}
