package org.limpid.baselines.method;

import org.limpid.interpret.parameter.ParameterValues;

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
  Scorer fit(Design design, ParameterValues parameters, Steps steps);
}
