package org.limpid.interpret.ebm;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Small generated data and quick parameters for tests of the trainer. */
final class EbmSets {
  private static final String[] COLOURS = {"red", "green", "blue", "grey"};

  private EbmSets() {}

  /** Three bags and few rounds without pairs. */
  static EbmParameters quick(EbmParameters parameters) {
    return parameters
        .with(EbmParameter.OUTER_BAGS, 3)
        .with(EbmParameter.LEARNING_RATE, 0.1)
        .with(EbmParameter.MAX_BINS, 64)
        .with(EbmParameter.INTERACTIONS, 0)
        .with(EbmParameter.SMOOTHING_ROUNDS, 20)
        .with(EbmParameter.INTERACTION_SMOOTHING_ROUNDS, 10)
        .with(EbmParameter.MAX_ROUNDS, 150);
  }

  static EbmParameters quickRegression() {
    return quick(EbmParameters.regression());
  }

  static EbmParameters quickClassification() {
    return quick(EbmParameters.classification());
  }

  static EbmParameters quickFirstVersion() {
    return quick(EbmParameters.firstVersion(new Task.Regression()));
  }

  static EbmModel train(TrainingSet data, EbmParameters parameters) {
    return new EbmTrainer(parameters, 1).train(data);
  }

  static double[] uniform(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[size];
    Arrays.setAll(values, _ -> random.nextDouble());
    return values;
  }

  /** Three numbers, the second with gaps, and a text with gaps. */
  static Table mixed(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] gaps = uniform(size, seed + 2);
    String[] colours = new String[size];
    Arrays.setAll(colours, row -> row % 17 == 0 ? null : COLOURS[random.nextInt(COLOURS.length)]);
    Arrays.setAll(gaps, row -> row % 11 == 0 ? Double.NaN : gaps[row]);
    return Table.of(
        NumericColumn.of("a", uniform(size, seed + 1)),
        NumericColumn.of("b", gaps),
        NumericColumn.of("c", uniform(size, seed + 3)),
        TextColumn.of("colour", colours));
  }

  /** The mixed table and a target that all columns and the pair of a and c have a part in. */
  static TrainingSet mixedSet(int size, long seed) {
    Table table = mixed(size, seed);
    double[] a = numbers(table, "a");
    double[] b = numbers(table, "b");
    double[] c = numbers(table, "c");
    double[] noise = uniform(size, seed + 4);
    return regression(
        table,
        row ->
            4 * a[row] * c[row]
                + (Double.isNaN(b[row]) ? 3 : b[row] * b[row])
                + (table.column("colour").text(row).equals("red") ? 1 : 0)
                + 0.2 * noise[row]);
  }

  static TrainingSet regression(Table table, IntToDoubleFunction target) {
    double[] values = new double[table.rowCount()];
    Arrays.setAll(values, target);
    return TrainingSet.of(table, new Target.Numbers("y", values));
  }

  static double[] numbers(Table table, String column) {
    return ((NumericColumn) table.column(column)).toArray();
  }

  static double[] targets(TrainingSet data) {
    return ((Target.Numbers) data.target()).values();
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
