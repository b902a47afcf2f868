package org.limpid.plots.comparison;

import static org.limpid.plots.comparison.ComparisonField.ACCURACY;
import static org.limpid.plots.comparison.ComparisonField.BYTES;
import static org.limpid.plots.comparison.ComparisonField.FIT_CPU_SECONDS;
import static org.limpid.plots.comparison.ComparisonField.FIT_SECONDS;
import static org.limpid.plots.comparison.ComparisonField.LEAKS;
import static org.limpid.plots.comparison.ComparisonField.LEARNER;
import static org.limpid.plots.comparison.ComparisonField.MAE;
import static org.limpid.plots.comparison.ComparisonField.MODEL;
import static org.limpid.plots.comparison.ComparisonField.NOTE;
import static org.limpid.plots.comparison.ComparisonField.R2;
import static org.limpid.plots.comparison.ComparisonField.READABLE;
import static org.limpid.plots.comparison.ComparisonField.SOURCE;
import static org.limpid.plots.comparison.ComparisonField.SPEARMAN;
import static org.limpid.plots.comparison.ComparisonField.TEST_ROWS;
import static org.limpid.plots.comparison.ComparisonField.VARIANT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/** The folder that {@code limpid table7 --out} made. Immutable. */
public final class ComparisonFolder {
  private static final String CSV = "table7.csv";
  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(MODEL, VARIANT, SOURCE, LEARNER, TEST_ROWS, MAE, R2, SPEARMAN),
              List.of(LEAKS, READABLE, ACCURACY, BYTES, FIT_SECONDS, FIT_CPU_SECONDS, NOTE))
          .ignoringOthers()
          .ownFiles();
  private static final String HINT = "Maybe the file was changed after the run.";

  private final Path folder;
  private final List<ComparisonRow> rows;

  private ComparisonFolder(Path folder, List<ComparisonRow> rows) {
    this.folder = folder;
    this.rows = List.copyOf(rows);
  }

  /**
   * Reads a folder.
   *
   * @throws DataException if it holds no comparison, or a wrong one
   */
  public static ComparisonFolder open(Path folder) {
    Path file = folder.resolve(CSV);
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          Problem.ofFile(
              file,
              "there is no such file",
              "Maybe 'limpid table7 --out' has to make the folder first."));
    }
    Problems problems = new Problems();
    List<ComparisonRow> rows = new ArrayList<>();
    CsvInput.read(file, SCHEMA, problems, row -> rows.add(row(row)));
    problems.throwIfAny();
    return new ComparisonFolder(folder, rows);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** All rows, in the order of the file. */
  public List<ComparisonRow> rows() {
    return rows;
  }

  private static ComparisonRow row(CsvRow row) {
    double cpuSeconds = number(row, FIT_CPU_SECONDS);
    return new ComparisonRow(
        row.requiredText(MODEL),
        row.requiredText(VARIANT),
        !row.isEmpty(LEAKS) && row.flag(LEAKS),
        row.requiredText(SOURCE),
        row.requiredText(LEARNER),
        row.isEmpty(READABLE) ? "" : row.flag(READABLE) ? "yes" : "no",
        row.wholeNumber(TEST_ROWS, 0, Integer.MAX_VALUE, HINT),
        number(row, MAE),
        number(row, R2),
        number(row, SPEARMAN),
        number(row, ACCURACY),
        number(row, BYTES),
        Double.isNaN(cpuSeconds) ? number(row, FIT_SECONDS) : cpuSeconds,
        row.text(NOTE));
  }

  private static double number(CsvRow row, ComparisonField field) {
    return row.isEmpty(field)
        ? Double.NaN
        : row.number(field, -Double.MAX_VALUE, Double.MAX_VALUE, HINT);
  }
}
