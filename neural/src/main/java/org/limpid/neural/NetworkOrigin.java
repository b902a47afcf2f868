package org.limpid.neural;

import java.util.List;
import java.util.Objects;

/**
 * Where a network comes from.
 *
 * @param engine that trained it, and its version
 * @param dataHash SHA-256 of all examples, 64 hexadecimal digits
 * @param examples how many there were
 * @param losses of each epoch, by phase: experts first
 * @param errorHours mean absolute error on those that were not trained on
 */
record NetworkOrigin(
    String engine, String dataHash, int examples, List<double[]> losses, double errorHours) {
  NetworkOrigin {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(dataHash, "dataHash");
    losses = losses.stream().map(double[]::clone).toList();
  }
}
