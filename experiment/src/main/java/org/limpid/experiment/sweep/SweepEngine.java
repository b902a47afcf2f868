package org.limpid.experiment.sweep;

import java.util.List;

/** Runs the points of a sweep, here or elsewhere. */
@FunctionalInterface
public interface SweepEngine {
  /**
   * Runs points and hands over what came of each as soon as it is known. The results don't depend
   * on the engine.
   *
   * @param grid what the points belong to
   * @param runner runs them on this machine
   * @param points what to run
   * @param taker takes every result once
   */
  void run(SweepGrid grid, PointRunner runner, List<SweepPoint> points, Taker taker);

  /** Takes results; called by several threads, in any order. */
  @FunctionalInterface
  interface Taker {
    void accept(SweepPoint point, PointResult result);
  }
}
