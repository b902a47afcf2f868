package org.limpid.plots.jobs;

import java.util.Optional;

/**
 * Tells what became of jobs, and why, from more than the tables of a run. Safe for several threads.
 */
@FunctionalInterface
public interface JobStories {
  /** Tells nothing, so that pages tell what the tables say. */
  JobStories NONE = (_, _) -> Optional.empty();

  /**
   * The story of a job.
   *
   * @param policy name of the policy
   * @param row of the job in the order of the trace, from 0, as in {@code RunFolder.allJobs}
   * @return empty if there is no more to tell than the tables do
   */
  Optional<JobStory> of(String policy, int row);
}
