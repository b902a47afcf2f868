package org.limpid.data.io;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.limpid.files.Problems;

/** Counts the rows of a file that are left out, by reason. Not safe for several threads. */
public final class LeftOutRows {
  /** When fewer than one in so many rows are fit for use, the file is another one. */
  private static final int ONE_IN = 10;

  private final Map<String, Long> counts = new LinkedHashMap<>();

  /** Counts a row. */
  public void add(String reason) {
    counts.merge(reason, 1L, Long::sum);
  }

  /** Rows by reason, in the order in which the reasons came up. */
  public Map<String, Long> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /**
   * Notes a problem where hardly any row was fit for use, as then a column is not what its name
   * says; rows that are of no interest don't count.
   */
  public void refuseMost(Path file, long taken, Problems problems) {
    long faulty = sum(true);
    long fit = taken + sum(false) - counts.getOrDefault(RowFaults.CPU_JOB, 0L);
    if (faulty > 0 && fit * ONE_IN < fit + faulty) {
      problems.add(
          file,
          "expected jobs in most rows, but %,d of %,d must be left out: %s"
              .formatted(faulty, fit + faulty, text(true)),
          "Maybe a column is not what its name says.");
    }
  }

  private long sum(boolean faulty) {
    return counts.entrySet().stream()
        .filter(entry -> RowFaults.isFault(entry.getKey()) == faulty)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** All reasons with their rows, e.g. {@code 3 CPU job, 1 without a duration}. */
  public String text() {
    return counts.isEmpty() ? "none" : text(false);
  }

  private String text(boolean faultsOnly) {
    return counts.entrySet().stream()
        .filter(entry -> !faultsOnly || RowFaults.isFault(entry.getKey()))
        .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }
}
