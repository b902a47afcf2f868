package org.limpid.simulation.policy.elastic;

/**
 * The smallest share with which a job keeps its deadline: on so many GPUs, or fewer where fewer are
 * free, from some second on, and before that on the next smaller number of GPUs.
 *
 * @param gpus the share
 * @param before GPUs before it is raised; 0: it waits until then
 * @param raisedAt when it is raised
 * @param plan what that means from second to second
 */
record Share(int gpus, int before, long raisedAt, Plan plan) {}
