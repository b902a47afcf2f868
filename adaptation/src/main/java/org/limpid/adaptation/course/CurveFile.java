package org.limpid.adaptation.course;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Problems;

/** Reads learning curves, as {@code limpid adapt train} writes them: the last stage of a course. */
final class CurveFile {
  private static final String OTHER = "Maybe this is no curve that 'limpid adapt train' wrote.";

  private String scenario = "";
  private double[] accuracies = new double[1024];
  private int size;

  private enum Column {
    EPISODE,
    SCENARIO,
    ACTIONS,
    ACCURACY,
    OBJECTIVE
  }

  /**
   * The last stage of a course.
   *
   * @param accuracies by episode, 0..1, at least one
   */
  record LastStage(String scenario, double[] accuracies) {}

  private CurveFile() {}

  /**
   * Reads the episodes at the end of a curve that have the same scenario.
   *
   * @throws org.limpid.files.DataException if it can't be read or is no curve
   */
  static LastStage read(Path file) {
    CurveFile curve = new CurveFile();
    Problems problems = new Problems();
    CsvSchema schema = CsvSchema.of(List.of(Column.values()), List.of()).ownFiles();
    CsvInput.read(file, schema, problems, curve::take);
    if (problems.isEmpty() && curve.size == 0) {
      problems.add(file, "expected episodes, found none", OTHER);
    }
    problems.throwIfAny();
    return new LastStage(curve.scenario, Arrays.copyOf(curve.accuracies, curve.size));
  }

  private void take(CsvRow row) {
    String name = row.requiredText(Column.SCENARIO);
    double accuracy = row.number(Column.ACCURACY, 0, 1, OTHER);
    if (!row.isGood()) {
      return;
    }
    if (!name.equals(scenario)) {
      scenario = name;
      size = 0;
    }
    if (size == accuracies.length) {
      accuracies = Arrays.copyOf(accuracies, 2 * size);
    }
    accuracies[size++] = accuracy;
  }
}
