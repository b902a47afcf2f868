package org.limpid.experiment.simulate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Wall-clock time of the phases of a run, in seconds. */
public final class Stopwatch {
  private static final double NANOS = 1e9;

  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private long last = System.nanoTime();

  /** The phase that ends now. */
  public void lap(String phase) {
    long now = System.nanoTime();
    seconds.put(phase, (now - last) / NANOS);
    last = now;
  }

  /** Phases and their seconds in words. */
  public static String words(Map<String, Double> seconds) {
    return seconds.entrySet().stream()
        .map(phase -> String.format(Locale.ROOT, "%s %.1f s", phase.getKey(), phase.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Seconds per phase, in order. */
  public Map<String, Double> seconds() {
    return seconds;
  }
}
