package org.limpid.experiment.chain;

import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.metrics.RelativeDifference;

/** What each way to submit reaches, by the load of windows. */
public final class ValidationReport {
  /** Windows of two days, the length of a job of a chain, are one group of the jackknife. */
  private static final int GROUP = 12;

  private final int nodes;
  private final GapPrice price;
  private final List<Map<ChainMethod, ChainOutcome>> windows;

  /**
   * A report.
   *
   * @param nodes of each job of a chain
   * @param price of an hour's gap, an hour's overlap costs 1
   * @param windows in the order of time
   */
  ValidationReport(int nodes, GapPrice price, List<Map<ChainMethod, ChainOutcome>> windows) {
    this.nodes = nodes;
    this.price = price;
    this.windows = List.copyOf(windows);
  }

  /** A table by load and method, and how to read it. */
  public String toText() {
    ReportTable table =
        new ReportTable(
            "validation",
            "load",
            "windows",
            "submitted",
            "mean gap h",
            "against reactive in %",
            "+-",
            "mean overlap h",
            "no gap in %",
            "node-hours wasted",
            "mean cost h");
    List<Long> reactive =
        windows.stream()
            .map(outcomes -> outcomes.get(ChainMethod.REACTIVE).interruptionSeconds())
            .toList();
    for (ChainLoad load : ChainLoad.of(reactive)) {
      int[] places =
          IntStream.range(0, reactive.size()).filter(i -> load.holds(reactive.get(i))).toArray();
      for (ChainMethod method : ChainMethod.values()) {
        add(table, load, places, method);
      }
    }
    return table.aligned()
        + "Cost: %s h per hour of gap and 1 h per hour of overlap. +-: 95 %% confidence, windows paired, two days a group.\n"
            .formatted(price);
  }

  private void add(ReportTable table, ChainLoad load, int[] places, ChainMethod method) {
    double[] gaps = hours(places, method, seconds -> Math.max(0, seconds));
    double[] overlaps = hours(places, method, seconds -> Math.max(0, -seconds));
    double[] reactive = hours(places, ChainMethod.REACTIVE, seconds -> Math.max(0, seconds));
    RelativeDifference change =
        RelativeDifference.of(
            gaps, reactive, IntStream.of(places).mapToLong(place -> place / GROUP).toArray());
    double gap = mean(gaps);
    double overlap = mean(overlaps);
    table.row(
        load.label(),
        places.length,
        method.label(),
        gap,
        percent(change.share()),
        percent(change.halfWidth()),
        overlap,
        100.0 * IntStream.range(0, gaps.length).filter(i -> gaps[i] == 0).count() / gaps.length,
        overlap * gaps.length * nodes,
        price.price() * gap + overlap);
  }

  /** To a tenth: an interval is no surer than that. */
  private static double percent(double share) {
    return Double.isNaN(share) ? share : Math.rint(1000 * share) / 10;
  }

  private double[] hours(int[] places, ChainMethod method, LongUnaryOperator part) {
    return IntStream.of(places)
        .mapToDouble(place ->
            part.applyAsLong(windows.get(place).get(method).interruptionSeconds()) / 3600.0)
        .toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
