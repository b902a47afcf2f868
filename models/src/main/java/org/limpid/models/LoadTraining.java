package org.limpid.models;

import java.util.List;
import java.util.Optional;
import org.limpid.data.Forecast;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.predictor.BackTest;
import org.limpid.predictor.BackTestResult;
import org.limpid.predictor.LoadHeldOut;
import org.limpid.predictor.LoadSeries;
import org.limpid.predictor.LoadTarget;
import org.limpid.predictor.ThroughputForecast;
import org.limpid.predictor.ThroughputPreset;
import org.limpid.predictor.ThroughputTrainer;

/** Trains throughput-predict, and makes the forecast that it would have made week by week. */
public final class LoadTraining {
  private final DatasetReader data;
  private final ThroughputPreset preset;
  private final List<String> leftOut;
  private final List<HeldOut> heldOut;

  /**
   * @param leftOut receives what can't be trained or is made in another way
   * @param heldOut receives what models trained on the weeks before said of the load
   */
  public LoadTraining(
      DatasetReader data, ThroughputPreset preset, List<String> leftOut, List<HeldOut> heldOut) {
    this.data = data;
    this.preset = preset;
    this.leftOut = leftOut;
    this.heldOut = heldOut;
  }

  /** The models and the forecast, if there is enough to learn from. */
  public Optional<TrainedModels.Load> run() {
    LoadSeries load = LoadSeries.of(data);
    leftOut.addAll(load.notices());
    try {
      ThroughputTrainer trainer = ThroughputTrainer.of(preset);
      return Optional.of(
          new TrainedModels.Load(
              trainer.train(load.series(), LoadTarget.JOBS),
              trainer.train(load.series(), LoadTarget.GPUS),
              forecast(load.series())));
    } catch (DataException e) {
      leftOut.add("No model of the load: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Forecast forecast(ThroughputSeries series) {
    long start = Math.max(series.startSeconds(), data.startSeconds());
    long first = BackTest.firstSeconds(series, start);
    if (first > start) {
      leftOut.add(
          "Too little is known of the load before %s for a model: until then the forecast is the"
                  .formatted(data.origin().plusSeconds(Math.min(first, series.endSeconds())))
              + " mean of what was submitted until an hour before.");
    }
    Forecast means =
        ThroughputForecast.ofMeans(series, start, Math.min(first, series.endSeconds()));
    if (first >= series.endSeconds()) {
      return means;
    }
    Forecast models = ofModels(series, first);
    for (LoadTarget target : LoadTarget.values()) {
      heldOut.add(LoadHeldOut.of(target, series, models));
    }
    return joined(means, models);
  }

  private Forecast ofModels(ThroughputSeries series, long from) {
    BackTest test = BackTest.weekly(preset.configuration());
    BackTestResult jobs = test.run(series, LoadTarget.JOBS, from, series.endSeconds());
    BackTestResult gpus = test.run(series, LoadTarget.GPUS, from, series.endSeconds());
    return ThroughputForecast.of(jobs, gpus, series);
  }

  private static Forecast joined(Forecast first, Forecast second) {
    int size = first.size() + second.size();
    long[] seconds = new long[size];
    double[] jobs = new double[size];
    double[] gpus = new double[size];
    for (int i = 0; i < size; i++) {
      Forecast part = i < first.size() ? first : second;
      int row = i < first.size() ? i : i - first.size();
      seconds[i] = part.seconds(row);
      jobs[i] = part.jobs(row);
      gpus[i] = part.gpus(row);
    }
    return new Forecast(seconds, jobs, gpus);
  }
}
