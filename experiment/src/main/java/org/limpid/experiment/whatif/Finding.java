package org.limpid.experiment.whatif;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one kind of change can do for a job.
 *
 * @param kind what is changed
 * @param tried what was tried
 * @param best the smallest change found that starts the job early enough; empty if none was found
 */
public record Finding(String kind, String tried, Optional<Probe> best) {
  /**
   * A job in a run with one change, simulated.
   *
   * @param change what is changed, in words
   * @param startSeconds when the job starts
   * @param queueSeconds how long it waits
   */
  public record Probe(String change, long startSeconds, long queueSeconds) {}

  static Finding none(String kind, String tried) {
    return new Finding(kind, tried, Optional.empty());
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", kind);
    map.put("tried", tried);
    map.put("found", best.isPresent());
    best.ifPresent(probe -> {
      map.put("change", probe.change());
      map.put("startSeconds", probe.startSeconds());
      map.put("queueSeconds", probe.queueSeconds());
    });
    return map;
  }
}
