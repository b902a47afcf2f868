package org.limpid.baselines.method;

/** How a method learns. */
@FunctionalInterface
public interface Fitting {
  /**
   * Learns.
   *
   * @param design the data, which the method's abilities allow
   * @param parameters a value for each of the method's parameters
   * @param steps hears of the progress and ends the training when it is not wanted any more
   */
  Scorer fit(Design design, Parameters parameters, Steps steps);
}
