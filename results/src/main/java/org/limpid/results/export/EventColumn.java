package org.limpid.results.export;

/** What can be said of an event: a member in JSON, a column in CSV. */
enum EventColumn {
  /** Seconds since the origin of the data set. */
  TIME,
  /** The policy that was run. */
  POLICY,
  /** The virtual cluster; none of events in the profiler. */
  VC,
  /** Which kind of event it is. */
  EVENT,
  /** The job that it is about. */
  JOB_ID,
  /** How many waiting jobs are before it. */
  POSITION,
  /** What the policy orders by, smaller first. */
  KEY,
  /** Estimated duration, s. */
  ESTIMATE,
  /** GPUs without a job. */
  GPUS_FREE,
  /** Free GPUs of the node that has most of them. */
  GPUS_FREE_NODE,
  /** Nodes without a job. */
  NODES_IDLE,
  /** How often it was tried in vain. */
  TRIES,
  /** Its GPUs, as in {@code jobs.csv}. */
  NODES,
  /** Its progress per second from now on, 1 alone. */
  RATE,
  /** Jobs on some of the same GPUs. */
  PARTNERS,
  /** Their progress per second from now on. */
  PARTNER_RATES,
  /** The job that got the GPUs. */
  BY,
  /** How it left. */
  OUTCOME,
  /** Number of a node. */
  NODE,
  /** Number of the node that it changes numbers with. */
  OTHER_NODE,
  /** Nothing is decided before this second. */
  UNTIL,
  /** Seconds that it waited for profiling. */
  PROFQUEUE,
  /** What a policy says of itself: which of its notes it is. */
  NOTE,
  /** The numbers of that note. */
  VALUES
}
