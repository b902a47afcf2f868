package org.limpid.interpret.ebm;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.limpid.interpret.ebm.boost.BoostingOptions;
import org.limpid.interpret.model.TrainingMonitor;

/**
 * Tells a monitor how far the bags are. Nobody knows when a bag will stop early: its smoothing
 * rounds count one each, later rounds at most as many as early stopping takes, and the rest is
 * counted when the bag ends. Safe for several threads.
 */
final class BagProgress {
  private final TrainingMonitor monitor;
  private final long roundsOfBag;
  private final AtomicLong ended = new AtomicLong();
  private final AtomicLong told = new AtomicLong();

  BagProgress(TrainingMonitor monitor, String phase, int bagCount, BoostingOptions options) {
    this.monitor = monitor;
    roundsOfBag = (long) options.smoothingRounds() + Math.max(1, options.earlyStoppingRounds());
    monitor.begin(phase, bagCount * roundsOfBag);
  }

  LongConsumer ofBag() {
    AtomicLong seen = new AtomicLong();
    return rounds -> {
      if (seen.addAndGet(rounds) < roundsOfBag) {
        tell(rounds);
      }
    };
  }

  void endBag() {
    long due = ended.incrementAndGet() * roundsOfBag;
    long missing = due - told.get();
    if (missing > 0) {
      tell(missing);
    }
  }

  private void tell(long rounds) {
    told.addAndGet(rounds);
    monitor.advance(rounds);
  }
}
