package org.limpid.simulation.policy.edf;

import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.policy.Notes;

/**
 * Whether an arriving job was admitted.
 *
 * @param lateJobs jobs whose deadlines would be missed by it; 0: it was admitted
 * @param first the job itself if it would miss its own, or nobody would; else the most urgent of
 *     the others
 * @param isItself whether that is the job itself
 * @param spareSeconds time from its own end, as it was planned, to its deadline; negative: late
 */
public record Decision(
    long second, int lateJobs, JobName first, boolean isItself, long spareSeconds)
    implements Notes.Telling {
  /** The kind of the note that tells it. */
  static final String NOTE = "admission";

  static Decision of(Note note, Notes.Jobs jobs) {
    return new Decision(
        note.second(),
        note.whole(0),
        jobs.name(note.whole(1)),
        note.job() == note.whole(1),
        note.values().get(2).longValue());
  }

  @Override
  public String label() {
    return NOTE;
  }

  @Override
  public String text() {
    if (lateJobs == 0) {
      return "Admitted: if nobody else comes it is done %s before its deadline, and no other job misses its own by it."
          .formatted(Words.roughly(spareSeconds));
    }
    return isItself
        ? "Declined: on the GPUs that more urgent jobs leave it would be %s late."
            .formatted(Words.roughly(-spareSeconds))
        : "Declined: by it %s would miss %s, the most urgent of them job %s."
            .formatted(
                Words.count(lateJobs, "other job"),
                lateJobs == 1 ? "its deadline" : "their deadlines",
                first.inWords());
  }
}
