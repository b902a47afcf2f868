package org.limpid.experiment.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the reference was measured to reach on Venus: the published predictions of Lucid, and other
 * libraries in Python, their fits on another machine. Not part of a run.
 */
final class ReferenceResults {
  private static final String RESOURCE = "reference.csv";

  private ReferenceResults() {}

  static List<LearnerResult> all() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ReferenceResults.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> of(line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Those that stand beside the contests of a data set; none unless it is that of Venus, and none
   * of contests with other rows.
   */
  static List<LearnerResult> of(String dataset, List<LearnerResult> results) {
    return dataset.toLowerCase(Locale.ROOT).startsWith("venus")
        ? all().stream()
            .filter(one -> results.stream().anyMatch(other -> isSameContest(one, other)))
            .toList()
        : List.of();
  }

  private static boolean isSameContest(LearnerResult one, LearnerResult other) {
    return one.contest().equals(other.contest()) && one.testRows() == other.testRows();
  }

  private static LearnerResult of(String[] fields) {
    return new LearnerResult(
        fields[0],
        fields[1],
        Optional.empty(),
        fields[9].equals("yes") ? "published" : "reference",
        fields[3],
        Optional.empty(),
        Integer.parseInt(fields[2]),
        number(fields[4]),
        number(fields[5]),
        number(fields[6]),
        number(fields[7]),
        number(fields[8]),
        -1,
        fields[10]);
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }
}
