package org.limpid.baselines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * The errors of other implementations on the throughput matrix, trained on April to August and
 * tested on September 2020: LightGBM 3.3.5 and XGBoost 1.7.4 of Python with all defaults, as {@code
 * spec/models.md} in the shared data has them.
 */
final class ReferenceTest {
  private static final String TARGET = "submit_gpu_job";
  private static TrainingSet training;
  private static Table september;

  @BeforeAll
  static void read() throws IOException {
    Path file =
        Path.of(
            System.getProperty("limpid.shared", "shared"),
            "golden/models/throughput_features.csv.gz");
    boolean found = Files.exists(file);
    if (!found) {
      System.out.println("skipped: there is no " + file);
    }
    assumeTrue(found, "there is no " + file);
    List<Boolean> isSeptember = new ArrayList<>();
    Table table = table(file, isSeptember);
    training = TrainingSet.regression(table.rows(rows(isSeptember, false)), TARGET);
    september = table.rows(rows(isSeptember, true));
  }

  private static Table table(Path file, List<Boolean> isSeptember) throws IOException {
    List<double[]> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (Reader in =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(in)) {
      for (NamedCsvRecord line : records) {
        if (names.isEmpty()) {
          names.addAll(line.getHeader());
          names.removeAll(List.of("time", "submit_gpu_num"));
        }
        isSeptember.add(line.getField("time").startsWith("2020-09"));
        rows.add(names.stream().mapToDouble(n -> Double.parseDouble(line.getField(n))).toArray());
      }
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int position = i;
      double[] values = rows.stream().mapToDouble(row -> row[position]).toArray();
      columns.add(NumericColumn.of(names.get(i), values));
    }
    return Table.of("throughput", 0, columns);
  }

  private static int[] rows(List<Boolean> isSeptember, boolean wanted) {
    return IntStream.range(0, isSeptember.size())
        .filter(i -> isSeptember.get(i) == wanted)
        .toArray();
  }

  @Test
  void lightGbmIsThatOfPython() {
    double[] errors = errors("lightgbm");
    assertEquals(4.4530, errors[0], 5e-5);
    assertEquals(.0727, errors[1], 5e-5);
  }

  /** Version 1.7.6 instead of 1.7.4. */
  @Test
  void xgboostIsThatOfPython() {
    double[] errors = errors("xgboost");
    assertEquals(5.6268, errors[0], 2e-3);
    assertEquals(-.1248, errors[1], 2e-3);
  }

  /** Mean absolute error and R squared. */
  private static double[] errors(String name) {
    double[] predicted =
        Baselines.named(name).trainer().train(training).predict(september).values();
    double[] truth = ((NumericColumn) september.column(TARGET)).toArray();
    double mean = Arrays.stream(truth).average().orElseThrow();
    double absolute = 0;
    double squares = 0;
    double total = 0;
    for (int i = 0; i < truth.length; i++) {
      double error = truth[i] - predicted[i];
      absolute += Math.abs(error) / truth.length;
      squares += error * error;
      total += (truth[i] - mean) * (truth[i] - mean);
    }
    return new double[] {absolute, 1 - squares / total};
  }
}
