package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.model.BadCells;
import org.limpid.interpret.model.ColumnsReader;
import org.limpid.interpret.model.ColumnsReader.Role;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.CellFormat;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Reading;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/**
 * The training set of a request.
 *
 * @param set the set
 * @param notices what a user may want to know of how the file was understood
 */
record TrainingData(TrainingSet set, List<String> notices) {

  static TrainingData read(TrainingRequest request) {
    ColumnsReader reader = new ColumnsReader(name -> role(name, request), request.reading());
    Table table = reader.read(request.csv());
    checkColumns(request, table);
    List<String> notices = new ArrayList<>();
    TrainingRequest.TargetType type =
        request.type().orElseGet(() -> guessed(table, request.target(), notices));
    notices.addAll(reader.notices());
    Set<String> left = new LinkedHashSet<>(request.excluded());
    request.weights().ifPresent(left::add);
    request.event().ifPresent(left::add);
    if (request.recipe().kind() == ModelKind.TREE) {
      List<String> ids = likeIds(table.without(left), request);
      left.addAll(ids);
      ids.forEach(name -> notices.add(leftOut(name)));
    }
    Table used = table.without(left);
    Set<String> noFeatures = new LinkedHashSet<>(Set.of(request.target()));
    request.offset().ifPresent(noFeatures::add);
    notices.addAll(ColumnNotices.of(used.without(noFeatures), request.nominal()));
    TrainingSet set =
        switch (type) {
          case REGRESSION -> TrainingSet.regression(used, request.target());
          case CLASSIFICATION -> TrainingSet.classification(used, request.target());
        };
    notices.addAll(TargetChecks.check(used, set.target(), request.anyway()));
    TrainingSet weighted = weighted(withWeekdays(set), request, table);
    return new TrainingData(
        request.offset().map(weighted::withOffset).orElse(weighted), List.copyOf(notices));
  }

  /**
   * A tree would ask for single rows by such texts, and list all of them; where there is nothing
   * else to ask for, it does.
   */
  private static List<String> likeIds(Table table, TrainingRequest request) {
    Table features = table.without(Set.of(request.target()));
    List<String> ids = ColumnNotices.likeIds(features.without(request.nominal()));
    return ids.size() < features.columns().size() ? ids : List.of();
  }

  private static String leftOut(String name) {
    return "%s is left out: its texts hardly repeat, as those of an id. --nominal takes it in."
        .formatted(name);
  }

  /**
   * Reads another file as the one of the request, with what is known of how its cells are written.
   */
  static Table table(TrainingRequest request, Path csv, Reading reading) {
    return new ColumnsReader(name -> role(name, request), reading).read(csv);
  }

  private static Role role(String name, TrainingRequest request) {
    if (name.equals(request.target())) {
      boolean classes =
          request.type().filter(TrainingRequest.TargetType.CLASSIFICATION::equals).isPresent();
      return classes ? Role.NAMES : Role.NUMBERS;
    }
    if (request.excluded().contains(name) || request.event().filter(name::equals).isPresent()) {
      return Role.IGNORED;
    }
    if (request.weights().filter(name::equals).isPresent()
        || request.offset().filter(name::equals).isPresent()) {
      return Role.NUMBERS;
    }
    if (request.nominal().contains(name)) {
      return Role.NAMES;
    }
    return request.recipe().monotone().containsKey(name) ? Role.NUMBERS : Role.ANYTHING;
  }

  /** A column that is numbers but for some cells is still one of numbers. */
  private static TrainingRequest.TargetType guessed(
      Table table, String target, List<String> notices) {
    boolean numbers =
        !(table.column(target) instanceof TextColumn texts)
            || BadCells.of(table, texts).guess().isNumbers();
    TrainingRequest.TargetType type =
        numbers ? TrainingRequest.TargetType.REGRESSION : TrainingRequest.TargetType.CLASSIFICATION;
    notices.add(
        "%s holds %s, so this is a %s (--type says otherwise)."
            .formatted(target, numbers ? "numbers" : "texts", type.label()));
    return type;
  }

  /** Weekdays come one after the other. */
  private static TrainingSet withWeekdays(TrainingSet set) {
    TrainingSet ordered = set;
    for (Map.Entry<String, CellFormat> each : set.inputs().reading().formats().entrySet()) {
      if (each.getValue() instanceof CellFormat.Dates dates) {
        String weekday = dates.weekday(each.getKey());
        Optional<Column> column = set.inputs().find(weekday);
        if (column.isPresent()) {
          ordered = ordered.withOrdinal(weekday, CellFormat.Dates.inOrder(column.get()));
        }
      }
    }
    return ordered;
  }

  private static void checkColumns(TrainingRequest request, Table table) {
    Problems problems = new Problems();
    Set<String> named = new LinkedHashSet<>(List.of(request.target()));
    named.addAll(request.excluded());
    named.addAll(request.nominal());
    request.weights().ifPresent(named::add);
    request.offset().ifPresent(named::add);
    request.event().ifPresent(named::add);
    for (String name : named) {
      if (table.find(name).isEmpty()) {
        problems.add(noColumn(table, name));
      }
    }
    checkRoles(request, table, problems);
    request.offset().ifPresent(name -> checkOffset(name, request, table, problems));
    request
        .recipe()
        .monotone()
        .keySet()
        .forEach(name -> checkRising(name, request, table, problems));
    problems.throwIfAny();
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

  private static void checkRoles(TrainingRequest request, Table table, Problems problems) {
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

  private static void checkOffset(
      String name, TrainingRequest request, Table table, Problems problems) {
    Set<String> others = new LinkedHashSet<>(request.excluded());
    others.addAll(request.nominal());
    others.addAll(request.recipe().monotone().keySet());
    others.add(request.target());
    request.weights().ifPresent(others::add);
    if (others.contains(name)) {
      problems.add(
          new Problem(
              table.source(),
              1,
              name,
              "",
              "expected a column that is nothing but the offset, found it in another option",
              "Maybe another column was meant."));
    }
  }

  private static void checkRising(
      String name, TrainingRequest request, Table table, Problems problems) {
    boolean feature =
        table.find(name).filter(NumericColumn.class::isInstance).isPresent()
            && !request.excluded().contains(name)
            && !name.equals(request.target())
            && !request.weights().filter(name::equals).isPresent();
    boolean noted = !feature && noteBadCells(name, request, table, problems);
    if (!feature && !noted) {
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

  /** Whether a column is of numbers but for some cells, which are noted. */
  private static boolean noteBadCells(
      String name, TrainingRequest request, Table table, Problems problems) {
    if (request.nominal().contains(name)
        || !(table.find(name).orElse(null) instanceof TextColumn texts)) {
      return false;
    }
    BadCells bad = BadCells.of(table, texts);
    boolean numbers = bad.guess().isNumbers() && !bad.rows().isEmpty();
    if (numbers) {
      bad.note(problems, "expected a number", "");
    }
    return numbers;
  }

  private static TrainingSet weighted(TrainingSet set, TrainingRequest request, Table table) {
    return request
        .weights()
        .map(table::column)
        .map(column -> set.withWeights(WeightColumn.read(column, table)))
        .orElse(set);
  }
}
