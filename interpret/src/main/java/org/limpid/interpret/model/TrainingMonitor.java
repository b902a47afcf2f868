package org.limpid.interpret.model;

/** Hears how far a training is. May be called from several threads. */
public interface TrainingMonitor {
  TrainingMonitor SILENT =
      new TrainingMonitor() {
        @Override
        public void begin(String phase, long total) {}

        @Override
        public void advance(long amount) {}
      };

  /** A phase such as {@code boosting} begins, which takes so many steps at most. */
  void begin(String phase, long total);

  /** Some more steps of the phase are done. */
  void advance(long amount);

  /** A sentence that whoever uses the model should know: it is not quite what was asked for. */
  default void notice(String sentence) {}
}
