package org.limpid.interpret.explain;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.BagDeviation;
import org.limpid.interpret.explain.PermutationImportance.FeatureImportance;
import org.limpid.interpret.explain.PermutationImportance.Settings;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.table.Table;

/** Predicts for a table in which the values of one feature were dealt to other rows. */
final class Permutations {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final Model model;
  private final RowReader reader;
  private final Row row;
  private final Target target;
  private final Settings settings;
  private final double[][] outputs;

  Permutations(Model model, Table table, Target target, Settings settings) {
    if (table.rowCount() == 0 || table.rowCount() != target.size()) {
      throw new IllegalArgumentException(
          "expected as many rows as targets, at least one: %d and %d"
              .formatted(table.rowCount(), target.size()));
    }
    this.model = model;
    this.target = target;
    this.settings = settings;
    reader = new RowReader(model.features(), table);
    row = model.newRow();
    outputs = new double[table.rowCount()][model.task().outputCount()];
  }

  PermutationImportance measure() {
    int[] identity = IntStream.range(0, outputs.length).toArray();
    double baseline = score(0, identity);
    List<FeatureImportance> features =
        IntStream.range(0, model.features().size())
            .mapToObj(feature -> importance(feature, baseline))
            .toList();
    return new PermutationImportance(baseline, features);
  }

  private FeatureImportance importance(int feature, double baseline) {
    String name = model.features().get(feature).name();
    SplittableRandom random =
        new SplittableRandom(settings.seed() + GOLDEN_GAMMA * name.hashCode());
    int[] order = IntStream.range(0, outputs.length).toArray();
    double[] losses = new double[settings.repeats()];
    double[] equal = new double[losses.length];
    double total = 0;
    for (int i = 0; i < losses.length; i++) {
      shuffle(order, random);
      losses[i] = settings.better().loss(baseline, score(feature, order));
      equal[i] = 1;
      total += losses[i];
    }
    double deviation = BagDeviation.of(i -> losses[i], equal);
    return new FeatureImportance(name, new Measure(total / losses.length, deviation));
  }

  /** Fisher and Yates. */
  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
  }

  private double score(int feature, int[] order) {
    for (int i = 0; i < outputs.length; i++) {
      reader.read(i, row);
      row.setEncoded(feature, reader.encoded(order[i], feature));
      model.predict(row, outputs[i]);
    }
    return settings.score().score(target, new Predictions(model.task(), outputs));
  }
}
