package org.limpid.reference.mirage;

/**
 * A moment and what it would have led to.
 *
 * @param waitSeconds that the successor waits if it is submitted then
 */
public record ChainWait(ChainMoment moment, long waitSeconds) {}
