package org.limpid.adaptation.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Compares the recorded trainings of each scenario with each other. All of them began with the same
 * network and the same time left, and decided after every epoch.
 */
final class TrainingsCheck {
  /** Seconds that the first decisions of a scenario may lie apart; the published ones do by 1.3. */
  private static final double FIRST_APART = 5;

  /** What part of the median a time between decisions may be off; the published ones are by .15. */
  private static final double STEP_APART = 0.25;

  private static final String NOT_BEGUN_ALIKE =
      "Maybe this training is of another scenario, or began late.";
  private static final String OTHER_MACHINE =
      "Maybe this training ran on another machine, or did not decide after each epoch.";
  private static final List<Column> TIMES =
      List.of(Column.TIMELEFT1, Column.TIMELEFT2, Column.TIMELEFT3);
  private static final double MOST = 1e9;

  private final Path file;
  private final Problems problems;
  private final Map<String, List<Row>> scenarios = new LinkedHashMap<>();

  private enum Column {
    FOLDER,
    TIMELEFT1,
    TIMELEFT2,
    TIMELEFT3,
    TOTAL
  }

  /** The times of one training, in seconds. */
  private record Row(long line, List<Double> left, double total) {
    double step(int decision) {
      return left.get(decision - 1) - left.get(decision);
    }
  }

  private TrainingsCheck(Path file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Notes what is wrong in a table that could be read. */
  static void check(Path file, Problems problems) {
    TrainingsCheck check = new TrainingsCheck(file, problems);
    CsvSchema schema =
        CsvSchema.of(List.of(Column.values()), List.of()).ignoringOthers().ownFiles();
    CsvInput.read(file, schema, problems, check::take);
    check.scenarios.values().forEach(check::compare);
  }

  private void take(CsvRow row) {
    List<Double> left =
        TIMES.stream().map(column -> row.number(column, 0, MOST, NOT_BEGUN_ALIKE)).toList();
    for (int decision = 1; decision < left.size(); decision++) {
      if (left.get(decision) >= left.get(decision - 1)) {
        row.problem(
            TIMES.get(decision),
            "expected less time left than %s s at the decision before"
                .formatted(left.get(decision - 1)),
            "Maybe the columns were exchanged, or the times are those that passed.");
        return;
      }
    }
    scenarios
        .computeIfAbsent(row.text(Column.FOLDER), _ -> new ArrayList<>())
        .add(new Row(row.line(), left, row.number(Column.TOTAL, 1, MOST, "")));
  }

  private void compare(List<Row> rows) {
    double total = median(rows.stream().map(Row::total).toList());
    double first = median(rows.stream().map(row -> row.left().getFirst()).toList());
    double step =
        median(rows.stream().flatMap(row -> List.of(row.step(1), row.step(2)).stream()).toList());
    for (Row row : rows) {
      if (row.total() != total) {
        note(row, Column.TOTAL, row.total(), "the budget %s s of its scenario", total, "");
      }
      if (Math.abs(row.left().getFirst() - first) > FIRST_APART) {
        note(
            row,
            TIMES.getFirst(),
            row.left().getFirst(),
            "about %s s left at the first decision, as in its scenario",
            first,
            NOT_BEGUN_ALIKE);
      }
      compareSteps(row, step);
    }
  }

  private void compareSteps(Row row, double median) {
    for (int decision = 1; decision < TIMES.size(); decision++) {
      double step = row.step(decision);
      if (Math.abs(step - median) > STEP_APART * median) {
        note(
            row,
            TIMES.get(decision),
            row.left().get(decision),
            "about %s s between two decisions, not " + rounded(step),
            median,
            OTHER_MACHINE);
      }
    }
  }

  private void note(
      Row row, Column column, double value, String expected, double number, String hint) {
    problems.add(
        new Problem(
            file.toString(),
            row.line(),
            CsvSchema.nameOf(column),
            Double.toString(value),
            "expected " + expected.formatted(rounded(number)),
            hint));
  }

  private static String rounded(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }

  /** The middle one, or of an even number the upper of the two. */
  private static double median(List<Double> numbers) {
    List<Double> sorted = new ArrayList<>(numbers);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
