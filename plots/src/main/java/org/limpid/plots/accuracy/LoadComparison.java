package org.limpid.plots.accuracy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.data.Forecast;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.io.DatasetReader;
import org.limpid.plots.model.ModelFolder;
import org.limpid.predictor.LoadSeries;
import org.limpid.predictor.LoadTarget;
import org.limpid.predictor.ThroughputForecast;

/**
 * What was submitted per slot, and what the forecast of trained models had expected.
 *
 * @param target what is counted
 * @param source how the predictions came about
 * @param slotSeconds length of a slot
 * @param seconds start of each slot, seconds since the origin of the data set, ascending
 * @param actual what was submitted
 * @param predicted what was expected
 */
record LoadComparison(
    LoadTarget target,
    String source,
    int slotSeconds,
    double[] seconds,
    double[] actual,
    double[] predicted) {

  /**
   * The slots that both the series and the forecast have, up to the last submission; empty if there
   * is none.
   */
  static Optional<LoadComparison> of(ModelFolder models, DatasetReader data, LoadTarget target) {
    ThroughputSeries series = LoadSeries.of(data).series();
    boolean ofTheseData = models.dataHash().filter(data.contentHash()::equals).isPresent();
    Optional<Forecast> forecast =
        ofTheseData ? models.forecast(data.origin()) : ofOtherModels(models, series);
    return forecast
        .map(rows -> joined(rows, series, target, ofTheseData))
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
      Forecast forecast, ThroughputSeries series, LoadTarget target, boolean ofTheseData) {
    int[] rows =
        IntStream.range(0, forecast.size())
            .filter(row -> forecast.seconds(row) >= series.startSeconds())
            .filter(row -> forecast.seconds(row) < series.lastSubmissionSeconds())
            .toArray();
    boolean jobs = target == LoadTarget.JOBS;
    return new LoadComparison(
        target,
        ofTheseData ? "by models trained on the weeks before" : "by a model of other data",
        series.slotSeconds(),
        Arrays.stream(rows).mapToDouble(forecast::seconds).toArray(),
        Arrays.stream(rows)
            .map(row -> series.firstSlotFrom(forecast.seconds(row)))
            .mapToDouble(
                slot -> slot >= series.size() ? 0 : jobs ? series.jobs(slot) : series.gpus(slot))
            .toArray(),
        Arrays.stream(rows)
            .mapToDouble(row -> jobs ? forecast.jobs(row) : forecast.gpus(row))
            .toArray());
  }

  /** What is counted, in a few words. */
  String title() {
    return target == LoadTarget.JOBS ? "submitted jobs" : "submitted GPUs";
  }

  /** The unit of the numbers. */
  String unit() {
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
        Arrays.copyOfRange(predicted, first, last));
  }

  /** Means over stretches of so many seconds, which begin with the first slot. */
  LoadComparison averaged(int stretchSeconds) {
    int size = Math.max(1, stretchSeconds / slotSeconds);
    int count = Math.ceilDiv(seconds.length, size);
    double[] starts = new double[count];
    double[] means = new double[count];
    double[] expected = new double[count];
    for (int i = 0; i < count; i++) {
      int end = Math.min(seconds.length, (i + 1) * size);
      starts[i] = seconds[i * size];
      means[i] = mean(actual, i * size, end);
      expected[i] = mean(predicted, i * size, end);
    }
    return new LoadComparison(target, source, slotSeconds, starts, means, expected);
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElseThrow();
  }
}
