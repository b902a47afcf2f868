package org.limpid.interpret.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/**
 * What a trainer learns from: columns to predict from, what is to be predicted, and how much each
 * row counts.
 */
public final class TrainingSet {
  private final Table inputs;
  private final Target target;
  private final double[] weights;
  private final Set<String> nominal;
  private final Map<String, List<String>> ordinal;
  private final Optional<String> offset;

  private TrainingSet(
      Table inputs,
      Target target,
      double[] weights,
      Set<String> nominal,
      Map<String, List<String>> ordinal,
      Optional<String> offset) {
    if (inputs.rowCount() != target.size()) {
      throw new IllegalArgumentException(
          "expected %d targets, found %d".formatted(inputs.rowCount(), target.size()));
    }
    this.inputs = inputs;
    this.target = target;
    this.weights = weights;
    this.nominal = nominal;
    this.ordinal = ordinal;
    this.offset = offset;
  }

  /** A training set in which every row counts the same. */
  public static TrainingSet of(Table inputs, Target target) {
    return new TrainingSet(inputs, target, null, Set.of(), Map.of(), Optional.empty());
  }

  /**
   * All other columns predict the number in one of them. Throws a {@code DataException} if the
   * column is missing, or holds anything but finite numbers.
   */
  public static TrainingSet regression(Table table, String target) {
    Column column = table.column(target);
    return of(table.without(Set.of(target)), numbers(table, column));
  }

  /**
   * All other columns predict the class in one of them. Classes are ordered alphabetically, or by
   * number where all of them are numbers. Those of a column of texts are called as it is written; a
   * column of numbers knows no more of {@code 007} than that it is 7. Throws a {@code
   * DataException} if the column is missing, has gaps or has only one class.
   */
  public static TrainingSet classification(Table table, String target) {
    Column column = table.column(target);
    return of(table.without(Set.of(target)), classes(table, column));
  }

  private static Target numbers(Table table, Column column) {
    Problems problems = new Problems();
    if (column instanceof TextColumn texts) {
      BadCells.of(table, texts)
          .note(problems, "expected numbers to be predicted", "Maybe this is a classification.");
      problems.throwIfAny();
    }
    for (int row = 0; row < column.size(); row++) {
      boolean finite =
          column instanceof NumericColumn numbers && Double.isFinite(numbers.value(row));
      if (!finite) {
        problems.add(
            table.problem(
                row,
                column,
                "expected a finite number to be predicted",
                "Maybe remove the rows in which it is not known."));
      }
    }
    problems.throwIfAny();
    return new Target.Numbers(
        column.name(), column instanceof NumericColumn numbers ? numbers.toArray() : new double[0]);
  }

  private static Target classes(Table table, Column column) {
    Problems problems = new Problems();
    Set<String> found = new TreeSet<>(NumbersFirst.ORDER);
    for (int row = 0; row < column.size(); row++) {
      if (column.isMissing(row)) {
        problems.add(
            table.problem(
                row,
                column,
                "expected a class to be predicted",
                "Maybe remove the rows in which it is not known."));
      } else {
        found.add(column.text(row));
      }
    }
    if (problems.isEmpty() && found.size() < 2) {
      problems.add(oneClass(table, column, found));
    }
    problems.throwIfAny();
    List<String> classes = List.copyOf(found);
    Map<String, Integer> codes = new HashMap<>();
    classes.forEach(name -> codes.put(name, codes.size()));
    int[] coded = new int[column.size()];
    Arrays.setAll(coded, row -> codes.get(column.text(row)));
    return new Target.Classes(column.name(), coded, classes);
  }

  private static Problem oneClass(Table table, Column column, Set<String> found) {
    String only = found.isEmpty() ? "none" : "only '%s'".formatted(found.iterator().next());
    return table.problem(
        -1,
        column,
        "expected two or more classes, found " + only,
        "Maybe another column was meant, or rows of the other classes are missing.");
  }

  /**
   * The same set with a weight per row. Throws an {@code IllegalArgumentException} unless all are
   * finite, none negative, and one positive.
   */
  public TrainingSet withWeights(double... newWeights) {
    boolean valid =
        newWeights.length == rowCount()
            && Arrays.stream(newWeights).allMatch(w -> w >= 0 && Double.isFinite(w))
            && Arrays.stream(newWeights).anyMatch(w -> w > 0);
    if (!valid) {
      throw new IllegalArgumentException(
          "expected %d finite weights of 0 or more, not all 0".formatted(rowCount()));
    }
    return new TrainingSet(inputs, target, newWeights.clone(), nominal, ordinal, offset);
  }

