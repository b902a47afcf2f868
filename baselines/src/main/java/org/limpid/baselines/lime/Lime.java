package org.limpid.baselines.lime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.baselines.lime.Lime.LimeExplanation.Contribution;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.table.Table;

/**
 * Explains single predictions of any model by LIME: draws rows, lets the model predict them, and
 * fits a linear model to that in which rows near the one in question count more. Immutable.
 *
 * <p>Each feature of a row is drawn by itself from its values in a reference table. A row at the
 * distance d counts exp(-d^2 / (2 w^2)) with w = 0.75 times the root of the number of features,
 * where numbers differ by their standard deviations and categories by 0 or 1. A value that the row
 * lacks stays missing and is not explained.
 *
 * <p>Source: Ribeiro, Singh and Guestrin, "Why should I trust you?", KDD 2016; kernel and width as
 * in their Python package.
 */
public final class Lime {
  private static final double WIDTH = 0.75;
  private static final Comparator<Contribution> LARGEST_FIRST =
      Comparator.comparingDouble(contribution -> -Math.abs(contribution.score()));

  private final Model model;
  private final Table reference;
  private final int samples;
  private final int mostFeatures;
  private final long seed;

  /** Rows that were drawn: where they are, what the model predicts, how much they count. */
  private record Sample(double[][] points, double[] values, double[] weights) {}

  /**
   * Explanations of one model by so many samples, at least 10, of values in a reference, commonly
   * the training data, each with at most so many features. The same seed gives the same
   * explanation. Throws an {@code IllegalArgumentException} if a number is too small or the
   * reference has no rows.
   */
  public Lime(Model model, Table reference, int samples, int mostFeatures, long seed) {
    if (samples < 10 || mostFeatures < 1 || reference.rowCount() == 0) {
      throw new IllegalArgumentException(
          "expected 10 samples, a feature and a row of reference or more, found %d, %d and %d"
              .formatted(samples, mostFeatures, reference.rowCount()));
    }
    this.model = model;
    this.reference = reference;
    this.samples = samples;
    this.mostFeatures = mostFeatures;
    this.seed = seed;
  }

  /** Explains a predicted number, or the probability of the last class. */
  public LimeExplanation explain(Row row) {
    return explain(row, model.task().outputCount() - 1);
  }

  /**
   * Explains one output: 0 for a number, else the position of a class. Throws a {@code
   * DataException} if the reference lacks a feature of the model.
   */
  public LimeExplanation explain(Row row, int output) {
    Neighbourhood neighbourhood = new Neighbourhood(model, row, reference);
    double[] centre = neighbourhood.coordinates(row);
    Sample sample = sample(neighbourhood, row, output);
    int[] all = IntStream.range(0, neighbourhood.size()).toArray();
    int[] strongest = strongest(fit(sample, all), sample);
    WeightedLine line = fit(sample, strongest);
    List<Contribution> contributions = new ArrayList<>();
    for (int axis : strongest) {
      int feature = neighbourhood.feature(axis);
      String name = model.features().get(feature).name();
      double score = line.slopes()[axis] * centre[axis];
      contributions.add(new Contribution(name, row.text(feature), score));
    }
    contributions.sort(LARGEST_FIRST);
    return new LimeExplanation(
        predict(row, output), line.intercept(), contributions, error(line, sample));
  }

  /** The row in question is the first, so that the weights are never all 0. */
  private Sample sample(Neighbourhood neighbourhood, Row question, int output) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] centre = neighbourhood.coordinates(question);
    Row row = model.newRow().copyOf(question);
    double[][] points = new double[samples][];
    double[] values = new double[samples];
    double[] weights = new double[samples];
    for (int i = 0; i < samples; i++) {
      if (i > 0) {
        neighbourhood.draw(random, row);
      }
      points[i] = neighbourhood.coordinates(row);
      values[i] = predict(row, output);
      weights[i] = weight(points[i], centre);
    }
    return new Sample(points, values, weights);
  }

  private static double weight(double[] point, double[] centre) {
    double square = 0;
    for (int a = 0; a < centre.length; a++) {
      square += (point[a] - centre[a]) * (point[a] - centre[a]);
    }
    return Math.exp(-square / (2 * WIDTH * WIDTH * Math.max(1, centre.length)));
  }

  private double predict(Row row, int output) {
    double[] outputs = new double[model.task().outputCount()];
    model.predict(row, outputs);
    return outputs[output];
  }

  private static WeightedLine fit(Sample sample, int[] axes) {
    return WeightedLine.fit(sample.points(), sample.values(), sample.weights(), axes);
  }

  /** The axes along which the line changes most over the rows drawn, in their order. */
  private int[] strongest(WeightedLine line, Sample sample) {
    double[] changes = new double[line.slopes().length];
    for (int i = 0; i < samples; i++) {
      for (int a = 0; a < changes.length; a++) {
        double change = line.slopes()[a] * sample.points()[i][a];
        changes[a] += sample.weights()[i] * change * change;
      }
    }
    return IntStream.range(0, changes.length)
        .boxed()
        .sorted(Comparator.comparingDouble(axis -> -changes[axis]))
        .limit(mostFeatures)
        .sorted()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double error(WeightedLine line, Sample sample) {
    double squares = 0;
    double total = 0;
    for (int i = 0; i < sample.values().length; i++) {
      double error = sample.values()[i] - line.value(sample.points()[i]);
      squares += sample.weights()[i] * error * error;
      total += sample.weights()[i];
    }
    return Math.sqrt(squares / total);
  }

  /**
   * Why a model predicts what it does for one row, by a linear model that was fitted to it nearby:
   * the prediction, what the linear model predicts for a row of average values, the contributions,
   * largest first, and the error for the rows drawn, of which near ones count more, in the unit of
   * the prediction. Where it is not small, contributions say little.
   */
  public record LimeExplanation(
      double prediction,
      double intercept,
      List<Contribution> contributions,
      double rootMeanSquaredError) {
    public LimeExplanation {
      contributions = List.copyOf(contributions);
    }

    /**
     * What a feature with this value adds in the linear model, compared with its average in the
     * reference, in the unit of the prediction.
     */
    public record Contribution(String feature, String value, double score) {}

    /** What the linear model predicts for the row: intercept plus contributions. */
    public double fitted() {
      double sum = intercept;
      for (Contribution contribution : contributions) {
        sum += contribution.score();
      }
      return sum;
    }
  }
}
