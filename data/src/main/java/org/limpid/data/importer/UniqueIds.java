package org.limpid.data.importer;

import java.util.HashSet;
import java.util.Set;
import org.limpid.data.JobId;

/** Gives each job an identifier of its own, as near as possible to the one that it has. */
final class UniqueIds {
  private static final String COPIED =
      "%,d {job has|jobs have} the id of another one: -2, -3 and so on is added to it.";

  private final Set<JobId> taken = new HashSet<>();
  private final TableNotes notes;

  /**
   * No identifier is taken yet.
   *
   * @param notes where it is told how many had to be changed
   */
  UniqueIds(TableNotes notes) {
    this.notes = notes;
  }

  /** The identifier, or, where another job has it, the first that is free with a number behind. */
  JobId of(JobId id) {
    if (taken.add(id)) {
      return id;
    }
    notes.count(COPIED);
    int copy = 2;
    JobId other = JobId.parse(id + "-" + copy).orElseThrow();
    while (!taken.add(other)) {
      copy++;
      other = JobId.parse(id + "-" + copy).orElseThrow();
    }
    return other;
  }
}
