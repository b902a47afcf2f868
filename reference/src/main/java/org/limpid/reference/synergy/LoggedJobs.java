package org.limpid.reference.synergy;

import java.util.List;
import org.limpid.data.importer.SynergyPhilly;

/**
 * Jobs of Philly's log that a load is derived from. They are taken in their order, and again from
 * the first one when the last is reached, unless they have times.
 *
 * @param jobs at least one
 * @param isTimed whether arrivals and durations are those of the log rather than drawn
 */
public record LoggedJobs(List<SynergyPhilly.Job> jobs, boolean isTimed) {
  public LoggedJobs {
    jobs = List.copyOf(jobs);
    if (jobs.isEmpty()) {
      throw new IllegalArgumentException("expected a job or more, found none");
    }
  }

  SynergyPhilly.Job at(int job) {
    return jobs.get(job % jobs.size());
  }
}
