package org.limpid.reference.mirage;

/**
 * What was seen at a moment and what it would have led to.
 *
 * @param waitSeconds that the successor waits if it is submitted then
 */
public record SightedWait(ChainSight sight, long waitSeconds) {}
