package org.limpid.simulation.policy.limpid;

import java.util.function.IntToLongFunction;
import org.limpid.simulation.policy.sharing.WorkloadFacts;

/**
 * What all virtual clusters of a run have in common.
 *
 * @param facts what is known of workloads
 * @param pairs which workloads may share and how fast they run
 * @param sizes which jobs may share, by their sizes
 * @param reservations how many blocked jobs of several nodes reserve nodes
 * @param gangFactor what is left of the rate of a job of several GPUs beside one of another size
 * @param learnsErrors whether what is left of jobs is expected from how far estimates were off
 * @param columns what is recorded of jobs
 * @param knownFrom per row of the trace the second from which the profile of a job is known; {@link
 *     org.limpid.simulation.loop.Partition#NEVER} if only a run of its own tells
 * @param revealingSeconds how long a job has to run until its profile is known, seconds
 * @param secondsDone per row of the trace the work that was done in the profiler, seconds
 */
record LimpidRun(
    WorkloadFacts facts,
    PairTable pairs,
    SharedSizes sizes,
    int reservations,
    double gangFactor,
    boolean learnsErrors,
    LimpidColumns columns,
    IntToLongFunction knownFrom,
    long revealingSeconds,
    IntToLongFunction secondsDone) {}
