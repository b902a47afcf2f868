package org.limpid.explain.story;

import org.limpid.simulation.job.JobName;

/**
 * A job that held GPUs while another one waited.
 *
 * @param job the job
 * @param sinceSecond when it got them
 * @param cameLater whether it came into the queue after the one that waited
 * @param gpuSeconds how many GPUs it held for how long within the segment
 */
public record Holder(JobName job, long sinceSecond, boolean cameLater, long gpuSeconds) {}
