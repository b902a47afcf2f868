package org.limpid.models;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * What models were trained on.
 *
 * @param dataset name of the data set
 * @param dataHash hash of its content
 * @param timeOrigin second 0 of its times
 * @param lastSecond the end of what was learnt from, seconds since {@code timeOrigin}
 * @param version of Limpid
 * @param commandLine words of the command
 */
public record ModelsOrigin(
    String dataset,
    String dataHash,
    LocalDateTime timeOrigin,
    long lastSecond,
    String version,
    List<String> commandLine) {
  public ModelsOrigin {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(dataHash, "dataHash");
    Objects.requireNonNull(timeOrigin, "timeOrigin");
    Objects.requireNonNull(version, "version");
    commandLine = List.copyOf(commandLine);
  }

  /**
   * Whether nothing of what was learnt lies after a moment of another data set.
   *
   * @param seconds since {@code otherOrigin}
   */
  public boolean isBefore(long seconds, LocalDateTime otherOrigin) {
    return lastSecond + Duration.between(otherOrigin, timeOrigin).toSeconds() <= seconds;
  }
}
