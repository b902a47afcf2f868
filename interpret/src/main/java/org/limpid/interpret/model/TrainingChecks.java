package org.limpid.interpret.model;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;

/**
 * What trainers demand of a training set. Every check notes what it finds; {@link #throwIfAny} ends
 * with all of it at once. Not safe for several threads.
 */
public final class TrainingChecks {
  /**
   * Largest size of a target or weight. Nothing that is measured comes near it, and sums of squares
   * and single-precision numbers have room for it.
   */
  public static final double LARGEST = 1e30;

  private final TrainingSet data;
  private final Problems problems = new Problems();

  private TrainingChecks(TrainingSet data) {
    this.data = data;
  }

  public static TrainingChecks of(TrainingSet data) {
    return new TrainingChecks(data);
  }

  /**
   * The checks that most trainers need: no offset, so many rows, for a reason told in a clause or
   * {@code ""}, columns and a target that varies. Throws a {@code DataException} with all that is
   * wrong.
   */
  public static void check(TrainingSet data, int fewestRows, String reason) {
    of(data).withoutOffset().rows(fewestRows, reason).columns().varyingTarget().throwIfAny();
  }

  /**
   * Demands a number of rows, for a reason told in a clause or {@code ""}, and that they do not all
   * have the weight 0.
   */
  public TrainingChecks rows(int fewest, String reason) {
    int count = data.rowCount();
    if (count < Math.max(1, fewest)) {
      String why = reason.isEmpty() ? "" : " (%s)".formatted(reason);
      String found = count == 0 ? "none" : Integer.toString(count);
      String hint =
          count == 0
              ? "Maybe the file holds only a header, or a filter left nothing."
              : "Maybe use more data, or other parameters.";
      add("", "expected %d or more rows%s, found %s".formatted(fewest, why, found), hint);
    } else if (data.weights().filter(weights -> !anyPositive(weights)).isPresent()) {
      add("", "expected a row of positive weight, found only 0", "Maybe leave the weights out.");
    }
    data.weights().ifPresent(weights -> notTooLarge("weight", weights));
    return this;
  }

  /** Demands that no column is to be added to the score, which models of this kind lack. */
  public TrainingChecks withoutOffset() {
    data.offset()
        .ifPresent(name ->
            add(
                name,
                "expected no offset, as only an explainable boosting machine adds one to its score",
                "Maybe train one, or predict from the column as from any other."));
    return this;
  }

  /** Demands numbers to be predicted of a size that can be reckoned with. */
  public TrainingChecks target() {
    if (data.target() instanceof Target.Numbers numbers) {
      notTooLarge(numbers.name(), numbers.values());
    }
    return this;
  }

  /** Demands numbers to predict from of this size at most. */
  public TrainingChecks noLargerThan(double largest) {
    for (Column column : data.inputs().columns()) {
      if (column instanceof NumericColumn numbers && !data.isNominal(column.name())) {
        notTooLarge(numbers, largest);
      }
    }
    return this;
  }

  private void notTooLarge(String name, double[] values) {
    notTooLarge(NumericColumn.of(name, values), LARGEST);
  }

  private void notTooLarge(NumericColumn column, double largest) {
    forbid(
        column,
        value -> Math.abs(value) > largest && !Double.isInfinite(value),
        "expected a number of at most %s in size".formatted(largest),
        "Maybe it stands for a missing value, or another unit should be used.");
  }

  private void forbid(NumericColumn column, DoublePredicate bad, String message, String hint) {
    for (int row = 0; row < column.size(); row++) {
      if (bad.test(column.value(row))) {
        problems.add(data.inputs().problem(row, column, message, hint));
      }
    }
  }

  private static boolean anyPositive(double[] weights) {
    return Arrays.stream(weights).anyMatch(weight -> weight > 0);
  }

  /** Demands columns to predict from, each with a value in some row and without infinities. */
  public TrainingChecks columns() {
    if (data.learned().isEmpty()) {
      add(
          "",
          "expected a column to predict from, found none",
          "Maybe fewer columns should be excluded.");
    }
    data.inputs().columns().forEach(this::column);
    return this;
  }

  /** Demands that a column has a value in some row and no infinities. */
  public TrainingChecks column(Column column) {
    boolean empty = IntStream.range(0, column.size()).allMatch(column::isMissing);
    if (empty && column.size() > 0) {
      add(column.name(), "expected values, found only missing ones", "Maybe exclude it.");
    }
    if (column instanceof NumericColumn numbers) {
      forbid(
          numbers,
          Double::isInfinite,
          "expected a finite number",
          "Maybe leave the field empty, which means missing, or exclude the column.");
    }
    return this;
  }

  /** Demands two different numbers to be predicted, or rows of two classes. */
  public TrainingChecks varyingTarget() {
    if (data.rowCount() == 0) {
      return this;
    }
    target();
    switch (data.target()) {
      case Target.Numbers numbers -> varying(numbers);
      case Target.Classes classes -> severalClasses(classes);
    }
    return this;
  }

  private void varying(Target.Numbers numbers) {
    double first = numbers.values()[0];
    if (Arrays.stream(numbers.values()).allMatch(value -> value == first)) {
      add(
          numbers.name(),
          "expected numbers that differ, to be predicted; found %s in every row".formatted(first),
          "Maybe another column was meant.");
    }
  }

  private void severalClasses(Target.Classes classes) {
    int first = classes.codes()[0];
    if (Arrays.stream(classes.codes()).allMatch(code -> code == first)) {
      add(
          classes.name(),
          "expected rows of two or more classes, found only '%s'"
              .formatted(classes.classes().get(first)),
          "Maybe another column was meant, or rows of the other classes are missing.");
    }
  }

  /** Notes a problem that a trainer found by itself. */
  public TrainingChecks add(Problem problem) {
    problems.add(problem);
    return this;
  }

  private void add(String column, String message, String hint) {
    problems.add(Problem.ofColumn(data.inputs().source(), column, message, hint));
  }

  /** Ends the checks. Throws a {@code DataException} with all that was noted, if anything was. */
  public void throwIfAny() {
    problems.throwIfAny();
  }
}
