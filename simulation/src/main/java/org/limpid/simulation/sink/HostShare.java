package org.limpid.simulation.sink;

import org.limpid.simulation.host.Supply;

/**
 * What a running job has of CPUs and memory.
 *
 * @param wanted what it wants
 * @param given what it has
 * @param speed how fast it is with that; 1 is the speed with its fair share
 * @param since from when on, seconds
 */
record HostShare(Supply wanted, Supply given, double speed, long since) {
  /** What it makes use of. */
  Supply used() {
    return given.atMost(wanted);
  }
}
