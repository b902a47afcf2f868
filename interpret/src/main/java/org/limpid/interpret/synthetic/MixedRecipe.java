package org.limpid.interpret.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/**
 * What real tables have: {@code age} a number, {@code load} a number that every tenth row lacks,
 * {@code color} one of five texts of which one is rare and one stands only in test rows, {@code
 * user} one of forty texts, {@code size} a whole number from 1 to 5. Rows with a larger weight have
 * less noise: its variance is 1 / weight.
 *
 * <p>What single features add is not known, as most are not spread evenly over 0 to 1.
 */
final class MixedRecipe implements Recipe {
  private static final List<String> COLORS = List.of("blue", "green", "red", "yellow", "black");
  private static final double[] COLOR_EFFECTS = {-1, 0.5, 1.5, 0, 0};
  private static final double[] TRAIN_SHARES = {0.5, 0.3, 0.19, 0.01, 0};
  private static final double[] TEST_SHARES = {0.45, 0.3, 0.19, 0.01, 0.05};
  private static final double MISSING_SHARE = 0.1;
  private static final int USER_COUNT = 40;
  private static final int SIZE_COUNT = 5;

  /** One row; a missing load is NaN. */
  private record Example(double age, double load, int color, int user, int size, double weight) {
    static Example next(SplittableRandom random, double[] colorShares) {
      return new Example(
          random.nextDouble(),
          random.nextDouble() < MISSING_SHARE ? Double.NaN : random.nextDouble(),
          Draws.choice(random, colorShares),
          random.nextInt(USER_COUNT),
          1 + random.nextInt(SIZE_COUNT),
          0.25 + random.nextDouble());
    }

    double expectation() {
      double ofLoad = Double.isNaN(load) ? 2.5 : 3 * load;
      double ofUser = Math.sin(user);
      return 2 * Math.sin(2 * Math.PI * age) + ofLoad + COLOR_EFFECTS[color] + ofUser + 0.4 * size;
    }
  }

  @Override
  public SyntheticSet.Part rows(SplittableRandom random, int rowCount) {
    return rows(random, rowCount, TRAIN_SHARES);
  }

  @Override
  public SyntheticSet.Part testRows(SplittableRandom random, int rowCount) {
    return rows(random, rowCount, TEST_SHARES);
  }

  private static SyntheticSet.Part rows(
      SplittableRandom random, int rowCount, double[] colorShares) {
    List<Example> examples = new ArrayList<>(rowCount);
    double[] targets = new double[rowCount];
    for (int i = 0; i < rowCount; i++) {
      Example example = Example.next(random, colorShares);
      examples.add(example);
      double noise = Draws.normal(random) / Math.sqrt(example.weight());
      targets[i] = example.expectation() + noise;
    }
    TrainingSet data =
        TrainingSet.of(table(examples), new Target.Numbers("y", targets))
            .withWeights(examples.stream().mapToDouble(Example::weight).toArray());
    double[][] expectations =
        examples.stream()
            .map(example -> new double[] {example.expectation()})
            .toArray(double[][]::new);
    return new SyntheticSet.Part(data, expectations);
  }

  private static Table table(List<Example> examples) {
    int rowCount = examples.size();
    return Table.of(
        "generated",
        0,
        List.of(
            NumericColumn.generate("age", rowCount, row -> examples.get(row).age()),
            NumericColumn.generate("load", rowCount, row -> examples.get(row).load()),
            TextColumn.of(
                "color", examples.stream().map(e -> COLORS.get(e.color())).toArray(String[]::new)),
            TextColumn.of(
                "user", examples.stream().map(e -> "u" + e.user()).toArray(String[]::new)),
            NumericColumn.generate("size", rowCount, row -> examples.get(row).size())));
  }
}
