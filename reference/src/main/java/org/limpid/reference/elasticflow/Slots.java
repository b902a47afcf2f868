package org.limpid.reference.elasticflow;

/**
 * The slots of a run.
 *
 * @param seconds length of one
 */
record Slots(double seconds) {
  /** The first time {@code from + k slots} that is not before another one. */
  double align(double from, double time) {
    double difference = time - from;
    double whole = Math.floor(difference / seconds);
    double rest = difference - whole * seconds;
    return from + (rest > 0 ? whole + 1 : whole) * seconds;
  }
}
