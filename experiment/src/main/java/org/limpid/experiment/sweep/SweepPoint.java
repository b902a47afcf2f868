package org.limpid.experiment.sweep;

/**
 * One run of a sweep.
 *
 * @param number its place in the sweep, from 0
 * @param configuration what is run
 * @param replica the copy of the trace that it is run on, from 1; 0: the trace itself
 */
public record SweepPoint(int number, Configuration configuration, int replica) {}
