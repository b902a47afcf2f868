package org.limpid.plots.accuracy;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.limpid.data.Quantile;
import org.limpid.plots.accuracy.LoadComparison.Slot;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.graphics.TextPainter.Align;
import org.limpid.results.table.Numbers;

/**
 * Where the axis of a load ends, so that a few hours of much more do not flatten all others; words
 * in the chart tell of these.
 *
 * @param top the largest value of the axis
 * @param above hours with more, the largest first; empty: the axis ends with the largest hour
 */
record Spikes(double top, List<Slot> above) {
  private static final double USUAL = 0.99;

  /** An hour of so many times what 99 % of the hours stay below is a spike. */
  private static final double MUCH_MORE = 2;

  private static final double SPACE_ABOVE = 1.3;
  private static final double NEAR_TOP = 0.96;
  private static final double GAP = 4;
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  static Spikes of(List<Slot> hours) {
    double[] sorted = hours.stream().mapToDouble(Spikes::larger).sorted().toArray();
    double largest = sorted[sorted.length - 1];
    double top = SPACE_ABOVE * Quantile.ofSorted(sorted, USUAL);
    if (largest <= MUCH_MORE * top / SPACE_ABOVE) {
      return new Spikes(largest, List.of());
    }
    return new Spikes(
        top,
        hours.stream()
            .filter(hour -> larger(hour) > top)
            .sorted(Comparator.comparingDouble(hour -> -larger(hour)))
            .toList());
  }

  private static double larger(Slot hour) {
    return Math.max(hour.actual(), hour.predicted());
  }

  Scale scale() {
    return above.isEmpty() ? Scales.fromZero(top) : Scales.linear(0, top);
  }

  /** What lies above the axis, beside the largest hour; nothing where all fits. */
  Layer words(LoadComparison hours, LocalDateTime origin) {
    if (above.isEmpty()) {
      return _ -> {};
    }
    Slot largest = above.getFirst();
    double first = hours.slots().getFirst().second();
    double last = hours.slots().getLast().second();
    boolean early = largest.second() < (first + last) / 2;
    return Layers.text(
        text(largest, origin),
        largest.second(),
        NEAR_TOP * top,
        early ? Align.START : Align.END,
        early ? GAP : -GAP);
  }

  private String text(Slot largest, LocalDateTime origin) {
    String when = HOUR.format(origin.plusSeconds((long) largest.second()));
    String most = Numbers.short3(larger(largest));
    return above.size() == 1
        ? "%s on %s, above the axis".formatted(most, when)
        : "%d hours lie above the axis, up to %s on %s".formatted(above.size(), most, when);
  }
}
