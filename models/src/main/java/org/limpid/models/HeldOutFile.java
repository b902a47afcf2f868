package org.limpid.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.Problems;
import org.limpid.interpret.evaluate.HeldOut;

/**
 * What models predicted of rows that they had not learnt from, as a file beside them: a row per
 * model and row of data.
 */
public final class HeldOutFile {
  /** Its name in a folder of models. */
  public static final String NAME = "held-out.csv";

  private static final List<Column> PROBABILITIES =
      List.of(Column.PROBABILITY_0, Column.PROBABILITY_1, Column.PROBABILITY_2);
  private static final CsvSchema SCHEMA =
      CsvSchema.of(List.of(Column.values()), List.of()).ownFiles();

  private enum Column {
    MODEL,
    ROW,
    ACTUAL,
    PREDICTED,
    BASELINE,
    PROBABILITY_0,
    PROBABILITY_1,
    PROBABILITY_2
  }

  private HeldOutFile() {}

  /**
   * Writes the file; numbers read back bit for bit.
   *
   * @throws DataException if it can't be written
   */
  public static void write(Path folder, List<HeldOut> models) {
    AtomicFiles.write(
        folder.resolve(NAME),
        out -> {
          try (CsvOutput csv = new CsvOutput(out)) {
            csv.row(Stream.of(Column.values()).map(CsvSchema::nameOf).toArray(String[]::new));
            models.forEach(model -> model.rows().forEach(row -> write(csv, model.model(), row)));
          }
        });
  }

  private static void write(CsvOutput csv, String model, HeldOut.Row row) {
    csv.field(model)
        .field(row.name())
        .field(row.actual())
        .field(row.predicted())
        .field(row.baseline());
    for (int k = 0; k < PROBABILITIES.size(); k++) {
      if (k < row.probabilities().size()) {
        csv.field(row.probabilities().get(k));
      } else {
        csv.field("");
      }
    }
    csv.endRow();
  }

  /**
   * Reads the file.
   *
   * @return by the names of the models, in their order
   */
  static Map<String, HeldOut> read(Path file) {
    Problems problems = new Problems();
    Map<String, List<HeldOut.Row>> rows = new LinkedHashMap<>();
    CsvInput.read(file, SCHEMA, problems, row -> add(rows, row));
    problems.throwIfAny();
    Map<String, HeldOut> models = new LinkedHashMap<>();
    rows.forEach((name, of) -> models.put(name, new HeldOut(name, of)));
    return models;
  }

  private static void add(Map<String, List<HeldOut.Row>> rows, CsvRow row) {
    String model = row.requiredText(Column.MODEL);
    HeldOut.Row read =
        new HeldOut.Row(
            row.requiredText(Column.ROW),
            number(row, Column.ACTUAL),
            number(row, Column.PREDICTED),
            number(row, Column.BASELINE),
            row.isEmpty(Column.PROBABILITY_0) ? List.of() : probabilities(row));
    if (row.isGood()) {
      rows.computeIfAbsent(model, _ -> new ArrayList<>()).add(read);
    }
  }

  private static List<Double> probabilities(CsvRow row) {
    return PROBABILITIES.stream().map(column -> row.number(column, 0, 1, "")).toList();
  }

  private static double number(CsvRow row, Column column) {
    return row.number(column, -Double.MAX_VALUE, Double.MAX_VALUE, "");
  }
}
