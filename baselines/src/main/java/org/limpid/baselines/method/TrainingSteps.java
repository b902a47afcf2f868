package org.limpid.baselines.method;

import java.util.concurrent.CancellationException;
import org.limpid.interpret.model.TrainingMonitor;

/** The progress of a training. */
public final class TrainingSteps {
  private final TrainingMonitor monitor;

  TrainingSteps(TrainingMonitor monitor) {
    this.monitor = monitor;
  }

  public void begin(long total) {
    monitor.begin("training", total);
  }

  /** A step is done. Throws a {@code CancellationException} if the thread was interrupted. */
  public void advance() {
    monitor.advance(1);
    check();
  }

  void check() {
    if (Thread.interrupted()) {
      throw new CancellationException("the training was interrupted");
    }
  }
}
