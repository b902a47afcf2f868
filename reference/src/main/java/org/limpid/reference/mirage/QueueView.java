package org.limpid.reference.mirage;

/**
 * What the list of waiting jobs tells about one more job.
 *
 * @param jobs that wait
 * @param nodes that they ask for
 * @param nodeSeconds nodes times limits
 * @param longestWaitSeconds of those that wait
 * @param freeNodes that no job holds
 * @param plannedWaitSeconds of the job behind them, planned by limits
 */
record QueueView(
    int jobs,
    long nodes,
    long nodeSeconds,
    long longestWaitSeconds,
    int freeNodes,
    long plannedWaitSeconds) {}
