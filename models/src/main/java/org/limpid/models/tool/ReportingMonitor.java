package org.limpid.models.tool;

import java.util.List;
import java.util.Locale;
import org.limpid.files.Reporter;
import org.limpid.interpret.model.TrainingMonitor;

/**
 * Passes the progress of a training on to whoever runs the command, and collects notices.
 *
 * @param reporter hears of the progress
 * @param notices receives sentences
 */
record ReportingMonitor(Reporter reporter, List<String> notices) implements TrainingMonitor {
  @Override
  public void begin(String phase, long total) {
    String capital = phase.substring(0, 1).toUpperCase(Locale.ROOT);
    reporter.begin(capital + phase.substring(1), Math.max(1, total));
  }

  @Override
  public void advance(long amount) {
    reporter.advance(amount);
  }

  @Override
  public void notice(String sentence) {
    notices.add(sentence);
  }
}
