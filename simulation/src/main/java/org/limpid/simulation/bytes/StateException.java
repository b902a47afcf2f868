package org.limpid.simulation.bytes;

/** A saved state that does not fit the run that it is to be restored in. */
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was expected and what was found
   */
  public StateException(String message) {
    super(message);
  }
}
