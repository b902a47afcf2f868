package org.limpid.predictor;

import org.limpid.data.ThroughputSeries;

/** The slots {@code from <= t < to} of a series. */
record SlotRange(int from, int to) {
  /** The slots of {@code 0 .. end - 1} that start in a range of seconds. */
  static SlotRange of(ThroughputSeries series, long fromSeconds, long toSeconds, int end) {
    long last = series.seconds(end);
    int from = series.firstSlotFrom(Math.clamp(fromSeconds, series.startSeconds(), last));
    int to = series.firstSlotFrom(Math.clamp(toSeconds, series.startSeconds(), last));
    return new SlotRange(from, Math.max(from, to));
  }

  int size() {
    return to - from;
  }
}
