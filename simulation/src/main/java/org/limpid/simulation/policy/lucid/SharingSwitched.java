package org.limpid.simulation.policy.lucid;

import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;

/**
 * Sharing was switched on or off.
 *
 * @param on whether it is on from now on
 * @param forecastJobs forecast jobs per slot behind it; -1 if none was asked
 */
public record SharingSwitched(long second, boolean on, double forecastJobs)
    implements Notes.Telling {
  /** The kind of the note that tells it. */
  public static final String NOTE = "sharing-switched";

  /** What a note of this kind tells. */
  public static SharingSwitched of(Note note) {
    return new SharingSwitched(note.second(), note.whole(0) == 1, note.values().get(1));
  }

  @Override
  public String label() {
    return "sharing-switched";
  }

  @Override
  public Optional<Notes.Repeated> repeated() {
    return Optional.of(
        new Notes.Repeated("Sharing was switched %s, without effect on this job", false));
  }

  @Override
  public String text() {
    String forecast =
        forecastJobs < 0
            ? ""
            : ": %s jobs per slot were forecast, and sharing is on above %d"
                .formatted(Words.number(forecastJobs, 2), SharingSwitch.FEW_JOBS);
    return "Sharing was switched %s%s.".formatted(on ? "on" : "off", forecast);
  }
}
