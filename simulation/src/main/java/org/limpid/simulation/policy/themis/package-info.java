/** Finish-time fairness: GPUs are lent for a while to those who are worst off. */
package org.limpid.simulation.policy.themis;
