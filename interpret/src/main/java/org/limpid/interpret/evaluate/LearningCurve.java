package org.limpid.interpret.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;

/**
 * How good the models of a trainer are when they learn from more and more rows. Immutable.
 *
 * @param points one per size, in their order
 */
public record LearningCurve(List<Point> points) {
  public LearningCurve {
    points = List.copyOf(points);
  }

  /**
   * One size.
   *
   * @param rowCount rows that each model learnt from
   * @param result how good the models were; tested on the same rows at every size
   */
  public record Point(int rowCount, CrossValidation result) {
    public Point {
      Objects.requireNonNull(result, "result");
    }
  }

  /**
   * Trains sizes x splits models. Larger samples hold the smaller ones; of classes each has about
   * its share in all of them.
   *
   * @param sizes how many rows to learn from, at most what the smallest split has
   * @param monitor hears of a step per model
   * @throws org.limpid.files.DataException if a model cannot be trained or does not fit the data
   * @throws java.util.concurrent.CancellationException if the thread was interrupted
   */
  public static LearningCurve run(
      Trainer<?> trainer,
      TrainingSet data,
      List<Split> splits,
      int[] sizes,
      long seed,
      TrainingMonitor monitor) {
    List<int[]> orders =
        splits.stream().map(split -> Shuffles.spread(data.target(), split.train(), seed)).toList();
    int most = orders.stream().mapToInt(order -> order.length).min().orElse(0);
    if (Arrays.stream(sizes).anyMatch(size -> size < 1 || size > most)) {
      throw new IllegalArgumentException(
          "expected sizes from 1 to %d: %s".formatted(most, Arrays.toString(sizes)));
    }
    monitor.begin("learning curve", (long) sizes.length * splits.size());
    List<Point> points = new ArrayList<>();
    for (int size : sizes) {
      points.add(
          new Point(
              size,
              CrossValidation.run(trainer, data, samples(splits, orders, size), steps(monitor))));
    }
    return new LearningCurve(points);
  }

  private static List<Split> samples(List<Split> splits, List<int[]> orders, int size) {
    return IntStream.range(0, splits.size())
        .mapToObj(i -> new Split(sample(orders.get(i), size), splits.get(i).test()))
        .toList();
  }

  private static int[] sample(int[] order, int size) {
    int[] sample = Arrays.copyOf(order, size);
    Arrays.sort(sample);
    return sample;
  }

  /** Passes steps on, within the one phase of the whole curve. */
  private static TrainingMonitor steps(TrainingMonitor monitor) {
    return new TrainingMonitor() {
      @Override
      public void begin(String phase, long total) {}

      @Override
      public void advance(long amount) {
        monitor.advance(amount);
      }
    };
  }
}
