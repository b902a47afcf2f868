package org.limpid.plots.accuracy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
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
 * @param seconds start of each slot, seconds since the origin of the data set, ascending
 * @param actual what was submitted
 * @param predicted what was expected
 * @param means what was submitted on average until an hour before, which needs no model
 */
record LoadComparison(
    LoadTarget target,
    String source,
    int slotSeconds,
    double[] seconds,
    double[] actual,
    double[] predicted,
    double[] means) {

  /**
   * The slots that both the series and the forecast have, up to the last submission; empty if there
   * is none. Of the forecast that was made along with the models only those slots that models
   * predicted.
   */
  static Optional<LoadComparison> of(ModelFolder models, DatasetReader data, LoadTarget target) {
    ThroughputSeries series = LoadSeries.of(data).series();
    boolean ofTheseData = models.dataHash().filter(data.contentHash()::equals).isPresent();
    Optional<Forecast> forecast =
        ofTheseData ? models.forecast(data.origin()) : ofOtherModels(models, series);
    long first =
        ofTheseData ? BackTest.firstSeconds(series, data.startSeconds()) : series.startSeconds();
    return forecast
        .map(rows -> joined(rows, series, target, ofTheseData, first))
        .filter(comparison -> comparison.seconds.length > 0);
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

  private static LoadComparison joined(
      Forecast forecast,
      ThroughputSeries series,
      LoadTarget target,
      boolean ofTheseData,
      long first) {
    int[] rows =
        IntStream.range(0, forecast.size())
            .filter(row -> forecast.seconds(row) >= first)
            .filter(row -> forecast.seconds(row) < series.lastSubmissionSeconds())
            .toArray();
    boolean jobs = target == LoadTarget.JOBS;
    Forecast means =
        ThroughputForecast.ofMeans(
            series, series.startSeconds(), series.endSeconds() + series.slotSeconds());
    return new LoadComparison(
        target,
        ofTheseData ? JudgedModel.LOAD_JOBS.source() : Sources.OTHER_DATA,
        series.slotSeconds(),
        Arrays.stream(rows).mapToDouble(forecast::seconds).toArray(),
        Arrays.stream(rows)
            .map(row -> series.firstSlotFrom(forecast.seconds(row)))
            .mapToDouble(
                slot -> slot >= series.size() ? 0 : jobs ? series.jobs(slot) : series.gpus(slot))
            .toArray(),
        Arrays.stream(rows)
            .mapToDouble(row -> jobs ? forecast.jobs(row) : forecast.gpus(row))
            .toArray(),
        Arrays.stream(rows)
            .map(row -> series.firstSlotFrom(forecast.seconds(row)))
            .mapToDouble(slot -> jobs ? means.jobs(slot) : means.gpus(slot))
            .toArray());
  }

  /** What is counted, in a few words. */
  String title() {
    return target == LoadTarget.JOBS ? "submitted jobs" : "submitted GPUs";
  }

  /** The unit of the numbers. */
  String unit() {
    return unit(target, slotSeconds);
  }

  /** The unit of numbers per slot. */
  static String unit(LoadTarget target, int slotSeconds) {
    String what = target == LoadTarget.JOBS ? "jobs" : "GPUs";
    return "%s per %d min".formatted(what, slotSeconds / 60);
  }

  /** The slots from a time on. */
  LoadComparison from(double start) {
    int first = 0;
    while (first < seconds.length && seconds[first] < start) {
      first++;
    }
    int last = seconds.length;
    return new LoadComparison(
        target,
        source,
        slotSeconds,
        Arrays.copyOfRange(seconds, first, last),
        Arrays.copyOfRange(actual, first, last),
        Arrays.copyOfRange(predicted, first, last),
        Arrays.copyOfRange(means, first, last));
  }

  /** Means over stretches of so many seconds, which begin with the first slot. */
  LoadComparison averaged(int stretchSeconds) {
    int size = Math.max(1, stretchSeconds / slotSeconds);
    int count = Math.ceilDiv(seconds.length, size);
    double[] starts = new double[count];
    double[] means = new double[count];
    double[] expected = new double[count];
    double[] before = new double[count];
    for (int i = 0; i < count; i++) {
      int end = Math.min(seconds.length, (i + 1) * size);
      starts[i] = seconds[i * size];
      means[i] = mean(actual, i * size, end);
      expected[i] = mean(predicted, i * size, end);
      before[i] = mean(this.means, i * size, end);
    }
    return new LoadComparison(target, source, slotSeconds, starts, means, expected, before);
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElseThrow();
  }
}
