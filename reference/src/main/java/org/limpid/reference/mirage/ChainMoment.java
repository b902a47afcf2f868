package org.limpid.reference.mirage;

/**
 * What is known of the cluster and of a chain when the successor could be submitted: what a queue
 * and its time limits tell, nothing of what comes later. Times are seconds.
 *
 * @param second now, on the clock of the log
 * @param leftSeconds what is left of the predecessor up to its limit, which is its end
 * @param nodes of each job of the chain
 * @param queueJobs jobs that wait
 * @param queueNodes nodes that they ask for in sum
 * @param queueNodeSeconds nodes times limits of them
 * @param longestWaitSeconds that one of them has waited, 0 if there is none
 * @param recentWaitMinutes mean wait of the last hundred jobs that started
 * @param freeNodes that no job holds
 * @param plannedWaitSeconds until a backfill plan would start the successor behind all that wait,
 *     if every job ran up to its limit; the length of the plan if that is not within it
 */
public record ChainMoment(
    long second,
    long leftSeconds,
    int nodes,
    int queueJobs,
    long queueNodes,
    long queueNodeSeconds,
    long longestWaitSeconds,
    long recentWaitMinutes,
    int freeNodes,
    long plannedWaitSeconds) {}
