package org.limpid.analyzer;

import java.util.Objects;

/**
 * How to train.
 *
 * @param labels which share scores are learnt
 * @param judged whether the methods are judged on models held out, which takes most of the time
 * @param threads most threads to use, at least 1; results do not depend on it
 */
public record PackingOptions(LabelSource labels, boolean judged, int threads) {
  public PackingOptions {
    Objects.requireNonNull(labels, "labels");
    if (threads < 1) {
      throw new IllegalArgumentException("expected a thread or more: " + threads);
    }
  }

  /** Given scores, judged, on all processors. */
  public static PackingOptions standard() {
    return new PackingOptions(LabelSource.GIVEN, true, Runtime.getRuntime().availableProcessors());
  }
}
