package org.limpid.explain.story;

import org.limpid.simulation.job.JobName;

/**
 * A job in the queue before another one.
 *
 * @param job the job
 * @param key what the queue is ordered by
 */
public record QueuedJob(JobName job, double key) {}
