package org.limpid.reference.synergy;

import java.util.List;
import java.util.Optional;

/** The jobs of a trace. */
final class Replay implements JobSource {
  private final List<SynergyJob> jobs;
  private final ReplayRules rules;
  private int unfinished;

  Replay(List<SynergyJob> jobs, ReplayRules rules) {
    this.jobs = List.copyOf(jobs);
    this.rules = rules;
    this.unfinished = jobs.size();
  }

  /** With a static trace one second after the start, else when the first job's round begins. */
  @Override
  public double firstRoundSeconds() {
    double round = JobState.ROUND_SECONDS;
    return rules.isStatic() ? 1 : Math.ceil(jobs.getFirst().arrivalSeconds() / round) * round;
  }

  @Override
  public List<SynergyJob> first() {
    return jobs;
  }

  @Override
  public Optional<SynergyJob> after(SynergyJob arrived) {
    return Optional.empty();
  }

  @Override
  public void finished(SynergyJob job) {
    unfinished--;
  }

  @Override
  public boolean isOver(boolean isIdle) {
    return isIdle && (rules.endsAtGap() || unfinished == 0);
  }
}
