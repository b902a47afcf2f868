package org.limpid.simulation.run;

/**
 * The state of a virtual cluster after all events before some second.
 *
 * @param second the first second whose events are still to come
 * @param state of the nodes, the jobs that are present, and the scheduler
 */
public record Snapshot(long second, byte[] state) {}
