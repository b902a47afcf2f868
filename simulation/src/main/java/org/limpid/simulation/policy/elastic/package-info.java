/**
 * ElasticFlow: jobs that can run on more or fewer GPUs are admitted if their deadlines can be kept,
 * get the smallest share that keeps them, and what is left where it helps most.
 */
package org.limpid.simulation.policy.elastic;
