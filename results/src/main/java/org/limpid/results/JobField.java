package org.limpid.results;

/** The columns of {@code jobs.csv} that are read. */
enum JobField {
  JOB_ID,
  USER,
  VC,
  GPU_NUM,
  SUBMIT_TIME,
  DURATION,
  START_TIME,
  END_TIME,
  QUEUE,
  PREEMPTIONS,
  NODES,
  PROFILED,
  PROFQUEUE,
  FINISHED_IN_PROFILER,
  SHARESCORE,
  RATE,
  COLOCATED_AT
}
