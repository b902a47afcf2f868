package org.limpid.simulation.policy.elastic;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;

/**
 * Whether a job with a deadline was admitted, and why.
 *
 * @param second when it was decided, in seconds
 * @param verdict what was decided
 * @param deadline when the job is due
 * @param share what it gets by its first plan; empty unless its deadline is kept by that
 * @param needed what would have got it admitted; empty unless it was declined
 */
public record AdmissionDecision(
    long second,
    Verdict verdict,
    long deadline,
    Optional<PromisedShare> share,
    Optional<Needed> needed)
    implements Notes.Telling {
  /** What the policy calls its notes of this kind. */
  static final String NOTE = "admission";

  private static final double NOTHING = -1;

  /** What was decided of a job. */
  public enum Verdict {
    /** All promises and its deadline are kept by the plans. */
    ADMITTED,
    /** Its deadline can't be kept without breaking a promise. */
    DECLINED,
    /** It is taken although by its plan it is late; policies without admission do so. */
    TAKEN_LATE,
    /** It is taken without a promise, as nobody knows how much it has to do. */
    NOT_PLANNED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The smallest share that keeps the deadline.
   *
   * @param gpus on how many GPUs the job is planned from the raise on
   * @param gpusBefore on how many before; 0: it is planned to wait
   * @param raisedAt second of the raise
   * @param end when it is done by this plan, at most its deadline
   */
  public record PromisedShare(int gpus, int gpusBefore, long raisedAt, long end) {
    static PromisedShare of(Share share) {
      return new PromisedShare(share.gpus(), share.before(), share.raisedAt(), share.plan().end());
    }
  }

  /**
   * What would have got a job admitted, each alone; the least of its kind.
   *
   * @param deadline the earliest deadline that would have been accepted; empty: none
   * @param moreGpus so many GPUs more in its virtual cluster; empty: no number of them
   * @param fewerJobs so many of the jobs that were admitted last not being there; empty: it would
   *     be late alone
   */
  public record Needed(OptionalLong deadline, OptionalInt moreGpus, OptionalInt fewerJobs) {}

  /** The numbers of the note. */
  double[] values() {
    return new double[] {
      verdict.ordinal(),
      deadline,
      share.map(it -> (double) it.gpus()).orElse(NOTHING),
      share.map(it -> (double) it.gpusBefore()).orElse(NOTHING),
      share.map(it -> (double) it.raisedAt()).orElse(NOTHING),
      share.map(it -> (double) it.end()).orElse(NOTHING),
      needed.isPresent() ? needed.get().deadline().orElse((long) NOTHING) : NOTHING,
      needed.isPresent() ? needed.get().moreGpus().orElse((int) NOTHING) : NOTHING,
      needed.isPresent() ? needed.get().fewerJobs().orElse((int) NOTHING) : NOTHING
    };
  }

  /** What a note of this kind tells. */
  static AdmissionDecision of(Note note) {
    Verdict verdict = Verdict.values()[note.whole(0)];
    Optional<PromisedShare> share =
        note.whole(2) == NOTHING
            ? Optional.empty()
            : Optional.of(
                new PromisedShare(note.whole(2), note.whole(3), second(note, 4), second(note, 5)));
    Optional<Needed> needed =
        verdict != Verdict.DECLINED
            ? Optional.empty()
            : Optional.of(
                new Needed(
                    second(note, 6) == NOTHING
                        ? OptionalLong.empty()
                        : OptionalLong.of(second(note, 6)),
                    number(note, 7),
                    number(note, 8)));
    return new AdmissionDecision(note.second(), verdict, second(note, 1), share, needed);
  }

  private static long second(Note note, int index) {
    return note.values().get(index).longValue();
  }

  private static OptionalInt number(Note note, int index) {
    return note.whole(index) == NOTHING ? OptionalInt.empty() : OptionalInt.of(note.whole(index));
  }

  @Override
  public String label() {
    return NOTE;
  }

  @Override
  public String text() {
    return AdmissionText.of(this);
  }
}
