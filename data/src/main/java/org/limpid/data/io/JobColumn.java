package org.limpid.data.io;

/** Columns of jobs in all formats that are CSV tables. */
public enum JobColumn {
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
  GMEM
}
