package org.limpid.reference.synergy;

import java.util.List;
import java.util.Optional;
import org.limpid.data.ResourceProfile;
import org.limpid.data.generate.PythonRandom;
import org.limpid.data.generate.SynergyMix;
import org.limpid.data.importer.SynergyPhilly;

/**
 * The jobs of a load, each drawn when the one before it comes in, without an end unless a log has
 * one.
 */
final class DrawnJobs implements JobSource {
  private static final int MINUTES_PER_HOUR = 60;
  private static final int SECONDS_PER_MINUTE = 60;

  private final SynergyLoad load;
  private final SynergyCluster cluster;

  /** In the artifact another process drew the durations before, from the same seed. */
  private PythonRandom durations;

  private final PythonRandom random;

  /** Its seed is the next one: from the same, long jobs would be the large ones. */
  private final PythonRandom sizes;

  private final SynergyMix mix;
  private int drawn;
  private int unfinished;

  DrawnJobs(SynergyLoad load, SynergyCluster cluster) {
    this.load = load;
    this.cluster = cluster;
    this.durations = new PythonRandom(load.seed());
    this.random = new PythonRandom(load.seed());
    this.sizes = new PythonRandom(load.seed() + 1);
    this.mix = new SynergyMix(load.percentages());
    this.unfinished = load.measured();
  }

  @Override
  public double firstRoundSeconds() {
    return 0;
  }

  @Override
  public List<SynergyJob> first() {
    return List.of(next(0));
  }

  @Override
  public Optional<SynergyJob> after(SynergyJob arrived) {
    mix.arrive(arrived.profile().model());
    return isAtEnd() ? Optional.empty() : Optional.of(next(arrived.arrivalSeconds()));
  }

  /** Jobs with times come but once. */
  private boolean isAtEnd() {
    return load.log().filter(log -> log.isTimed() && drawn == log.jobs().size()).isPresent();
  }

  /** Draws in the order of the artifact, which throws the number of a class away. */
  private SynergyJob next(double nowSeconds) {
    double arrival =
        timed()
            .map(job -> (double) job.arrivalSeconds())
            .orElseGet(() -> nowSeconds + gapSeconds());
    random.below(SynergyModel.values().length);
    ResourceProfile profile = SynergyModel.of(mix.next()).profile(cluster);
    double duration =
        timed().map(job -> (double) job.durationSeconds()).orElseGet(this::durationSeconds);
    long iterations = (long) (duration / profile.iterationSeconds());
    int gpus = gpus();
    return new SynergyJob(drawn++, profile, arrival, iterations, gpus);
  }

  /** The job of the log whose times are taken, if there is any. */
  private Optional<SynergyPhilly.Job> timed() {
    return load.log().filter(LoggedJobs::isTimed).map(log -> log.at(drawn));
  }

  private int gpus() {
    return switch (load.sizes()) {
      case ONE_GPU -> 1;
      case DRAWN -> load.log().map(log -> log.at(drawn).gpus()).orElseGet(() -> gpus(sizes.next()));
    };
  }

  /** The artifact's limits. */
  static int gpus(double draw) {
    if (draw >= .95) {
      return 8;
    }
    if (draw >= .8) {
      return 4;
    }
    return draw >= .7 ? 2 : 1;
  }

  private double gapSeconds() {
    double hours = -StrictMath.log(1 - random.next()) / load.jobsPerHour();
    return Math.ceil(hours * MINUTES_PER_HOUR * SECONDS_PER_MINUTE);
  }

  /** Those of a log were drawn once for each of its jobs, which are taken again and again. */
  private double durationSeconds() {
    if (load.log().filter(log -> drawn % log.jobs().size() == 0).isPresent()) {
      durations = new PythonRandom(load.seed());
    }
    boolean isLong = durations.next() >= .8;
    double exponent = isLong ? durations.uniform(3, 4) : durations.uniform(1.5, 3);
    return SECONDS_PER_MINUTE * StrictMath.pow(10, exponent);
  }

  @Override
  public void finished(SynergyJob job) {
    if (load.measures(job)) {
      unfinished--;
    }
  }

  @Override
  public boolean isOver(boolean isIdle) {
    return unfinished == 0;
  }
}
