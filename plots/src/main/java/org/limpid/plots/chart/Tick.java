package org.limpid.plots.chart;

import java.util.Objects;

/**
 * A mark on an axis.
 *
 * @param value where
 * @param label what is written beside it; empty for a small mark between others
 */
public record Tick(double value, String label) {
  public Tick {
    Objects.requireNonNull(label, "label");
  }

  boolean isLabelled() {
    return !label.isEmpty();
  }
}
