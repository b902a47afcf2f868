package org.limpid.experiment.chain;

import java.util.Locale;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.reference.mirage.ChainWindow;

/** Ways to choose when the successor is submitted that nobody has learnt. */
enum ChainMethod {
  /** When the predecessor ends. */
  REACTIVE,
  /** Before that by the recent mean wait. */
  AVERAGE,
  /** As soon as the predecessor runs. */
  AT_ONCE,
  /**
   * When the wait by a backfill plan, if all jobs ran up to their limits, is no less than what is
   * left of the predecessor.
   */
  PLAN;

  /** As it is written: {@code at-once}. */
  String label() {
    return this == AVERAGE ? "avg" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  ChainOutcome outcome(ChainWindow window) {
    return switch (this) {
      case REACTIVE -> window.reactive();
      case AVERAGE -> window.average();
      case AT_ONCE -> window.follow(_ -> true);
      case PLAN -> window.follow(now -> now.plannedWaitSeconds() >= now.leftSeconds());
    };
  }
}
