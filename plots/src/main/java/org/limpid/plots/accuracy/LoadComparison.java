package org.limpid.plots.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.limpid.data.Forecast;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.io.DatasetReader;
import org.limpid.models.JudgedModel;
import org.limpid.models.ModelFolder;
import org.limpid.predictor.BackTest;
import org.limpid.predictor.LoadSeries;
import org.limpid.predictor.LoadTarget;
import org.limpid.predictor.ThroughputForecast;

/**
 * What was submitted per slot, and what the forecast of trained models had expected.
 *
 * @param source how the predictions came about
 * @param slots ascending
 */
record LoadComparison(LoadTarget target, String source, int slotSeconds, List<Slot> slots) {
  /**
   * One slot, or the mean of several.
   *
   * @param second its start, seconds since the origin of the data set
   * @param actual what was submitted
   * @param predicted what was expected
   * @param mean what was submitted on average until an hour before, which needs no model
   */
  record Slot(double second, double actual, double predicted, double mean) {}

  /**
   * The slots that both the series and the forecast have, up to the last submission; empty if there
   * is none. Of the forecast that was made along with the models only those slots that models
   * predicted.
   */
  static Optional<LoadComparison> of(ModelFolder models, DatasetReader data, LoadTarget target) {
    ThroughputSeries series = LoadSeries.of(data).series();
    boolean ofTheseData = Sources.isOfTraining(models, data);
    Optional<Forecast> forecast =
        ofTheseData ? models.forecast(data.origin()) : ofOtherModels(models, series);
    long first =
        ofTheseData ? BackTest.firstSeconds(series, data.startSeconds()) : series.startSeconds();
    return forecast
        .map(rows ->
            new LoadComparison(
                target,
                ofTheseData ? JudgedModel.LOAD_JOBS.source() : Sources.OTHER_DATA,
                series.slotSeconds(),
                slots(rows, series, target == LoadTarget.JOBS, first)))
        .filter(comparison -> !comparison.slots.isEmpty());
  }

  private static Optional<Forecast> ofOtherModels(ModelFolder models, ThroughputSeries series) {
    return models
        .submittedJobs()
        .flatMap(jobs ->
            models
                .submittedGpus()
                .map(gpus ->
                    ThroughputForecast.of(
                        jobs, gpus, series, series.startSeconds(), series.endSeconds())));
  }

  private static List<Slot> slots(
      Forecast forecast, ThroughputSeries series, boolean jobs, long first) {
    Forecast means =
        ThroughputForecast.ofMeans(
            series, series.startSeconds(), series.endSeconds() + series.slotSeconds());
    List<Slot> slots = new ArrayList<>();
    for (int row = 0; row < forecast.size(); row++) {
      long second = forecast.seconds(row);
      if (second >= first && second < series.lastSubmissionSeconds()) {
        int slot = series.firstSlotFrom(second);
        boolean after = slot >= series.size();
        slots.add(
            jobs
                ? new Slot(
                    second, after ? 0 : series.jobs(slot), forecast.jobs(row), means.jobs(slot))
                : new Slot(
                    second, after ? 0 : series.gpus(slot), forecast.gpus(row), means.gpus(slot)));
      }
    }
    return slots;
  }

  /** What is counted, in a few words. */
  String title() {
    return target == LoadTarget.JOBS ? "submitted jobs" : "submitted GPUs";
  }

  String unit() {
    return unit(target, slotSeconds);
  }

  /** The unit of numbers per slot. */
  static String unit(LoadTarget target, int slotSeconds) {
    String what = target == LoadTarget.JOBS ? "jobs" : "GPUs";
    return "%s per %d min".formatted(what, slotSeconds / 60);
  }

  LoadComparison from(double start) {
    return with(slots.stream().filter(slot -> slot.second >= start).toList());
  }

  /** Means over stretches of so many seconds, which begin with the first slot. */
  LoadComparison averaged(int stretchSeconds) {
    int size = Math.max(1, stretchSeconds / slotSeconds);
    List<Slot> means = new ArrayList<>();
    for (int begin = 0; begin < slots.size(); begin += size) {
      LoadComparison stretch = with(slots.subList(begin, Math.min(slots.size(), begin + size)));
      means.add(
          new Slot(
              slots.get(begin).second,
              mean(stretch.numbers(Slot::actual)),
              mean(stretch.numbers(Slot::predicted)),
              mean(stretch.numbers(Slot::mean))));
    }
    return with(means);
  }

  private LoadComparison with(List<Slot> others) {
    return new LoadComparison(target, source, slotSeconds, others);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  double[] numbers(ToDoubleFunction<Slot> number) {
    return slots.stream().mapToDouble(number).toArray();
  }
}
