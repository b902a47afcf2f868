/** Shortest remaining time first. */
package org.limpid.simulation.policy.srtf;
