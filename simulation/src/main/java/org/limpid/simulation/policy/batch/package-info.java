/** What the policies of batch systems have in common: whole nodes, time limits, backfill. */
package org.limpid.simulation.policy.batch;
