/** EASY backfill by time limits. */
package org.limpid.simulation.policy.easy;
