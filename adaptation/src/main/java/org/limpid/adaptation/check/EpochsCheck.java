package org.limpid.adaptation.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Compares the epochs of all trainings with the table: the actions are those of the first epochs,
 * nothing is done in later ones, and the accuracy is that after the last one.
 */
final class EpochsCheck {
  /** The table puts this before the names that the epochs have. */
  private static final String PREFIX = "simulation_";

  /** How many epochs the trainings of a scenario may lie apart, beside a fifth of the most. */
  private static final int EPOCHS_APART = 1;

  private static final int PART_APART = 5;
  private static final double MOST_SECONDS = 1e9;

  private final Path file;
  private final Problems problems;
  private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
  private final Map<Key, List<Epoch>> trainings = new LinkedHashMap<>();

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

  private record Key(Scenario scenario, ActionSequence actions) {}

  private record Epoch(long line, double seconds, double accuracy) {}

  private EpochsCheck(Path file, List<Scenario> scenarios, Problems problems) {
    this.file = file;
    this.problems = problems;
    scenarios.forEach(each -> this.scenarios.put(each.name().replaceFirst(PREFIX, ""), each));
  }

  /** Notes what is wrong in the epochs of some scenarios. */
  static void check(Path file, List<Scenario> scenarios, Problems problems) {
    EpochsCheck check = new EpochsCheck(file, scenarios, problems);
    long before = problems.count();
    CsvSchema schema = CsvSchema.of(List.of(Column.values()), List.of()).ownFiles();
    CsvInput.read(file, schema, problems, check::take);
    if (problems.count() == before) {
      scenarios.forEach(check::compare);
    }
  }

  private void take(CsvRow row) {
    String name = row.requiredText(Column.SCENARIO);
    Scenario scenario = scenarios.get(name.replaceFirst(PREFIX, ""));
    Optional<ActionSequence> actions = sequence(row.text(Column.SEQUENCE));
    double seconds = row.number(Column.SECONDS, 0, MOST_SECONDS, "");
    row.number(Column.EPOCH_SECONDS, 0, MOST_SECONDS, "");
    row.number(Column.TRAIN_ACCURACY, 0, 1, "Maybe it is in percent.");
    double accuracy = row.number(Column.TEST_ACCURACY, 0, 1, "Maybe it is in percent.");
    if (scenario == null) {
      row.problem(
          Column.SCENARIO,
          "expected a scenario of the trainings",
          ClosestName.hint(name, List.copyOf(scenarios.keySet())));
    }
    if (actions.isEmpty()) {
      row.problem(Column.SEQUENCE, "expected three actions of 0 to 3", "Maybe 000 is meant.");
    }
    if (row.isGood()) {
      take(row, new Key(scenario, actions.get()), new Epoch(row.line(), seconds, accuracy));
    }
  }

  private static Optional<ActionSequence> sequence(String digits) {
    return ActionSequence.parse(String.join(" ", digits.split("")));
  }

  private void take(CsvRow row, Key key, Epoch epoch) {
    List<Epoch> before = trainings.computeIfAbsent(key, _ -> new ArrayList<>());
    int number = before.size();
    long action =
        number < ActionSequence.LENGTH ? key.actions().action(number) : ActionSequence.ACTIONS - 1;
    row.wholeNumber(Column.EPOCH, number, number, "Maybe an epoch is missing or there twice.");
    row.wholeNumber(
        Column.ACTION,
        action,
        action,
        number < ActionSequence.LENGTH
            ? "Maybe the sequence is that of another training."
            : "Maybe the training went on to grow: no more than three actions are known.");
    if (number > 0 && epoch.seconds() <= before.getLast().seconds()) {
      row.problem(
          Column.SECONDS,
          "expected a later time than %s s of the epoch before"
              .formatted(before.getLast().seconds()),
          "Maybe the rows are not in order.");
    }
    before.add(epoch);
  }

  private void compare(Scenario scenario) {
    int most =
        ActionSequence.all().stream()
            .mapToInt(actions -> epochs(scenario, actions).size())
            .max()
            .orElseThrow();
    for (ActionSequence actions : ActionSequence.all()) {
      List<Epoch> epochs = epochs(scenario, actions);
      if (most - epochs.size() > Math.max(EPOCHS_APART, most / PART_APART)) {
        problems.add(
            file,
            "expected about %d epochs of %s of %s, found %d"
                .formatted(most, actions, scenario.name(), epochs.size()),
            "Maybe rows are missing.");
      } else if (epochs.getLast().accuracy() != scenario.accuracy(actions)) {
        problems.add(
            new Problem(
                file.toString(),
                epochs.getLast().line(),
                CsvSchema.nameOf(Column.TEST_ACCURACY),
                Double.toString(epochs.getLast().accuracy()),
                "expected %s after the last epoch, as in the trainings for %s of %s"
                    .formatted(scenario.accuracy(actions), actions, scenario.name()),
                "Maybe the last epoch is missing, or the two files are of different runs."));
      }
    }
  }

  private List<Epoch> epochs(Scenario scenario, ActionSequence actions) {
    return trainings.getOrDefault(new Key(scenario, actions), List.of());
  }
}
