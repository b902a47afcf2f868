package org.limpid.experiment.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainerCatalog;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Table;
import org.limpid.predictor.LoadSeries;
import org.limpid.predictor.LoadTarget;
import org.limpid.predictor.ThroughputConfiguration;
import org.limpid.predictor.ThroughputModel;
import org.limpid.predictor.ThroughputPreset;
import org.limpid.predictor.ThroughputTrainer;

/**
 * Contests on the load: jobs and GPUs per ten minutes, each from the features of the reference and
 * from the extended ones. What was before the simulated time is learnt from, the rest of the series
 * is predicted; where there is no series before, the first 70 % of its days are learnt from.
 */
final class ThroughputContests {
  /** Share of the days that is learnt from. */
  static final double TRAINING_SHARE = 0.7;

  private static final int SECONDS_PER_DAY = 86_400;

  private final ThroughputSeries series;
  private final int split;

  ThroughputContests(ThroughputSeries series, long startSeconds) {
    this.series = series;
    split = split(series, startSeconds);
    if (split < ThroughputTrainer.LEAST_SLOTS || split >= series.size()) {
      throw new DataException(tooShort());
    }
  }

  /**
   * All entries.
   *
   * @param notices receives what is good to know of the series
   */
  static List<Entry> of(DatasetReader data, List<String> notices) {
    LoadSeries load = LoadSeries.of(data);
    notices.addAll(load.notices());
    return new ThroughputContests(load.series(), data.startSeconds()).entries();
  }

  /** The first slot that is predicted. */
  static int split(ThroughputSeries series, long startSeconds) {
    int start = series.firstSlotFrom(startSeconds);
    if (start >= ThroughputTrainer.LEAST_SLOTS && start < series.size()) {
      return start;
    }
    int slotsPerDay = SECONDS_PER_DAY / series.slotSeconds();
    return (int) (TRAINING_SHARE * (series.size() / slotsPerDay)) * slotsPerDay;
  }

  private Problem tooShort() {
    return Problem.of(
        "throughput series",
        "expected 2 days to learn from and more to predict, found %d slots of ten minutes"
            .formatted(series.size()),
        "Maybe the trace is too short.");
  }

  private List<Entry> entries() {
    return Arrays.stream(LoadTarget.values())
        .flatMap(target ->
            Stream.concat(Entry.of(contest(target, ThroughputPreset.REFERENCE)), extended(target)))
        .toList();
  }

  private Stream<Entry> extended(LoadTarget target) {
    Contest contest = contest(target, ThroughputPreset.ABSOLUTE);
    Entry weighted = Entry.own(contest, "weighted ebm", () -> weighted(target));
    return Stream.concat(Stream.of(weighted), Entry.of(contest));
  }

  /** The contest whose boosting machine has the settings of a preset; all slots count the same. */
  Contest contest(LoadTarget target, ThroughputPreset preset) {
    int[] training = IntStream.range(0, split).toArray();
    int[] test = IntStream.range(split, series.size()).toArray();
    Target.Numbers counts = target.values(series, 0, series.size());
    Table features = Contest.varying(preset.features().table(series, 0, series.size()), training);
    return new Contest(
        ComparedModel.THROUGHPUT,
        "%s from %s features".formatted(target.targetName(), preset.features().name()),
        false,
        TrainingSet.of(features, counts),
        List.of(new Contest.Fold(training, test)),
        DoubleUnaryOperator.identity(),
        counts.values(),
        loss(preset),
        new EbmTrainer(preset.parameters(), 1));
  }

  private static TrainerCatalog.Loss loss(ThroughputPreset preset) {
    return switch (preset) {
      case REFERENCE, SQUARED -> TrainerCatalog.Loss.SQUARED_ERROR;
      case ABSOLUTE -> TrainerCatalog.Loss.ABSOLUTE_ERROR;
    };
  }

  /** The preset as it is used, with the weights that other learners can't take. */
  private ContestRun.Outcome weighted(LoadTarget target) {
    ThroughputTrainer trainer = onOneThread(ThroughputPreset.ABSOLUTE);
    long begun = ContestRun.cpuNanos();
    ThroughputModel model =
        trainer.train(series, target, series.startSeconds(), series.seconds(split));
    long nanos = ContestRun.cpuNanos() - begun;
    double[] predicted = model.predict(series, series.seconds(split), series.endSeconds());
    return new ContestRun.Outcome(predicted, nanos, ContestRun.byteCount(model.model()));
  }

  private static ThroughputTrainer onOneThread(ThroughputPreset preset) {
    return new ThroughputTrainer(
        new ThroughputConfiguration(
            preset.presetName(),
            preset.features(),
            new EbmTrainer(preset.parameters(), 1),
            preset.configuration().halfLifeDays()));
  }
}
