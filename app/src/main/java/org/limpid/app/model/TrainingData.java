package org.limpid.app.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.CsvTable;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/**
 * The training set of a request.
 *
 * @param set the set
 * @param notices what a user may want to know of how the file was understood
 */
record TrainingData(TrainingSet set, List<String> notices) {

  /**
   * Reads it.
   *
   * @throws DataException if the file or the columns do not fit the request; all problems at once
   */
  static TrainingData read(TrainRequest request) {
    Table table = CsvTable.read(request.csv(), request.nominal());
    checkColumns(request, table);
    List<String> notices = new ArrayList<>();
    TargetType type = request.type().orElseGet(() -> guessed(table, request.target(), notices));
    Set<String> left = new LinkedHashSet<>(request.excluded());
    request.weights().ifPresent(left::add);
    Table used = table.without(left);
    notices.addAll(ColumnNotices.of(used.without(Set.of(request.target())), request.nominal()));
    TrainingSet set =
        switch (type) {
          case REGRESSION -> TrainingSet.regression(used, request.target());
          case CLASSIFICATION -> TrainingSet.classification(used, request.target());
        };
    return new TrainingData(weighted(set, request, table), List.copyOf(notices));
  }

  private static TargetType guessed(Table table, String target, List<String> notices) {
    boolean text = table.column(target) instanceof TextColumn;
    TargetType type = text ? TargetType.CLASSIFICATION : TargetType.REGRESSION;
    notices.add(
        "%s holds %s, so this is a %s (--type says otherwise)."
            .formatted(target, text ? "texts" : "numbers", type.label()));
    return type;
  }

  private static void checkColumns(TrainRequest request, Table table) {
    Problems problems = new Problems();
    Set<String> named = new LinkedHashSet<>(List.of(request.target()));
    named.addAll(request.excluded());
    named.addAll(request.nominal());
    request.weights().ifPresent(named::add);
    for (String name : named) {
      if (table.find(name).isEmpty()) {
        problems.add(ModelInputs.noColumn(table, name));
      }
    }
    checkRoles(request, table, problems);
    request
        .recipe()
        .monotone()
        .keySet()
        .forEach(name -> checkRising(name, request, table, problems));
    problems.throwIfAny();
  }

  private static void checkRoles(TrainRequest request, Table table, Problems problems) {
    boolean twice = request.weights().filter(request.target()::equals).isPresent();
    if (twice || request.excluded().contains(request.target())) {
      problems.add(
          new Problem(
              table.source(),
              1,
              request.target(),
              "",
              "expected the column to be predicted, found it among "
                  + (twice ? "the weights" : "those excluded"),
              "Maybe another column was meant."));
    }
  }

  private static void checkRising(
      String name, TrainRequest request, Table table, Problems problems) {
    boolean feature =
        table.find(name).filter(NumericColumn.class::isInstance).isPresent()
            && !request.excluded().contains(name)
            && !name.equals(request.target())
            && !request.weights().filter(name::equals).isPresent();
    if (!feature) {
      problems.add(
          new Problem(
              table.source(),
              1,
              name,
              "",
              "expected a numeric column to predict from, whose scores can be monotone",
              table.find(name).isPresent() ? "" : ClosestName.hint(name, table.names())));
    }
  }

  private static TrainingSet weighted(TrainingSet set, TrainRequest request, Table table) {
    return request
        .weights()
        .map(table::column)
        .map(column -> set.withWeights(WeightColumn.read(column, table)))
        .orElse(set);
  }
}
