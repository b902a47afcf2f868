package org.limpid.experiment.whatif;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.limpid.data.Estimates;
import org.limpid.experiment.simulate.ModelsSource;
import org.limpid.results.LearntEstimatesFile;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.run.Simulator;

/**
 * What the policies of a run that learnt durations believed of every job, at the time when they
 * made use of it. A run notes that; of one that did not, everything is learnt once more: the same
 * inputs give the same estimates. Not safe for use by several threads.
 */
final class HeldEstimates {
  private final FormerRun run;
  private final Map<String, Estimates> byPolicy = new HashMap<>();

  HeldEstimates(FormerRun run) {
    this.run = run;
  }

  /** Those of a policy. */
  Estimates of(String policy) {
    return byPolicy.computeIfAbsent(policy, this::noted);
  }

  private Estimates noted(String policy) {
    Path file = run.folder().resolve(policy).resolve(LearntEstimatesFile.FILE_NAME);
    return Files.exists(file)
        ? LearntEstimatesFile.read(file, run.data().trace())
        : learnt(run.asRun(policy, run.predictions()));
  }

  private Estimates learnt(Simulator.Task learning) {
    return new Simulator(run.how())
        .run(learning.policy(), learning.inputs())
        .learnt()
        .orElseThrow();
  }

  /**
   * What other models would have believed of every job, had they been told what the run told those
   * that it had.
   */
  Estimates by(ModelsSource others, String policy) {
    Simulator.Task asRun = run.asRun(policy, run.predictions());
    PolicyInputs otherwise = run.asRun(policy, others).inputs();
    Bystander bystander = new Bystander(otherwise.estimator().get(), of(policy));
    learnt(new Simulator.Task(asRun.policy(), asRun.inputs().withEstimator(() -> bystander)));
    return bystander.answers();
  }
}
