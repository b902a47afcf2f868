package org.limpid.plots.jobs;

import java.util.List;
import java.util.Optional;
import org.limpid.simulation.waiting.WaitCause;

/**
 * What became of a job. Immutable.
 *
 * @param phases its time line, in the order of time; empty: the page derives one from the tables
 * @param sentences plain text, in their order; empty: the page writes its own
 */
public record JobStory(List<Phase> phases, List<String> sentences) {
  public JobStory {
    phases = List.copyOf(phases);
    sentences = List.copyOf(sentences);
  }

  public enum Activity {
    WAITING,
    PROFILING,
    RUNNING,
    SHARING
  }

  /**
   * A part of a time line.
   *
   * @param fromSecond when it begins, since the origin of the data set
   * @param toSecond when it ends, later
   * @param cause why it waits; empty if it does not
   * @param note a few words more, such as whom it shares with; may be empty
   */
  public record Phase(
      long fromSecond, long toSecond, Activity activity, Optional<WaitCause> cause, String note) {
    public Phase {
      if (fromSecond >= toSecond || cause.isPresent() != (activity == Activity.WAITING)) {
        throw new IllegalArgumentException(
            "expected an end after the start, and a cause just for waiting, found %d to %d, %s, %s"
                .formatted(fromSecond, toSecond, activity, cause));
      }
    }
  }

  /**
   * Tells what became of jobs, and why, from more than the tables of a run. Safe for several
   * threads.
   */
  @FunctionalInterface
  public interface Teller {
    /** Tells nothing, so that pages tell what the tables say. */
    Teller NONE = (_, _) -> Optional.empty();

    /**
     * The story of a job.
     *
     * @param policy name of the policy
     * @param row of the job in the order of the trace, from 0, as in {@code RunFolder.allJobs}
     * @return empty if there is no more to tell than the tables do
     */
    Optional<JobStory> of(String policy, int row);
  }
}
