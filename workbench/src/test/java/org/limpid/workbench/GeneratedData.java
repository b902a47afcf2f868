package org.limpid.workbench;

import java.util.List;
import java.util.SplittableRandom;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Small tables with a signal: two numbers, a colour, and targets that depend on all of them. */
public final class GeneratedData {
  public static final String NUMBER = "number";
  public static final String BINARY = "binary";
  public static final String THREE = "three";
  private static final String[] COLOURS = {"red", "green", "blue"};

  private GeneratedData() {}

  /**
   * Columns {@code x}, {@code z z} (a name that formulas could stumble over), {@code colour};
   * {@code number} = sin(2x) + z/2 + colour, {@code binary}: whether it is above 1, {@code three}:
   * in which third of its range it is. The noise has the deviation .1.
   */
  public static Table table(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[rows];
    double[] z = new double[rows];
    double[] number = new double[rows];
    String[] colour = new String[rows];
    String[] binary = new String[rows];
    String[] three = new String[rows];
    for (int i = 0; i < rows; i++) {
      int code = random.nextInt(COLOURS.length);
      x[i] = random.nextDouble() * 3;
      z[i] = random.nextGaussian();
      colour[i] = COLOURS[code];
      number[i] = Math.sin(2 * x[i]) + z[i] / 2 + code + random.nextGaussian() / 10;
      binary[i] = number[i] > 1 ? "yes" : "no";
      three[i] = number[i] < .5 ? "low" : number[i] < 1.5 ? "middle" : "high";
    }
    return Table.of(
        NumericColumn.of("x", x),
        NumericColumn.of("z z", z),
        TextColumn.of("colour", colour),
        NumericColumn.of(NUMBER, number),
        TextColumn.of(BINARY, binary),
        TextColumn.of(THREE, three));
  }

  /** The training set that predicts one of the targets. */
  public static TrainingSet set(Table table, String target) {
    Table kept = table.select(List.of("x", "z z", "colour", target));
    return target.equals(NUMBER)
        ? TrainingSet.regression(kept, target)
        : TrainingSet.classification(kept, target);
  }
}
