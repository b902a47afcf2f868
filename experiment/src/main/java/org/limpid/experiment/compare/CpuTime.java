package org.limpid.experiment.compare;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What a fit costs: the CPU time of the thread that it runs in. */
final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuTime() {}

  /**
   * CPU time of the calling thread since some moment, nanoseconds; wall-clock time where the
   * platform does not tell.
   */
  static long nanos() {
    return THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
