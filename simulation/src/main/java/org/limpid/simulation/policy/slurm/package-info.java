/** Priorities and periodic backfill, as in Slurm. */
package org.limpid.simulation.policy.slurm;
