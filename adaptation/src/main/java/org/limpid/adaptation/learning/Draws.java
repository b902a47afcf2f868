package org.limpid.adaptation.learning;

import org.limpid.data.generate.RandomStream;

/**
 * Random numbers that are known by their number, so that a run which goes on after a stop needs to
 * know only how far it came: SplitMix64's finaliser, twice, over a key and the number.
 *
 * @param key of the run
 */
record Draws(long key) {
  /** The numbers of a run with a seed. */
  static Draws of(long seed) {
    return new Draws(RandomStream.mix(seed));
  }

  /** Number n, uniform in [0, 1). */
  double uniform(long n) {
    return RandomStream.unit(RandomStream.mix(RandomStream.mix(key + n)));
  }
}
