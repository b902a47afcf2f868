package org.limpid.data.doctor;

import org.limpid.data.Trace;

/** Mends the jobs of a trace one by one. */
@FunctionalInterface
interface RowChange {
  /**
   * The job as it should be.
   *
   * @param row its row in the trace
   * @param job what earlier changes have made of it
   */
  Trace.Job apply(int row, Trace.Job job);
}
