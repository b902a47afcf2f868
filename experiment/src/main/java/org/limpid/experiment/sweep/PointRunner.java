package org.limpid.experiment.sweep;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limpid.data.replicate.Replica;
import org.limpid.experiment.simulate.Case;
import org.limpid.experiment.simulate.ModelsSource;
import org.limpid.experiment.simulate.PredictionSource;
import org.limpid.experiment.simulate.RunInputs;
import org.limpid.experiment.simulate.Scenario;
import org.limpid.experiment.simulate.SimulationData;
import org.limpid.models.ModelFolder;
import org.limpid.results.RunOptions;
import org.limpid.results.SubmissionSpan;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

/**
 * Runs points of a sweep; what came of a point depends on nothing but the point. Data sets and
 * models are read once, at the start. Safe for several threads.
 */
public final class PointRunner {
  /** Nobody looks at the state of the cluster over time here, so it is sampled once a day. */
  private static final int SAMPLE_SECONDS = 86_400;

  private final SweepGrid grid;
  private final Map<String, RunInputs> inputs = new HashMap<>();
  private final Map<String, PredictionSource> predictions = new HashMap<>();

  /**
   * Reads the data sets and models of a grid.
   *
   * @throws org.limpid.files.DataException if one can't be read
   */
  public PointRunner(SweepGrid grid) {
    this.grid = grid;
    for (String name : grid.data()) {
      SimulationData data = SimulationData.read(grid.folder(name), SubmissionSpan.EVERYTHING);
      inputs.put(name, new RunInputs(data));
      predictions.put(name, predictions(name));
    }
  }

  private PredictionSource predictions(String data) {
    String models = grid.models().get(data);
    return models == null
        ? PredictionSource.DATASET
        : new ModelsSource(grid.folder(models), ModelFolder.read(grid.folder(models)), Set.of());
  }

  /** Runs a point. */
  public PointResult run(SweepPoint point) {
    try {
      return PointResult.of(simulate(point));
    } catch (InputProblem problem) {
      return PointResult.impossible(problem.getMessage());
    }
  }

  private PolicySummary simulate(SweepPoint point) {
    Configuration what = point.configuration();
    RunInputs of = inputs.get(what.data());
    Replica replica = grid.replicas().replicator(of.data()).replica(point.replica(), what.load());
    Case named = new Case(what.policy().name(), what.policy(), scenario(what));
    Simulator.Task task = of.tasks(List.of(named), replica).getFirst();
    PolicyResult result =
        new Simulator(
                new SimulationOptions(
                    PlacementRule.CONSOLIDATE, SAMPLE_SECONDS, grid.replicas().seed(), 1))
            .run(task.policy(), task.inputs());
    return PolicySummary.of(of.data().cluster(), replica.trace(), result);
  }

  private Scenario scenario(Configuration what) {
    return new Scenario(
        what.semantics().value(),
        PlacementRule.CONSOLIDATE,
        Optional.empty(),
        what.settings(),
        predictions.get(what.data()),
        grid.replicas().seed());
  }

  /** The content of what was read, a line per data set and folder of models. */
  Map<String, String> hashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (String name : grid.data()) {
      hashes.put("content of " + name, inputs.get(name).data().reader().contentHash());
      predictions
          .get(name)
          .models()
          .flatMap(RunOptions.Models::hash)
          .ifPresent(hash -> hashes.put("content of the models of " + name, hash));
    }
    return hashes;
  }

  /** What a user should know about a data set and its predictions, one sentence each. */
  List<String> notices() {
    return grid.data().stream()
        .flatMap(name -> notices(name).stream().map(text -> name + ": " + text))
        .toList();
  }

  private List<String> notices(String name) {
    List<Case> cases =
        grid.configurations().stream()
            .filter(each -> each.data().equals(name))
            .map(each -> new Case(each.policy().name(), each.policy(), scenario(each)))
            .toList();
    return inputs.get(name).data().notices(cases);
  }
}
