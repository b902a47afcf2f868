package org.limpid.experiment.chain;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Spans of time that are held out in turn, so that a model can be judged on windows that it has not
 * seen. What lies so near to a span that it has jobs in common with it is left out.
 *
 * @param windows how many there are, at least {@link #FEWEST_WINDOWS}
 */
record HeldOutSpans(int windows) {
  /** Spans. */
  static final int COUNT = 6;

  /** Windows of five days begin every four hours: so many have jobs in common with one. */
  static final int GAP = 30;

  /** Fewest windows: those of a span, the gaps at its sides, and as many to learn from. */
  static final int FEWEST_WINDOWS = 4 * GAP;

  /** Those items that lie far enough from a span. */
  <T> List<T> far(List<T> items, ToIntFunction<T> window, int span) {
    return items.stream()
        .filter(item ->
            window.applyAsInt(item) < begin(span) - GAP
                || window.applyAsInt(item) >= begin(span + 1) + GAP)
        .toList();
  }

  /** Those items that lie in a span. */
  <T> List<T> within(List<T> items, ToIntFunction<T> window, int span) {
    return items.stream()
        .filter(item ->
            window.applyAsInt(item) >= begin(span) && window.applyAsInt(item) < begin(span + 1))
        .toList();
  }

  private int begin(int span) {
    return windows * span / COUNT;
  }
}
