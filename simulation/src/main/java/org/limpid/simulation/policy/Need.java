package org.limpid.simulation.policy;

/** What a policy needs besides a trace and a cluster. */
public enum Need {
  /** Estimated durations. */
  ESTIMATES("estimated durations"),
  /** Workloads of all jobs and their single profiles. */
  PROFILES("workload profiles"),
  /** A forecast of the load. */
  FORECAST("a forecast of the load"),
  /** The outcome of the profiling stage. */
  PROFILING("a profiling stage"),
  /** The right to take running jobs off their GPUs. */
  PREEMPTION("preemption"),
  /** True durations, which nobody knows beforehand. */
  TRUE_DURATIONS("true durations"),
  /** What jobs gain from more GPUs. */
  SCALING("scaling curves"),
  /** A deadline of a job or more. */
  DEADLINES("deadlines"),
  /** The wall time that a job or more asked for. */
  TIME_LIMITS("time limits");

  private final String text;

  Need(String text) {
    this.text = text;
  }

  /** For messages. */
  @Override
  public String toString() {
    return text;
  }
}
