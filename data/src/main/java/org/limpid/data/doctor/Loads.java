package org.limpid.data.doctor;

import org.limpid.data.Trace;

/** What virtual clusters are asked for, and what is left of it at best. */
final class Loads {
  private static final long SECONDS_PER_DAY = 86_400;

  private Loads() {}

  /**
   * Per virtual cluster of the trace its GPU-seconds relative to those it has from the first to the
   * last submission; all 0 in traces of less than a day, in which that means little.
   */
  static double[] of(Subject subject) {
    Trace trace = subject.trace();
    double[] loads = new double[trace.virtualClusterNames().size()];
    if (subject.span() >= SECONDS_PER_DAY) {
      for (int row = 0; row < subject.size(); row++) {
        int index = trace.virtualClusterIndex(row);
        loads[index] += subject.gpuSeconds(row) / subject.gpus(index) / subject.span();
      }
    }
    return loads;
  }

  /**
   * Per virtual cluster the last second at which it could have been without work, had every GPU
   * always been busy while there was some: no policy empties it later.
   */
  static long[] lastIdleSeconds(Subject subject) {
    Trace trace = subject.trace();
    int clusters = trace.virtualClusterNames().size();
    double[] freeAt = new double[clusters];
    long[] lastIdle = new long[clusters];
    for (int row = 0; row < subject.size(); row++) {
      int index = trace.virtualClusterIndex(row);
      long now = trace.submitSeconds(row);
      if (freeAt[index] <= now) {
        freeAt[index] = now;
        lastIdle[index] = now;
      }
      freeAt[index] += subject.gpuSeconds(row) / subject.gpus(index);
    }
    for (int index = 0; index < clusters; index++) {
      lastIdle[index] =
          freeAt[index] <= subject.lastSubmit() ? subject.lastSubmit() : lastIdle[index];
    }
    return lastIdle;
  }
}
