package org.limpid.reference.synergy;

import java.util.List;

/** A job of a run, and how far it is. Two of them are never equal. */
final class JobState {
  /** Length of a round; a job has what it is given until its end. */
  static final int ROUND_SECONDS = 300;

  private final SynergyJob job;
  private final Demand best;
  private double speedup;
  private long executed;
  private long executedBefore;
  private long attainedSeconds;
  private double lastSeconds;
  private int priority;
  private double firstSeconds = Double.NaN;
  private List<Share> shares = List.of();
  private Resources unplaced = Resources.NONE;
  private double factor = 1;
  private double[] key = {};

  JobState(SynergyJob job, SynergyCluster cluster) {
    this.job = job;
    this.best = Demand.of(job, cluster);
    this.speedup = best.speedup();
    this.lastSeconds = job.arrivalSeconds();
  }

  SynergyJob job() {
    return job;
  }

  /** What it wants at best. */
  Resources demand() {
    return best.resources();
  }

  int gpus() {
    return job.gpus();
  }

  /** How many times as fast it is as with its fair share; what the last round left of it. */
  double speedup() {
    return speedup;
  }

  void resetSpeedup() {
    speedup = best.speedup();
  }

  void loseSpeedup() {
    speedup = 1;
  }

  long executed() {
    return executed;
  }

  long remaining() {
    return job.iterations() - executed;
  }

  long attainedSeconds() {
    return attainedSeconds;
  }

  boolean isFinished() {
    return executed >= job.iterations();
  }

  int priority() {
    return priority;
  }

  void raisePriority() {
    priority = 1;
  }

  /** When it last ran, its arrival if it never did. */
  double lastSeconds() {
    return lastSeconds;
  }

  /** When it first ran. */
  double firstSeconds() {
    return firstSeconds;
  }

  /** What it holds, by server. */
  List<Share> shares() {
    return shares;
  }

  void hold(List<Share> given) {
    shares = List.copyOf(given);
  }

  /** Gives it something that is on no server in particular. */
  void holdAnywhere(Resources given) {
    unplaced = given;
  }

  /** All that it was given, wherever it is. */
  Resources given() {
    return shares.isEmpty() ? unplaced : held();
  }

  /** All that it holds on servers. */
  Resources held() {
    return shares.stream().map(Share::resources).reduce(Resources.NONE, Resources::plus);
  }

  /** How many times as fast as with the fair share it runs in this round. */
  double factor() {
    return factor;
  }

  /**
   * Counts a whole round when it begins. What is left of an iteration at its end is lost.
   *
   * @param times how many times as fast as with the fair share
   */
  void creditRound(double now, double times) {
    if (Double.isNaN(firstSeconds)) {
      firstSeconds = now;
    }
    lastSeconds = now + ROUND_SECONDS;
    executedBefore = executed;
    attainedSeconds += ROUND_SECONDS;
    execute(times);
  }

  /** Counts the same round anew, slower. */
  void creditRoundAgain(double times) {
    executed = executedBefore;
    execute(times);
  }

  private void execute(double times) {
    factor = times;
    double iterationSeconds = job.profile().iterationSeconds() / factor;
    long done = (long) Math.floor(ROUND_SECONDS / iterationSeconds);
    executed = Math.min(job.iterations(), executed + done);
  }

  /** What the jobs are sorted by in this round. */
  double[] key() {
    return key;
  }

  void sortBy(double... values) {
    key = values;
  }
}
