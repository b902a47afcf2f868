package org.limpid.analyzer;

import java.util.List;
import java.util.Objects;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Workload;

/**
 * Measured beside predicted rates of pairs, for plots and tables: {@code rate(own, other)} of
 * either is the rate of the row's workload next to the column's, {@code NaN} where there is none.
 *
 * @param workloads what the rows and columns are, in the order of the profiles
 * @param measured next to itself a workload has the mean of its two rates
 * @param predicted {@link PairSpeeds#EMPTY} without a model of pairs
 */
public record PairMatrix(List<Workload> workloads, PairSpeeds measured, PairSpeeds predicted) {
  public PairMatrix {
    workloads = List.copyOf(workloads);
    Objects.requireNonNull(measured, "measured");
    Objects.requireNonNull(predicted, "predicted");
  }
}
