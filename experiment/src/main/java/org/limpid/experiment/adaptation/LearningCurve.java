package org.limpid.experiment.adaptation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Problems;

/**
 * How a policy learnt: the accuracy that each episode reached, and its objective. Immutable.
 *
 * @param accuracies by episode, 0..1
 * @param objectives by episode
 */
public record LearningCurve(List<Double> accuracies, List<Double> objectives) {
  /** Episodes whose mean is shown for each episode, as in the published curves of transfers. */
  public static final int WINDOW = 50;

  /** Episodes whose mean is what a policy reaches in the end. */
  static final int LAST = 500;

  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(Column.EPISODE, Column.ACCURACY, Column.OBJECTIVE),
              List.of(Column.SCENARIO, Column.ACTIONS))
          .ownFiles();

  private enum Column {
    EPISODE,
    SCENARIO,
    ACTIONS,
    ACCURACY,
    OBJECTIVE
  }

  public LearningCurve {
    accuracies = List.copyOf(accuracies);
    objectives = List.copyOf(objectives);
    if (accuracies.isEmpty() || accuracies.size() != objectives.size()) {
      throw new IllegalArgumentException(
          "expected an objective for each accuracy, found %d and %d"
              .formatted(objectives.size(), accuracies.size()));
    }
  }

  /**
   * Reads the curve that training writes: {@code episode,scenario,actions,accuracy,objective}, a
   * row for each episode, in their order. Scenario and actions may be missing.
   *
   * @throws org.limpid.files.DataException if the file can't be read or holds no episode
   */
  public static LearningCurve read(Path file) {
    Problems problems = new Problems();
    List<Double> accuracies = new ArrayList<>();
    List<Double> objectives = new ArrayList<>();
    long[] last = {-1};
    CsvInput.read(
        file,
        SCHEMA,
        problems,
        row -> {
          last[0] = episode(row, last[0]);
          accuracies.add(row.number(Column.ACCURACY, 0, 1, "Maybe it is in percent."));
          objectives.add(row.number(Column.OBJECTIVE, 0, 1e12, ""));
        });
    if (accuracies.isEmpty() && problems.isEmpty()) {
      problems.add(file, "expected episodes, found none", "Maybe the file was cut.");
    }
    problems.throwIfAny();
    return new LearningCurve(accuracies, objectives);
  }

  private static long episode(CsvRow row, long last) {
    long episode = row.wholeNumber(Column.EPISODE, 0, Integer.MAX_VALUE, "");
    if (row.isGood() && last >= 0 && episode != last + 1) {
      row.problem(
          Column.EPISODE,
          "expected episode %d next".formatted(last + 1),
          "Maybe lines are missing, or two files were joined.");
    }
    return episode;
  }

  /**
   * Means of so many values up to each one; at the beginning of as many as there are.
   *
   * @param window how many, at least 1
   */
  public static double[] runningMean(List<Double> values, int window) {
    double[] means = new double[values.size()];
    double sum = 0;
    for (int i = 0; i < means.length; i++) {
      sum += values.get(i) - (i < window ? 0 : values.get(i - window));
      means[i] = sum / Math.min(i + 1, window);
    }
    return means;
  }

  /** Mean accuracy of the first episodes, those of one {@link #WINDOW}. */
  public double start() {
    return mean(accuracies.subList(0, Math.min(WINDOW, accuracies.size())));
  }

  /** Mean accuracy of the last 500 episodes. */
  public double end() {
    return mean(accuracies.subList(Math.max(0, accuracies.size() - LAST), accuracies.size()));
  }

  private static double mean(List<Double> values) {
    return Arrays.stream(values.toArray(Double[]::new))
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }
}
