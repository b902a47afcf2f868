/**
 * The schedulers of ElasticFlow's artifact (ASPLOS 2023) with the rules of time of its simulator:
 * rounds of a slot, ends that fire when they were planned, GPU time instead of a profit. What looks
 * odd here is an accident of the artifact, which decides its published figures.
 */
package org.limpid.reference.elasticflow;
