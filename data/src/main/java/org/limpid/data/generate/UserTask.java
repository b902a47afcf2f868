package org.limpid.data.generate;

import org.limpid.data.WorkloadProfile;

/**
 * What a user works on: the template of similar jobs. All jobs of a task have the same virtual
 * cluster, GPU count and workload; their durations scatter round the task's own scale.
 *
 * @param name of its jobs, unique among the tasks of the user
 * @param virtualCluster index of the virtual cluster
 * @param profile workload, drawn without a look at durations
 * @param jobShare expected share of all jobs, 0..1
 * @param durationShift natural logarithm of the task's durations relative to those of all
 * @param longAffinity how much likelier than elsewhere a job is a long one
 */
record UserTask(
    String user,
    String name,
    int virtualCluster,
    int gpuCount,
    int cpuCount,
    WorkloadProfile profile,
    double jobShare,
    double durationShift,
    double longAffinity) {}
