package org.limpid.predictor;

import java.util.List;
import java.util.stream.IntStream;
import org.limpid.data.Forecast;
import org.limpid.data.ThroughputSeries;
import org.limpid.interpret.evaluate.HeldOut;

/**
 * A forecast of models that were trained on earlier slots, set against what was submitted. The
 * baseline is the mean of what was submitted until an hour before each slot.
 */
public final class LoadHeldOut {
  private LoadHeldOut() {}

  /** What the model of a target is called. */
  public static String name(LoadTarget target) {
    return switch (target) {
      case JOBS -> "load-jobs";
      case GPUS -> "load-gpus";
    };
  }

  /**
   * The slots of a forecast.
   *
   * @param forecast for slots of the series that follow each other
   */
  public static HeldOut of(LoadTarget target, ThroughputSeries series, Forecast forecast) {
    if (forecast.size() == 0) {
      return new HeldOut(name(target), List.of());
    }
    long from = forecast.seconds(0);
    Forecast means =
        ThroughputForecast.ofMeans(series, from, forecast.seconds(forecast.size() - 1) + 1);
    return new HeldOut(
        name(target),
        IntStream.range(0, forecast.size())
            .mapToObj(row -> row(target, series, forecast, means, row))
            .toList());
  }

  private static HeldOut.Row row(
      LoadTarget target, ThroughputSeries series, Forecast forecast, Forecast means, int row) {
    int slot = series.firstSlotFrom(forecast.seconds(row));
    String name = "slot of " + series.time(slot);
    return switch (target) {
      case JOBS -> new HeldOut.Row(name, series.jobs(slot), forecast.jobs(row), means.jobs(row));
      case GPUS -> new HeldOut.Row(name, series.gpus(slot), forecast.gpus(row), means.gpus(row));
    };
  }
}
