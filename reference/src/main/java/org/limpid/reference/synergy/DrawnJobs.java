package org.limpid.reference.synergy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.limpid.data.ResourceProfile;
import org.limpid.data.generate.PythonRandom;
import org.limpid.reference.synergy.SynergyModel.Task;

/** The jobs of a load, each drawn when the one before it comes in, without an end. */
final class DrawnJobs implements JobSource {
  private static final int MINUTES_PER_HOUR = 60;
  private static final int SECONDS_PER_MINUTE = 60;

  private final SynergyLoad load;
  private final SynergyCluster cluster;

  /** In the artifact another process drew the durations before, from the same seed. */
  private final PythonRandom durations;

  private final PythonRandom random;

  /** Its seed is the next one: from the same, long jobs would be the large ones. */
  private final PythonRandom sizes;

  private final int[] jobsOfTask = new int[Task.values().length];
  private final int[] drawnOfTask = new int[Task.values().length];
  private int drawn;
  private int unfinished;

  DrawnJobs(SynergyLoad load, SynergyCluster cluster) {
    this.load = load;
    this.cluster = cluster;
    this.durations = new PythonRandom(load.seed());
    this.random = new PythonRandom(load.seed());
    this.sizes = new PythonRandom(load.seed() + 1);
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
    jobsOfTask[model(arrived).task().ordinal()]++;
    return Optional.of(next(arrived.arrivalSeconds()));
  }

  private static SynergyModel model(SynergyJob job) {
    return SynergyModel.of(job.profile().model());
  }

  /** Draws in the order of the artifact, which throws the number of a class away. */
  private SynergyJob next(double nowSeconds) {
    double arrival = nowSeconds + gapSeconds();
    random.below(SynergyModel.values().length);
    SynergyModel model = nextModel();
    ResourceProfile profile = model.profile(cluster);
    long iterations = (long) (durationSeconds() / profile.iterationSeconds());
    return new SynergyJob(drawn++, profile, arrival, iterations, gpus());
  }

  private int gpus() {
    return switch (load.sizes()) {
      case ONE_GPU -> 1;
      case DRAWN -> gpus(sizes.next());
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

  private double durationSeconds() {
    boolean isLong = durations.next() >= .8;
    double exponent = isLong ? durations.uniform(3, 4) : durations.uniform(1.5, 3);
    return SECONDS_PER_MINUTE * StrictMath.pow(10, exponent);
  }

  /** The task that lacks most of its share of all jobs so far, and its models one by one. */
  private SynergyModel nextModel() {
    Task task =
        Arrays.stream(Task.values())
            .sorted(Comparator.comparingDouble(this::lackingShare).reversed()) // stable
            .findFirst()
            .orElseThrow();
    List<SynergyModel> models = task.models();
    return models.get(drawnOfTask[task.ordinal()]++ % models.size());
  }

  private double lackingShare(Task task) {
    int all = Arrays.stream(jobsOfTask).sum();
    double percent = load.percentages().get(task.ordinal());
    return all == 0 ? 0 : percent / 100 - (double) jobsOfTask[task.ordinal()] / all;
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
