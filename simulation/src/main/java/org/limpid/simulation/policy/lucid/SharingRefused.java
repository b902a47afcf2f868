package org.limpid.simulation.policy.lucid;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.limpid.simulation.policy.Notes;

/**
 * Sharing was considered for a waiting job, and no running job qualified.
 *
 * @param counts running jobs of its size by the first rule that forbade it, as logged
 * @param scoreLimit largest sum of share scores that is allowed
 * @param memoryLimitMib two jobs must need less GPU memory, MiB; empty if that is not known
 * @param candidates those jobs, with numbers
 */
public record SharingRefused(
    long second,
    Refusals counts,
    int scoreLimit,
    OptionalInt memoryLimitMib,
    List<Candidate> candidates)
    implements Notes.Telling {
  public SharingRefused {
    candidates = List.copyOf(candidates);
  }

  @Override
  public String label() {
    return "sharing-refused";
  }

  @Override
  public Optional<Notes.Repeated> repeated() {
    return Optional.of(new Notes.Repeated("Why it could not share changed %s more", true));
  }

  @Override
  public String text() {
    return RefusalText.of(this);
  }

  @Override
  public boolean lacksMemory() {
    return counts.memory() > 0 && memoryLimitMib.isEmpty();
  }

  /** The counts as the candidates have them; they agree with the log unless memory is unknown. */
  public Refusals recounted() {
    return new Refusals(
        count(Candidate.Rule.SHARES),
        count(Candidate.Rule.MEMORY),
        count(Candidate.Rule.DISTURBANCE),
        count(Candidate.Rule.PRIORITY),
        count(Candidate.Rule.RESERVED));
  }

  private int count(Candidate.Rule rule) {
    return (int) candidates.stream().filter(candidate -> candidate.rule() == rule).count();
  }
}
