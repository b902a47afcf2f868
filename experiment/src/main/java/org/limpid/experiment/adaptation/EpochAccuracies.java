package org.limpid.experiment.adaptation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.DataException;
import org.limpid.files.Problems;

/**
 * How accurate trainings were after each epoch, for all sequences of actions of all scenarios.
 * Immutable.
 */
public final class EpochAccuracies {
  private static final String PREFIX = "simulation_";
  private static final double LONGEST_SECONDS = 1e9;
  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(Column.SCENARIO, Column.SEQUENCE, Column.SECONDS, Column.TEST_ACCURACY),
              List.of(Column.EPOCH, Column.TRAIN_ACCURACY, Column.EPOCH_SECONDS, Column.ACTION))
          .ownFiles();

  private final Map<Training, TreeMap<Double, Double>> accuracies;

  private enum Column {
    SCENARIO,
    SEQUENCE,
    EPOCH,
    SECONDS,
    TRAIN_ACCURACY,
    TEST_ACCURACY,
    EPOCH_SECONDS,
    ACTION
  }

  /** A scenario by name, without the prefix that some tables have, and what was done. */
  private record Training(String scenario, ActionSequence sequence) {
    static Training of(String scenario, ActionSequence sequence) {
      return new Training(
          scenario.startsWith(PREFIX) ? scenario.substring(PREFIX.length()) : scenario, sequence);
    }
  }

  private EpochAccuracies(Map<Training, TreeMap<Double, Double>> accuracies) {
    this.accuracies = accuracies;
  }

  /**
   * Reads a table with a row for each epoch: {@code scenario}; {@code sequence}, the three actions
   * as digits; {@code seconds} since the growth began, at the end of the epoch; and {@code
   * test_accuracy}, 0..1. Scenarios may be called as in the trainings, or without {@code
   * simulation_}.
   *
   * @param scenarios that must be there with all sequences
   * @throws DataException if the file can't be read or a training is missing
   */
  public static EpochAccuracies read(Path file, List<Scenario> scenarios) {
    Problems problems = new Problems();
    Map<Training, TreeMap<Double, Double>> accuracies = new HashMap<>();
    CsvInput.read(file, SCHEMA, problems, row -> read(row, accuracies));
    if (problems.isEmpty()) {
      for (Scenario scenario : scenarios) {
        requireAll(file, scenario, accuracies, problems);
      }
    }
    problems.throwIfAny();
    return new EpochAccuracies(accuracies);
  }

  private static void read(CsvRow row, Map<Training, TreeMap<Double, Double>> accuracies) {
    String scenario = row.requiredText(Column.SCENARIO);
    ActionSequence sequence = sequence(row);
    double seconds = row.number(Column.SECONDS, 0, LONGEST_SECONDS, "");
    double accuracy = row.number(Column.TEST_ACCURACY, 0, 1, "Maybe it is in percent.");
    if (row.isGood()
        && accuracies
                .computeIfAbsent(Training.of(scenario, sequence), _ -> new TreeMap<>())
                .put(seconds, accuracy)
            != null) {
      row.problem(
          Column.SECONDS, "expected epochs to end one after the other", "Maybe a row is double.");
    }
  }

  private static ActionSequence sequence(CsvRow row) {
    String digits = row.requiredText(Column.SEQUENCE);
    if (row.isGood() && !digits.matches("[0-3]{3}")) {
      row.problem(
          Column.SEQUENCE,
          "expected three digits of 0..3",
          "Maybe a spreadsheet took away zeros at the begin.");
    }
    return row.isGood()
        ? ActionSequence.of(digits.charAt(0) - '0', digits.charAt(1) - '0', digits.charAt(2) - '0')
        : ActionSequence.NOTHING;
  }

  private static void requireAll(
      Path file,
      Scenario scenario,
      Map<Training, TreeMap<Double, Double>> accuracies,
      Problems problems) {
    ActionSequence.all().stream()
        .filter(each -> !accuracies.containsKey(Training.of(scenario.name(), each)))
        .findFirst()
        .ifPresent(missing ->
            problems.add(
                file,
                "expected epochs of all sequences of %s, and those of %s are not there"
                    .formatted(scenario.name(), missing),
                "Maybe the file was cut, or is of other trainings."));
  }

  /**
   * The accuracy of a training that is stopped: that after its last whole epoch; before the first
   * one ends that of {@link #start}.
   *
   * @param seconds since growth could begin
   */
  public double after(Scenario scenario, ActionSequence sequence, double seconds) {
    Entry<Double, Double> last =
        accuracies.get(Training.of(scenario.name(), sequence)).floorEntry(seconds);
    return last == null ? start(scenario) : last.getValue();
  }

  /**
   * The accuracy before growth can begin, which is not recorded: that after the first epoch without
   * growth stands for it.
   */
  public double start(Scenario scenario) {
    return accuracies
        .get(Training.of(scenario.name(), ActionSequence.NOTHING))
        .firstEntry()
        .getValue();
  }
}
