package org.limpid.simulation.policy.elastic;

import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;

/**
 * A job got GPUs, or more or fewer of them, or others.
 *
 * @param from GPUs that it had; 0: it waited
 * @param to GPUs that it has from now on
 * @param costSeconds time in which it does nothing, as it was changed
 * @param soonerSeconds how much earlier it is done if it keeps them than if it had kept those that
 *     it had, what the change costs counted; negative: later
 */
public record Scaled(long second, int from, int to, long costSeconds, long soonerSeconds)
    implements Notes.Telling {
  /** What the policy calls its notes of this kind. */
  public static final String NOTE = "scaled";

  /** What a note of this kind tells. */
  public static Scaled of(Note note) {
    return new Scaled(
        note.second(),
        note.whole(0),
        note.whole(1),
        note.values().get(2).longValue(),
        note.values().get(3).longValue());
  }

  @Override
  public String label() {
    return NOTE;
  }

  @Override
  public String text() {
    if (from == 0) {
      return "Gets %s; the start costs %s."
          .formatted(Words.count(to, "GPU"), Words.roughly(costSeconds));
    }
    String what =
        from == to
            ? "Was moved, so that another job lies together"
            : "Was scaled from %s to %s".formatted(Words.number(from), Words.count(to, "GPU"));
    String effect =
        soonerSeconds == 0
            ? ""
            : " If it keeps them, it is done %s %s than before."
                .formatted(
                    Words.roughly(Math.abs(soonerSeconds)),
                    soonerSeconds > 0 ? "earlier" : "later");
    return "%s, which costs %s.%s".formatted(what, Words.roughly(costSeconds), effect);
  }
}
