package org.limpid.data.io;

import java.util.EnumSet;
import java.util.List;

/** Columns of jobs in all formats that are CSV tables. */
public enum TraceColumn {
  JOB_ID,
  USER,
  VC,
  JOBNAME,
  GPU_NUM,
  CPU_NUM,
  NODE_NUM,
  STATE,
  SUBMIT_TIME,
  START_TIME,
  END_TIME,
  DURATION,
  QUEUE,
  DATASET,
  MODEL,
  BATCHSIZE,
  AMP,
  SPEED,
  GPU_UTIL,
  GMEM_UTIL,
  GMEM;

  /** Columns that all formats need. */
  static final List<TraceColumn> NEEDED =
      List.of(JOB_ID, USER, VC, GPU_NUM, CPU_NUM, STATE, SUBMIT_TIME, DURATION);

  /** Columns of the workload and its profile, in the order in which they are written. */
  static final List<TraceColumn> WORKLOAD = List.copyOf(EnumSet.range(DATASET, GMEM));
}
