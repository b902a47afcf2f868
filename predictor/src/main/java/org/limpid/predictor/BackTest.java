package org.limpid.predictor;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.ThroughputSeries;
import org.limpid.files.DataException;
import org.limpid.interpret.evaluate.Evaluation;

/**
 * Tries a configuration as it would be used: the model is trained again every few days on all that
 * was known by then, and predicts until the next training.
 *
 * <p>A forecast for the first slots after a training is wanted up to an hour before them, so the
 * training ends as long before its stretch as features end before their slot. What a back-test
 * predicts for a slot therefore depends on nothing that is newer than the newest feature of that
 * slot.
 *
 * @param configuration what is trained
 * @param refitDays days from one training to the next, at least 1
 */
public record BackTest(ThroughputConfiguration configuration, int refitDays) {
  /** Days from one training to the next, as in Lucid. */
  public static final int WEEKLY = 7;

  /** Days of the load that have to be known before the first forecast of a model. */
  public static final int FEWEST_DAYS = 3;

  private static final int SECONDS_PER_DAY = 86_400;

  public BackTest {
    if (refitDays < 1) {
      throw new IllegalArgumentException("expected a day or more: " + refitDays);
    }
  }

  /**
   * The first second from which on models can be tried: {@value #FEWEST_DAYS} days after the series
   * begins, but not before some other second.
   *
   * @param from seconds since the origin
   */
  public static long firstSeconds(ThroughputSeries series, long from) {
    long start = Math.max(series.startSeconds(), from);
    return Math.max(start, series.startSeconds() + FEWEST_DAYS * (long) SECONDS_PER_DAY);
  }

  /** A back-test with weekly training. */
  public static BackTest weekly(ThroughputConfiguration configuration) {
    return new BackTest(configuration, WEEKLY);
  }

  /**
   * Predicts the slots of the series that start at {@code from <= t < to}.
   *
   * @param from seconds since the origin; before it there must be enough to train on
   * @param to seconds since the origin
   * @throws DataException if there is not
   */
  public BackTestResult run(ThroughputSeries series, LoadTarget target, long from, long to) {
    SlotRange range = SlotRange.of(series, from, to, series.size());
    double[] predicted = new double[range.size()];
    List<BackTestResult.Stretch> stretches = new ArrayList<>();
    int step = refitDays * SECONDS_PER_DAY / series.slotSeconds();
    for (int start = range.from(); start < range.to(); start += step) {
      SlotRange stretch = new SlotRange(start, Math.min(start + step, range.to()));
      ThroughputModel model = train(series, target, start);
      double[] part = model.predict(series, stretch).values();
      System.arraycopy(part, 0, predicted, start - range.from(), part.length);
      SlotRange counted = counted(series, stretch);
      if (counted.size() > 0) {
        stretches.add(stretch(series, model, counted));
      }
    }
    double[] truth = target.values(series, range.from(), range.to()).values();
    return new BackTestResult(
        target, range.from(), truth, predicted, counted(series, range).size(), stretches);
  }

  /** The slots that tell how good a prediction was. */
  private static SlotRange counted(ThroughputSeries series, SlotRange range) {
    int last = series.firstSlotFrom(series.lastSubmissionSeconds());
    return new SlotRange(range.from(), Math.clamp(last, range.from(), range.to()));
  }

  private ThroughputModel train(ThroughputSeries series, LoadTarget target, int start) {
    int end = start - configuration.features().newestLag();
    return new ThroughputTrainer(configuration)
        .train(series, target, series.startSeconds(), series.seconds(end));
  }

  private static BackTestResult.Stretch stretch(
      ThroughputSeries series, ThroughputModel model, SlotRange range) {
    Evaluation evaluation =
        model.evaluate(series, series.seconds(range.from()), series.seconds(range.to()));
    return new BackTestResult.Stretch(model.model().provenance().rowCount(), evaluation);
  }
}
