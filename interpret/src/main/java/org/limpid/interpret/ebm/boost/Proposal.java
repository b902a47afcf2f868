package org.limpid.interpret.ebm.boost;

/**
 * A step that could be taken.
 *
 * @param step the step; {@code null} if there is none
 * @param gain twice the fall of the loss that the step's Newton model promises, before the learning
 *     rate; 0 if there is no step
 */
record Proposal(Step step, double gain) {
  static final Proposal NONE = new Proposal(null, 0);

  boolean exists() {
    return step != null;
  }
}
