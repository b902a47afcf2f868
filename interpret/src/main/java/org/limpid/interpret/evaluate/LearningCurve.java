package org.limpid.interpret.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;

/** How good the models of a trainer are when they learn from more and more rows. Immutable. */
public record LearningCurve(List<Point> points) {
  public LearningCurve {
    points = List.copyOf(points);
  }

  /**
   * How good models were that each learnt from so many rows; tested on the same rows at every size.
   */
  public record Point(int rowCount, CrossValidation result) {}

  /**
   * Trains sizes x splits models, the largest of at most as many rows as the smallest split has.
   * Larger samples hold the smaller ones; of classes each has about its share in all of them.
   * Throws as {@link CrossValidation#run(Trainer, TrainingSet, List, TrainingMonitor)}.
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
