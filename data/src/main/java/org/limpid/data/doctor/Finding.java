package org.limpid.data.doctor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Something odd about a data set.
 *
 * @param name stable name, as {@code docs/doctor.md} lists it
 * @param file where it stands
 * @param lines the first lines of the file that show it; empty where no line does
 * @param count how many rows, virtual clusters or times show it
 * @param message what was found, a sentence
 * @param effect what it does to a simulation, a sentence
 * @param remedy the command that takes it away, or shows the cases where nothing can; a line for a
 *     shell
 * @param change what that command does, a sentence
 */
public record Finding(
    String name,
    Severity severity,
    String file,
    List<Long> lines,
    long count,
    String message,
    String effect,
    String remedy,
    String change) {
  public Finding {
    lines = List.copyOf(lines);
  }

  /** Whether it says that no command takes the data set. */
  @JsonIgnore
  public boolean isRefusal() {
    return name.equals(Doctor.REFUSED);
  }
}
