package org.limpid.experiment.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/** The folder that {@code limpid table7 --out} makes. Immutable. */
public final class ComparisonFolder {
  private static final String CSV = "table7.csv";
  private static final EnumSet<Column> REQUIRED =
      EnumSet.of(
          Column.MODEL,
          Column.VARIANT,
          Column.SOURCE,
          Column.LEARNER,
          Column.TEST_ROWS,
          Column.MAE,
          Column.R2,
          Column.SPEARMAN);
  private static final CsvSchema SCHEMA =
      CsvSchema.of(List.copyOf(REQUIRED), List.copyOf(EnumSet.complementOf(REQUIRED)))
          .ignoringOthers()
          .ownFiles();
  private static final String HINT = "Maybe the file was changed after the run.";

  private final List<LearnerResult> rows;

  /** The columns; older versions noted the time of fits by the clock. */
  private enum Column {
    MODEL,
    VARIANT,
    LEAKS,
    SOURCE,
    LEARNER,
    READABLE,
    TEST_ROWS,
    MAE,
    R2,
    SPEARMAN,
    ACCURACY,
    BYTES,
    FIT_SECONDS,
    FIT_CPU_SECONDS,
    NOTE
  }

  private ComparisonFolder(List<LearnerResult> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Writes all rows with all digits; what is not known is empty. */
  static void write(Path folder, List<LearnerResult> results) {
    AtomicFiles.write(
        folder.resolve(CSV),
        out -> {
          try (CsvOutput csv = new CsvOutput(out)) {
            csv.row(results.getFirst().toMap().keySet().toArray(String[]::new));
            results.forEach(result ->
                csv.row(
                    result.toMap().values().stream()
                        .map(ComparisonFolder::field)
                        .toArray(String[]::new)));
          }
        });
  }

  private static String field(Object value) {
    return switch (value) {
      case null -> "";
      case Double number when number.isNaN() -> "";
      case Boolean flag -> flag ? "1" : "0";
      default -> value.toString();
    };
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
    List<LearnerResult> rows = new ArrayList<>();
    CsvInput.read(file, SCHEMA, problems, row -> rows.add(row(row)));
    problems.throwIfAny();
    return new ComparisonFolder(rows);
  }

  /** All rows, in the order of the file. */
  public List<LearnerResult> rows() {
    return rows;
  }

  private static LearnerResult row(CsvRow row) {
    double cpuSeconds = number(row, Column.FIT_CPU_SECONDS);
    return new LearnerResult(
        row.requiredText(Column.MODEL),
        row.requiredText(Column.VARIANT),
        flag(row, Column.LEAKS),
        row.requiredText(Column.SOURCE),
        row.requiredText(Column.LEARNER),
        flag(row, Column.READABLE),
        (int) row.wholeNumber(Column.TEST_ROWS, 0, Integer.MAX_VALUE, HINT),
        number(row, Column.MAE),
        number(row, Column.R2),
        number(row, Column.SPEARMAN),
        number(row, Column.ACCURACY),
        Double.isNaN(cpuSeconds) ? number(row, Column.FIT_SECONDS) : cpuSeconds,
        row.isEmpty(Column.BYTES) ? -1 : (long) number(row, Column.BYTES),
        row.text(Column.NOTE));
  }

  private static Optional<Boolean> flag(CsvRow row, Column column) {
    return row.isEmpty(column) ? Optional.empty() : Optional.of(row.flag(column));
  }

  private static double number(CsvRow row, Column column) {
    return row.isEmpty(column)
        ? Double.NaN
        : row.number(column, -Double.MAX_VALUE, Double.MAX_VALUE, HINT);
  }
}
