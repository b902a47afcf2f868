package org.limpid.predictor;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.limpid.data.ThroughputSeries;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.Table;
import org.limpid.predictor.ThroughputModel.TrainingNote;

/**
 * Trains models of the load on a range of a series. Immutable; the same series gives the same
 * model.
 */
public final class ThroughputTrainer {
  /** Fewest slots that can be learnt from: the second day is the first with a day before it. */
  public static final int LEAST_SLOTS = 2 * 86_400 / ThroughputSeries.TEN_MINUTES;

  private static final double SECONDS_PER_DAY = 86_400;

  private final ThroughputConfiguration configuration;

  /** A trainer of one configuration. */
  public ThroughputTrainer(ThroughputConfiguration configuration) {
    this.configuration = configuration;
  }

  /** A trainer of a preset with its own seed. */
  public static ThroughputTrainer of(ThroughputPreset preset) {
    return new ThroughputTrainer(preset.configuration());
  }

  /** Learns from the whole series. */
  public ThroughputModel train(ThroughputSeries series, LoadTarget target) {
    return train(series, target, series.startSeconds(), series.endSeconds());
  }

  /**
   * Learns from the slots that start at {@code from <= t < to}. Features of the first of them may
   * use slots before {@code from}; nothing at {@code to} or later is looked at. Features that a
   * short series has in no row are left out, see {@link ThroughputModel#leftOut}.
   *
   * @param from seconds since the origin
   * @param to seconds since the origin
   * @throws DataException if these are fewer than {@link #LEAST_SLOTS}
   */
  public ThroughputModel train(ThroughputSeries series, LoadTarget target, long from, long to) {
    TrainingSet data = trainingSet(series, target, from, to);
    return new ThroughputModel(
        configuration.trainer().train(data),
        new TrainingNote(
            configuration.name(),
            target,
            configuration.features(),
            series.origin().plusSeconds(Math.max(from, series.startSeconds())),
            series.origin().plusSeconds(Math.min(to, series.endSeconds())),
            configuration.halfLifeDays()));
  }

  /**
   * What {@link #train} learns from: features, counts, and a weight per slot where old slots count
   * less.
   *
   * @throws DataException if the range has fewer than {@link #LEAST_SLOTS} slots
   */
  public TrainingSet trainingSet(ThroughputSeries series, LoadTarget target, long from, long to) {
    SlotRange range = SlotRange.of(series, from, to, series.size());
    if (range.size() < LEAST_SLOTS) {
      throw new DataException(tooShort(range.size()));
    }
    TrainingSet data =
        TrainingSet.of(
            known(configuration.features().table(series, range.from(), range.to())),
            target.values(series, range.from(), range.to()));
    return Double.isInfinite(configuration.halfLifeDays())
        ? data
        : data.withWeights(weights(range.size(), series.slotSeconds()));
  }

  /** Features for which the series is too short in every row teach nothing and are left out. */
  private static Table known(Table features) {
    return features.select(
        features.columns().stream()
            .filter(column -> IntStream.range(0, column.size()).anyMatch(r -> !column.isMissing(r)))
            .map(Column::name)
            .toList());
  }

  private double[] weights(int size, int slotSeconds) {
    double halfLifeSlots = configuration.halfLifeDays() * SECONDS_PER_DAY / slotSeconds;
    double[] weights = new double[size];
    Arrays.setAll(weights, row -> StrictMath.pow(0.5, (size - 1 - row) / halfLifeSlots));
    return weights;
  }

  private static Problem tooShort(int found) {
    return Problem.of(
        "throughput series",
        "a model of the load needs at least %d slots of ten minutes (2 days), found %d"
            .formatted(LEAST_SLOTS, found),
        "Maybe the range begins before the series, or the trace is too short to learn from.");
  }
}
