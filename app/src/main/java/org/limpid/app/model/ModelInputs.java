package org.limpid.app.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.table.CsvTable;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** Reads the columns of a CSV file as a model knows them. */
final class ModelInputs {
  private ModelInputs() {}

  /** Reads a file; numbers that name categories stay as they are written. */
  static Table read(Model model, Path csv) {
    return CsvTable.read(csv, categorical(model).collect(Collectors.toSet()));
  }

  /** The same, with a target whose classes stay as they are written if training had them so. */
  static Table read(Model model, Path csv, String target) {
    Stream<String> classes =
        model.task() instanceof Task.Classification classification
                && !classification.classes().stream().allMatch(ModelInputs::isPlainNumber)
            ? Stream.of(target)
            : Stream.empty();
    Set<String> texts = Stream.concat(categorical(model), classes).collect(Collectors.toSet());
    return CsvTable.read(csv, texts);
  }

  /** What to say of a column that is not there. */
  static Problem noColumn(Table table, String name) {
    return new Problem(
        table.source(),
        1,
        name,
        "",
        "there is no such column",
        ClosestName.hint(name, table.names()));
  }

  private static Stream<String> categorical(Model model) {
    return model.features().stream()
        .filter(Feature.Categorical.class::isInstance)
        .map(Feature::name);
  }

  /** Whether a column of numbers writes it so. */
  private static boolean isPlainNumber(String text) {
    return number(text)
        .filter(value -> NumericColumn.of("", value).text(0).equals(text))
        .isPresent();
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
