package org.limpid.bench.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.CsvTable;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * Tables that lie beside the project, in the folder that the property {@code limpid.shared} names.
 */
enum SharedFile {
  THROUGHPUT("golden/models/throughput_features.csv.gz"),
  DIABETES("golden/models/diabetes.csv");

  private static final String MONTH = "month";
  private static final int FIRST_TEST_MONTH = 9;
  private static final int FOLD_COUNT = 5;

  private final Path path;

  SharedFile(String name) {
    path = Path.of(System.getProperty("limpid.shared", "../shared"), name);
  }

  Path path() {
    return path;
  }

  boolean isThere() {
    return Files.isRegularFile(path);
  }

  /** The 25 features of ten-minute slots; April to August to learn from, September to check on. */
  static List<CaseSplit> throughput(String target) {
    Table table =
        CsvTable.read(THROUGHPUT.path)
            .without(
                Set.of(
                    "time", target.equals("submit_gpu_job") ? "submit_gpu_num" : "submit_gpu_job"));
    return List.of(
        CaseSplit.of(
            TrainingSet.regression(
                table.rows(rows(table, MONTH, m -> m < FIRST_TEST_MONTH)), target),
            TrainingSet.regression(
                table.rows(rows(table, MONTH, m -> m >= FIRST_TEST_MONTH)), target)));
  }

  /** One split per value of the column {@code fold}, which is what is checked on. */
  static List<CaseSplit> diabetes() {
    Table table = CsvTable.read(DIABETES.path);
    return IntStream.range(0, FOLD_COUNT).mapToObj(fold -> fold(table, fold)).toList();
  }

  private static CaseSplit fold(Table table, int fold) {
    Table inputs = table.without(Set.of("fold"));
    return CaseSplit.of(
        TrainingSet.regression(inputs.rows(rows(table, "fold", f -> f != fold)), "target"),
        TrainingSet.regression(inputs.rows(rows(table, "fold", f -> f == fold)), "target"));
  }

  private static int[] rows(Table table, String column, DoublePredicate wanted) {
    NumericColumn values = (NumericColumn) table.column(column);
    return IntStream.range(0, values.size())
        .filter(row -> wanted.test(values.value(row)))
        .toArray();
  }
}
