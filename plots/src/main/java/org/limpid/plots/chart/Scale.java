package org.limpid.plots.chart;

import java.util.List;

/** How the values of an axis are laid out on its length. Immutable. */
public interface Scale {
  /** The value at the start of the axis. */
  double low();

  /** The value at the end of the axis. */
  double high();

  /** Where a value lies: 0 at the start, 1 at the end, beyond both outside. */
  default double fraction(double value) {
    return (value - low()) / (high() - low());
  }

  /** Marks between both ends, ascending; one or two more than asked for where that is needed. */
  List<Tick> ticks(int most);

  /** Whether marks are names, which all are wanted and may stand a little beside their places. */
  default boolean isOfNames() {
    return false;
  }

  /** A mark on an axis; small ones between others have no label. */
  record Tick(double value, String label) {
    /** Whether something is written beside it. */
    public boolean isLabelled() {
      return !label.isEmpty();
    }
  }
}
