package org.limpid.interpret.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.BagDeviation;
import org.limpid.interpret.explain.PermutationImportance.FeatureImportance;
import org.limpid.interpret.explain.PermutationImportance.Settings;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowOrder;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * How much worse any model gets when one feature's values are dealt to other rows.
 *
 * <p>Source: Breiman, "Random forests", Machine Learning 45(1), 2001, section 10; for any model:
 * Fisher, Rudin and Dominici, "All models are wrong, but many are useful", JMLR 20(177), 2019.
 *
 * @param baseline score of the predictions for the table as it is
 * @param features in the order of the model
 */
public record PermutationImportance(double baseline, List<FeatureImportance> features) {

  /**
   * How much worse the score got, in its unit: mean and standard deviation over the repetitions.
   */
  public record FeatureImportance(String feature, Measure loss) {}

  /**
   * How to measure: the score, which scores are good, how often each feature is dealt anew, and the
   * seed; the dealing of a feature depends on its name and not on other features.
   */
  public record Settings(
      PredictionScore score, PredictionScore.Better better, int repeats, long seed) {
    public Settings {
      Objects.requireNonNull(score, "score");
      Objects.requireNonNull(better, "better");
      if (repeats < 1) {
        throw new IllegalArgumentException("expected one repetition or more: " + repeats);
      }
    }
  }

  public PermutationImportance {
    features = List.copyOf(features);
  }

  /**
   * Measures the importance of all features by {@code 1 + features x repeats} predictions of the
   * whole table. Throws a {@code DataException} if the table lacks a feature.
   */
  public static PermutationImportance of(
      Model model, Table table, Target target, Settings settings) {
    return new Permutations(model, table, target, settings).measure();
  }

  /** The features with the largest loss first; equal ones in the model's order. */
  public List<FeatureImportance> byLoss() {
    Comparator<FeatureImportance> ascending =
        Comparator.comparingDouble(feature -> feature.loss().value());
    return features.stream().sorted(ascending.reversed()).toList();
  }

  public String summarize(int top) {
    TextTable table = new TextTable(1).line("feature", "loss", "+-");
    for (FeatureImportance feature : byLoss().stream().limit(top).toList()) {
      table.line(
          feature.feature(),
          NumberText.rounded(feature.loss().value()),
          NumberText.rounded(feature.loss().deviation()));
    }
    return "score %s\n".formatted(NumberText.rounded(baseline)) + table;
  }

  @Override
  public String toString() {
    return summarize(features.size());
  }

  private static final class Permutations {
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
      reader = new RowReader(model, table);
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
        RowOrder.shuffle(order, random);
        losses[i] = settings.better().loss(baseline, score(feature, order));
        equal[i] = 1;
        total += losses[i];
      }
      double deviation = BagDeviation.of(i -> losses[i], equal);
      return new FeatureImportance(name, new Measure(total / losses.length, deviation));
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

  /** A number that says how good predictions are: an error, or a rate of success. */
  @FunctionalInterface
  public interface PredictionScore {
    enum Better {
      /** The score is an error. */
      LOWER,
      /** The score is a rate of success. */
      HIGHER;

      /** How much worse {@code score} is than {@code baseline}; negative when it is better. */
      double loss(double baseline, double score) {
        return this == LOWER ? score - baseline : baseline - score;
      }
    }

    double score(Target actual, Predictions predicted);
  }
}
