package org.limpid.simulation.run;

/** A policy can't run on these inputs; the message says what is missing and what to do. */
public final class InputProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param message what is wrong, with names and values, and what to do
   */
  public InputProblem(String message) {
    super(message);
  }
}
