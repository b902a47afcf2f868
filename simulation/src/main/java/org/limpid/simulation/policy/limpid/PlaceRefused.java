package org.limpid.simulation.policy.limpid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;

/**
 * No place was found for a waiting job.
 *
 * @param gpus the GPUs of the virtual cluster by what each was to the job
 */
public record PlaceRefused(long second, Map<Reason, Integer> gpus) implements Notes.Telling {
  public PlaceRefused {
    gpus = Collections.unmodifiableMap(new EnumMap<>(gpus));
  }

  /** What a GPU is to a job that finds no place. */
  public enum Reason {
    /** Two jobs are on it. */
    FULL("full", "%s that two jobs share already"),
    /** The profile of its job, or that of the waiting one, is not known yet. */
    UNKNOWN("unknown", "%s with a job that may not share yet, as one profile is not known"),
    /** It has too little memory for both jobs. */
    MEMORY("memory", "%s with too little memory for both"),
    /** The two jobs would disturb each other too much. */
    DISTURBANCE("disturbance", "%s with a job that it would disturb too much"),
    /** Jobs of these sizes may not share. */
    SIZE("size", "%s with a job of another size"),
    /** Its node is reserved for a job before it. */
    RESERVED("reserved", "%s on nodes that are reserved"),
    /** It could have it, but not enough of them together. */
    SCATTERED("scattered", "%s that it could have, but not enough of them together");

    private final String label;
    private final String words;

    Reason(String label, String words) {
      this.label = label;
      this.words = words;
    }

    /** The name in files. */
    @Override
    public String toString() {
      return label;
    }
  }

  /** What a note of this kind tells. */
  static PlaceRefused of(Note note) {
    Map<Reason, Integer> gpus = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      gpus.put(reason, note.whole(reason.ordinal()));
    }
    return new PlaceRefused(note.second(), gpus);
  }

  @Override
  public String label() {
    return PlacementTeller.REFUSED;
  }

  @Override
  public Optional<Notes.Repeated> repeated() {
    return Optional.of(new Notes.Repeated("Why it found no place changed %s more", true));
  }

  @Override
  public String text() {
    List<String> parts = new ArrayList<>();
    gpus.forEach((reason, count) -> {
      if (count > 0) {
        parts.add(reason.words.formatted(Words.count(count, "GPU")));
      }
    });
    return "Found no place: " + Words.list(parts) + ".";
  }
}
