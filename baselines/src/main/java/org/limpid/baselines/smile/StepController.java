package org.limpid.baselines.smile;

import org.limpid.baselines.method.Steps;
import smile.util.IterativeAlgorithmController;

/** Counts the trees that Smile reports. */
final class StepController<S> extends IterativeAlgorithmController<S> {
  private final Steps steps;

  StepController(Steps steps) {
    this.steps = steps;
  }

  @Override
  public void submit(S status) {
    steps.advance();
  }
}
