package org.limpid.reference.elasticflow;

/** A job under Themis. Not safe for several threads. */
final class Lease {
  final Job job;

  /** Iterations per second on its GPUs. */
  final double rate;

  /** Seconds that it still has to run. */
  double rest;

  /** Share of its GPUs that it should have, 0..1. */
  double share = 1;

  boolean holds;

  /**
   * Iterations that it would have done alone on its part of the cluster, as the artifact counts.
   */
  double alone;

  double lastLeft;
  double lastPart;

  Lease(Job job) {
    this.job = job;
    job.gpus = job.requested;
    rate = job.rate();
    rest = job.duration;
    lastLeft = job.left;
    lastPart = 1;
  }
}
