package org.limpid.simulation.policy.lucid;

import org.limpid.simulation.policy.sharing.SharingLimits;
import org.limpid.simulation.policy.sharing.WorkloadFacts;

/**
 * What all virtual clusters of a run of Lucid have in common.
 *
 * @param facts what is known of workloads
 * @param sharing when sharing is on
 * @param columns what is recorded of jobs
 * @param limits which jobs may share
 * @param survivorRecovers whether the job that is left of a pair runs at full speed again
 */
record LucidRun(
    WorkloadFacts facts,
    SharingSwitch sharing,
    LucidColumns columns,
    SharingLimits limits,
    boolean survivorRecovers) {}
