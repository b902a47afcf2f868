package org.limpid.simulation.policy;

import java.util.Optional;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.state.ClusterState;

/**
 * Puts a policy's own notes into words while the log of a virtual cluster is replayed. For one
 * thread.
 */
public interface Notes {
  /** Those of a policy that writes none. */
  Notes NONE = (_, _) -> Optional.empty();

  /** Whatever happened, in order; notes, too. */
  default void happened(Event event) {}

  /**
   * What a note says.
   *
   * @param state of the virtual cluster at that time
   */
  Optional<Telling> told(ClusterState state, Note note);

  /** Whether jobs may share GPUs at this time; empty if nothing was said of it. */
  default Optional<Boolean> isSharing() {
    return Optional.empty();
  }

  /** What a note says. Its components, if it is a record, are its values in JSON. */
  interface Telling {
    /** When, in seconds. */
    long second();

    /** What it is called in files. */
    String label();

    /** The same in sentences. */
    String text();

    /** How it is told together with others of its kind where nothing came of them. */
    default Optional<Repeated> repeated() {
      return Optional.empty();
    }

    /** Whether there would be more to tell if the GPU memory of jobs were known. */
    default boolean lacksMemory() {
      return false;
    }
  }

  /**
   * Events that are told together, as nothing came of any of them.
   *
   * @param words a clause with a place for {@code twice} or {@code 12 times}
   * @param firstIsTold whether they say that nothing happens, of which the first says why and is
   *     told by itself
   */
  record Repeated(String words, boolean firstIsTold) {}

  /** Makes the notes of one virtual cluster ready to be told. */
  @FunctionalInterface
  interface Maker {
    /** The notes of a policy that was run like this on these jobs. */
    Notes of(RunFacts run, Jobs jobs);
  }

  /** The jobs of the virtual cluster. */
  interface Jobs {
    /** How many there are. */
    int size();

    /** Row of a job in the trace. */
    int row(int job);

    /** What a job is called. */
    JobName name(int job);

    /** Share score of the workload of a job. */
    int shareScore(int job);
  }
}
