package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;

/** When a node was lent to the profiler: the virtual clusters have fewer GPUs than they may. */
final class LentTimes {
  private LentTimes() {}

  /** The times in a span, as the samples of the cluster show them. */
  static List<Span> of(ClusterTable table, Span span) {
    double[] times = table.column(ClusterField.TIME);
    double[] gpus = table.column(ClusterField.GPUS);
    double most = Arrays.stream(gpus).max().orElse(0);
    List<Span> lent = new ArrayList<>();
    for (int i = 0; i + 1 < times.length; i++) {
      if (gpus[i] < most && span.overlaps((long) times[i], (long) times[i + 1])) {
        long from = Math.max((long) times[i], span.from());
        long to = Math.min((long) times[i + 1], span.to());
        boolean goesOn = !lent.isEmpty() && lent.getLast().to() == from;
        lent.add(new Span(goesOn ? lent.removeLast().from() : from, to));
      }
    }
    return lent;
  }
}
