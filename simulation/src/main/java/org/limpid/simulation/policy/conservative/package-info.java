/** Conservative backfill by time limits. */
package org.limpid.simulation.policy.conservative;
