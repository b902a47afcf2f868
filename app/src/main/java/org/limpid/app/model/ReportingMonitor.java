package org.limpid.app.model;

import java.util.Locale;
import org.limpid.app.Reporter;
import org.limpid.interpret.model.TrainingMonitor;

/** Passes the progress of a training on to whoever runs the command. */
record ReportingMonitor(Reporter reporter) implements TrainingMonitor {
  @Override
  public void begin(String phase, long total) {
    String capital = phase.substring(0, 1).toUpperCase(Locale.ROOT);
    reporter.begin(capital + phase.substring(1), Math.max(1, total));
  }

  @Override
  public void advance(long amount) {
    reporter.advance(amount);
  }
}
