package org.limpid.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * Throughput of one model at one global batch size, by number of GPUs: what a job gains from more
 * of them. Immutable and safe to share between threads.
 *
 * <p>A throughput is in iterations per second, with the whole batch in each iteration. It is NaN
 * where nobody measured it, and 0 where the model does not run on so many GPUs.
 */
public final class ScalingCurve {
  private final String model;
  private final int batchSize;
  private final int mostElasticGpus;
  private final int[] gpuCounts;
  private final double[] iterationsPerSecond;
  private final boolean predicted;

  private ScalingCurve(
      String model,
      int batchSize,
      int mostElasticGpus,
      int[] gpuCounts,
      double[] iterationsPerSecond,
      boolean predicted) {
    this.model = model;
    this.batchSize = batchSize;
    this.mostElasticGpus = mostElasticGpus;
    this.gpuCounts = gpuCounts;
    this.iterationsPerSecond = iterationsPerSecond;
    this.predicted = predicted;
  }

  /**
   * A measured curve.
   *
   * @param model name of the model, not empty
   * @param batchSize samples per iteration on all GPUs together, at least 1
   * @param mostElasticGpus most GPUs that an elastic policy gives, at least 1
   * @param gpuCounts numbers of GPUs, ascending from 1 or more, at least one
   * @param iterationsPerSecond throughput on each of them; NaN or finite and at least 0
   * @throws IllegalArgumentException if anything else is given
   */
  public static ScalingCurve of(
      String model,
      int batchSize,
      int mostElasticGpus,
      int[] gpuCounts,
      double[] iterationsPerSecond) {
    Objects.requireNonNull(model, "model");
    if (model.isEmpty() || batchSize < 1 || mostElasticGpus < 1) {
      throw new IllegalArgumentException(
          "expected a model, a batch size and most GPUs of 1 or more, found '%s', %d, %d"
              .formatted(model, batchSize, mostElasticGpus));
    }
    requireColumns(gpuCounts, iterationsPerSecond);
    return new ScalingCurve(
        model, batchSize, mostElasticGpus, gpuCounts.clone(), iterationsPerSecond.clone(), false);
  }

  private static void requireColumns(int[] gpuCounts, double[] iterationsPerSecond) {
    if (gpuCounts.length == 0 || gpuCounts.length != iterationsPerSecond.length) {
      throw new IllegalArgumentException(
          "expected a throughput for each of one or more GPU counts, found %d for %d"
              .formatted(iterationsPerSecond.length, gpuCounts.length));
    }
    int fewer = 0;
    for (int column = 0; column < gpuCounts.length; column++) {
      if (gpuCounts[column] <= fewer) {
        throw new IllegalArgumentException(
            "expected ascending GPU counts, found %d after %d".formatted(gpuCounts[column], fewer));
      }
      fewer = gpuCounts[column];
      double rate = iterationsPerSecond[column];
      if (rate < 0 || rate == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "expected a finite throughput of 0 or more on %d GPUs, found %s"
                .formatted(fewer, rate));
      }
    }
  }

  /** The same curve as one that a model predicts and nobody measured. */
  public ScalingCurve asPredicted() {
    return new ScalingCurve(
        model, batchSize, mostElasticGpus, gpuCounts, iterationsPerSecond, true);
  }

  /** Name that jobs refer to: model and global batch size, as {@code resnet50/64}. */
  public String name() {
    return name(model, batchSize);
  }

  /** Name of the curve of a model at a global batch size. */
  public static String name(String model, int batchSize) {
    return model + "/" + batchSize;
  }

  /** Name of the model. */
  public String model() {
    return model;
  }

  /** Samples per iteration on all GPUs together. */
  public int batchSize() {
    return batchSize;
  }

  /** Most GPUs that an elastic policy gives, at least 1. */
  public int mostElasticGpus() {
    return mostElasticGpus;
  }

  /** How many GPU counts there are. */
  public int columns() {
    return gpuCounts.length;
  }

  /** The GPU count of a column; they ascend. */
  public int gpuCount(int column) {
    return gpuCounts[column];
  }

  /**
   * Throughput in a column, iterations per second; NaN where it was not measured, 0 where the model
   * does not run.
   */
  public double throughput(int column) {
    return iterationsPerSecond[column];
  }

  /** Throughput on exactly so many GPUs; NaN where there is no such column. */
  public double throughputOn(int gpus) {
    int column = Arrays.binarySearch(gpuCounts, gpus);
    return column < 0 ? Double.NaN : iterationsPerSecond[column];
  }

  /** Whether the model is known to run on exactly so many GPUs. */
  public boolean runsOn(int gpus) {
    return throughputOn(gpus) > 0;
  }

  /** Whether it comes from a model of throughput and was not measured. */
  public boolean isPredicted() {
    return predicted;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScalingCurve that
        && model.equals(that.model)
        && batchSize == that.batchSize
        && mostElasticGpus == that.mostElasticGpus
        && predicted == that.predicted
        && Arrays.equals(gpuCounts, that.gpuCounts)
        && Arrays.equals(iterationsPerSecond, that.iterationsPerSecond);
  }

  @Override
  public int hashCode() {
    return Objects.hash(model, batchSize, Arrays.hashCode(iterationsPerSecond));
  }

  @Override
  public String toString() {
    return "%s on %s GPUs: %s iterations/s"
        .formatted(name(), Arrays.toString(gpuCounts), Arrays.toString(iterationsPerSecond));
  }
}