  /**
   * The same set in which these numeric columns hold names: numbers without an order. Throws a
   * {@code DataException} if there is no such column.
   */
  public TrainingSet withNominal(Set<String> columns) {
    columns.forEach(inputs::column);
    return new TrainingSet(inputs, target, weights, new LinkedHashSet<>(columns), ordinal, offset);
  }

  /**
   * The same set in which the texts of a column have an order, given all of them from low to high.
   * Throws a {@code DataException} if there is no such column, or it holds another text.
   */
  public TrainingSet withOrdinal(String column, List<String> categories) {
    Column found = inputs.column(column);
    Problems problems = new Problems();
    Set<String> known = Set.copyOf(categories);
    for (int row = 0; row < found.size(); row++) {
      if (!found.isMissing(row) && !known.contains(found.text(row))) {
        problems.add(
            inputs.problem(
                row,
                found,
                "expected one of " + String.join(", ", categories),
                "Maybe this category is missing in the list."));
      }
    }
    problems.throwIfAny();
    Map<String, List<String>> changed = new LinkedHashMap<>(ordinal);
    changed.put(column, List.copyOf(categories));
    return new TrainingSet(inputs, target, weights, nominal, changed, offset);
  }

  /**
   * The same set in which a column of numbers is no feature but is added to the score as it is, so
   * that a model learns what it leaves. Throws a {@code DataException} if there is no such column,
   * or a row of it holds no finite number.
   */
  public TrainingSet withOffset(String column) {
    Column found = inputs.column(column);
    Problems problems = new Problems();
    if (found instanceof TextColumn texts) {
      BadCells.of(inputs, texts)
          .note(problems, "expected numbers to be added to scores", "Maybe another column.");
      problems.throwIfAny();
    }
    for (int row = 0; row < found.size(); row++) {
      if (!(found instanceof NumericColumn numbers && Double.isFinite(numbers.value(row)))) {
        problems.add(
            inputs.problem(
                row,
                found,
                "expected a finite number to be added to the score",
                "Maybe remove the rows in which it is not known."));
      }
    }
    problems.throwIfAny();
    return new TrainingSet(inputs, target, weights, nominal, ordinal, Optional.of(column));
  }

  /** The column that is added to the score as it is, if there is one. */
  public Optional<String> offset() {
    return offset;
  }

  /** What is added to the score of each row, if something is. A copy. */
  public Optional<double[]> offsets() {
    return offset.map(name -> ((NumericColumn) inputs.column(name)).toArray());
  }

  /** The columns to learn from: the inputs without the offset. */
  public List<Column> learned() {
    return inputs.columns().stream()
        .filter(column -> offset.filter(column.name()::equals).isEmpty())
        .toList();
  }

  /** The order of a column's texts from low to high, if it has one. */
  public Optional<List<String>> ordinal(String column) {
    return Optional.ofNullable(ordinal.get(column));
  }

  public Table inputs() {
    return inputs;
  }

  public Target target() {
    return target;
  }

  /** Weight per row, if rows count differently. A copy. */
  public Optional<double[]> weights() {
    return Optional.ofNullable(weights).map(double[]::clone);
  }

  /** Weight per row; 1 for all where rows count the same. A copy. */
  public double[] weightsOrOnes() {
    double[] ones = new double[rowCount()];
    Arrays.fill(ones, 1);
    return weights().orElse(ones);
  }

  /** Whether a column is to be taken as nominal: it holds texts, or was said to be. */
  public boolean isNominal(String column) {
    return nominal.contains(column) || inputs.column(column) instanceof TextColumn;
  }

  public Set<String> nominal() {
    return Set.copyOf(nominal);
  }

  public int rowCount() {
    return inputs.rowCount();
  }

  public TrainingSet rows(int... rows) {
    double[] kept =
        weights == null ? null : Arrays.stream(rows).mapToDouble(r -> weights[r]).toArray();
    Objects.requireNonNull(rows, "rows");
    return new TrainingSet(inputs.rows(rows), target.rows(rows), kept, nominal, ordinal, offset);
  }
}
