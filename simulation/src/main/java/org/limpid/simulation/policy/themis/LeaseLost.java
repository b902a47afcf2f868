package org.limpid.simulation.policy.themis;

import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.policy.Notes;
import org.limpid.simulation.policy.RunFacts;

/**
 * A job got no new lease.
 *
 * @param by who got one in its place
 * @param share part of its speed that would have been fair to it from now on, 0..1
 * @param shareOfOther that of the other one, 0..1
 */
public record LeaseLost(long second, JobName by, double share, double shareOfOther)
    implements Notes.Telling {
  /** The kind of the note that tells it. */
  static final String NOTE = "lease-lost";

  private static final int DECIMALS = 3;

  static Notes notes(RunFacts run, Notes.Jobs jobs) {
    return (state, note) ->
        note.kind().equals(NOTE) ? Optional.of(of(note, jobs)) : Optional.empty();
  }

  private static LeaseLost of(Note note, Notes.Jobs jobs) {
    return new LeaseLost(
        note.second(), jobs.name(note.whole(0)), note.values().get(1), note.values().get(2));
  }

  @Override
  public String label() {
    return NOTE;
  }

  @Override
  public String text() {
    return "Its lease ended, and job %s got the next one: that needs a share of %s to be treated fairly, this one %s."
        .formatted(
            by.inWords(), Words.number(shareOfOther, DECIMALS), Words.number(share, DECIMALS));
  }
}
