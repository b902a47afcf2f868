package org.limpid.baselines.smile;

import org.limpid.baselines.method.TrainingSteps;
import smile.util.IterativeAlgorithmController;

/** Counts the trees that Smile reports. */
final class StepController<S> extends IterativeAlgorithmController<S> {
  private final TrainingSteps steps;

  StepController(TrainingSteps steps) {
    this.steps = steps;
  }

  @Override
  public void submit(S status) {
    steps.advance();
  }
}
