package org.limpid.adaptation.trainings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Problems;

/**
 * Reads the table of recorded trainings: a row for each scenario ({@code folder}) and sequence of
 * actions ({@code a1}, {@code a2}, {@code a3}), with the time left at each decision ({@code
 * timeleft1..3}), the budget ({@code total}), in seconds, and the accuracy ({@code acc}).
 */
public final class TrainingsFile {
  /** An accuracy of 1 would have a reward without bound. */
  private static final double HIGHEST_ACCURACY = 0.9999;

  private static final double LONGEST_SECONDS = 1e9;

  private static final List<Column> ACTIONS = List.of(Column.A1, Column.A2, Column.A3);
  private static final List<Column> TIMES =
      List.of(Column.TIMELEFT1, Column.TIMELEFT2, Column.TIMELEFT3);
  private static final CsvSchema SCHEMA =
      CsvSchema.of(List.of(Column.values()), List.of()).ownFiles();

  private final Path file;
  private final Problems problems = new Problems();
  private final Map<String, Map<ActionSequence, Training>> trainings = new LinkedHashMap<>();

  private enum Column {
    FOLDER,
    A1,
    A2,
    A3,
    TIMELEFT1,
    TIMELEFT2,
    TIMELEFT3,
    TOTAL,
    ACC
  }

  private TrainingsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads all scenarios of a file: those of the smaller network first, those with the most time
   * left first.
   *
   * @throws org.limpid.files.DataException if the file can't be read, or a scenario lacks a
   *     sequence; with all problems
   */
  public static List<Scenario> read(Path file) {
    return new TrainingsFile(file).read();
  }

  private List<Scenario> read() {
    CsvInput.read(file, SCHEMA, problems, this::read);
    trainings.forEach(this::requireAll);
    if (trainings.isEmpty() && problems.isEmpty()) {
      problems.add(file, "expected trainings, found none", "Maybe the file was cut.");
    }
    problems.throwIfAny();
    List<Scenario> scenarios = new ArrayList<>();
    trainings.forEach(
        (name, found) -> scenarios.add(new Scenario(name, List.copyOf(found.values()))));
    scenarios.sort(
        Comparator.<Scenario>comparingInt(scenario -> scenario.network().parameterCount())
            .thenComparing(Comparator.comparingDouble(Scenario::firstSecondsLeft).reversed()));
    return scenarios;
  }

  private void read(CsvRow row) {
    String name = row.requiredText(Column.FOLDER);
    if (row.isGood() && Scenario.networkOf(name).isEmpty()) {
      row.problem(
          Column.FOLDER,
          "expected a name that ends with 2 or 3, the number of its network",
          "Maybe rename it, such as simulation_early2 or simulation_early3_v2.");
    }
    ActionSequence sequence = sequence(row);
    Training training = training(row);
    if (row.isGood()
        && trainings.computeIfAbsent(name, _ -> new TreeMap<>()).put(sequence, training) != null) {
      row.problem(
          Column.A1,
          "expected the actions %s of %s once".formatted(sequence, name),
          "Maybe delete the row that is left over.");
    }
  }

  private static ActionSequence sequence(CsvRow row) {
    ActionSequence sequence = ActionSequence.ZEROS;
    for (int step = 0; step < ActionSequence.LENGTH; step++) {
      long action =
          row.wholeNumber(
              ACTIONS.get(step), 0, ActionSequence.ACTIONS - 1, "Maybe 3 is meant, to do nothing.");
      sequence = sequence.with(step, (int) action);
    }
    return sequence;
  }

  private static Training training(CsvRow row) {
    double total = row.number(Column.TOTAL, 1, LONGEST_SECONDS, "");
    List<Double> left = new ArrayList<>();
    for (Column time : TIMES) {
      left.add(row.number(time, 0, total, "Maybe it is not the time left of the budget in s."));
    }
    double accuracy = row.number(Column.ACC, 0, HIGHEST_ACCURACY, "Maybe it is in percent.");
    return new Training(left, total, accuracy);
  }

  private void requireAll(String name, Map<ActionSequence, Training> found) {
    ActionSequence.all().stream()
        .filter(sequence -> !found.containsKey(sequence))
        .findFirst()
        .ifPresent(missing ->
            problems.add(
                file,
                "expected all %d sequences of actions of %s, found %d, and %s is not there"
                    .formatted(ActionSequence.COUNT, name, found.size(), missing),
                "Maybe the file was cut."));
  }
}
