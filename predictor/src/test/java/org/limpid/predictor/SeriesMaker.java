package org.limpid.predictor;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.limpid.data.ThroughputSeries;

/** Small series for tests. */
public final class SeriesMaker {
  /** A Wednesday. */
  public static final LocalDateTime ORIGIN = LocalDateTime.of(2020, 4, 1, 0, 0);

  public static final int DAY = 144;

  private SeriesMaker() {}

  public static ThroughputSeries of(double[] jobs, double[] gpus) {
    return new ThroughputSeries(ORIGIN, 0, 600, jobs, gpus, List.of());
  }

  /** Busy by day, quiet at night, with noise; each job asks for up to four GPUs. */
  public static ThroughputSeries days(int days, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] jobs = new double[days * DAY];
    double[] gpus = new double[days * DAY];
    for (int slot = 0; slot < jobs.length; slot++) {
      double usual = 4 - 4 * Math.cos(2 * Math.PI * slot / DAY);
      jobs[slot] = Math.floor(usual * 2 * random.nextDouble());
      gpus[slot] = jobs[slot] * random.nextInt(1, 5);
    }
    return of(jobs, gpus);
  }

  /** The same series with other values from a slot on. */
  public static ThroughputSeries changedFrom(ThroughputSeries series, int slot, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] jobs = series.jobs();
    double[] gpus = series.gpus();
    for (int later = slot; later < jobs.length; later++) {
      jobs[later] = random.nextInt(1000);
      gpus[later] = random.nextInt(1000);
    }
    return of(jobs, gpus);
  }

  /** A series in which slot t has the counts of t. */
  public static ThroughputSeries counting(int slots) {
    double[] counts = new double[slots];
    Arrays.setAll(counts, slot -> slot);
    return of(counts, counts);
  }
}
