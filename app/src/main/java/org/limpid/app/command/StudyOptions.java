package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.limpid.data.io.CsvTexts;
import org.limpid.experiment.simulate.PredictionSource;
import org.limpid.experiment.simulate.ReplicaPlan;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.experiment.simulate.Span;
import org.limpid.experiment.simulate.SystemSettings;
import org.limpid.simulation.placement.PlacementRule;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.SharingMode;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.SimulationOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that run one form of Lucid in many ways. */
final class StudyOptions {
  @Mixin private DataToResultsOptions folders;

  @Option(
      names = "--policy",
      paramLabel = "LUCID",
      converter = Forms.class,
      completionCandidates = Forms.class,
      defaultValue = "lucid",
      description = "Form of Lucid: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private String policy;

  @Option(
      names = "--estimates",
      paramLabel = "lucid|qssf|FILE",
      description =
          "Estimated durations: a name in the data set or a CSV file. By default those of Lucid.")
  private Optional<String> estimates;

  @Mixin private ModelsOptions models;

  @Option(
      names = "--sharing",
      paramLabel = "MODE",
      converter = SharingModes.class,
      completionCandidates = SharingModes.class,
      defaultValue = "predicted",
      description =
          "When Lucid lets jobs share GPUs: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private SharingMode sharing;

  @Mixin private ThreadsOption threads;

  @Option(names = "--seed", paramLabel = "S", description = "Seed of replicas (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print all figures as JSON.")
  private boolean json;

  /** The policies that are forms of Lucid. */
  static final class Forms extends Choice<String> {
    @Override
    Map<String, String> byName() {
      List<String> forms =
          Policies.standard().names().stream().filter(name -> name.startsWith("lucid")).toList();
      return index(forms, Function.identity());
    }
  }

  boolean json() {
    return json;
  }

  long seed() {
    return seed;
  }

  Path out() {
    return folders.out();
  }

  /** What the models of a folder say. */
  PredictionSource source(Path folder) {
    return models.source(folder);
  }

  /** What was asked for. */
  SimulationRequest request(
      Semantics semantics,
      SystemSettings settings,
      ReplicaPlan replicas,
      Span span,
      List<String> commandLine) {
    return new SimulationRequest(
        folders.data(),
        List.of(policy),
        folders.out(),
        folders.overwrite(),
        semantics,
        PlacementRule.CONSOLIDATE,
        estimates,
        models.source(),
        sharing,
        settings,
        replicas,
        threads.value(),
        span,
        SimulationOptions.DEFAULT_SAMPLE_SECONDS,
        false,
        seed,
        CsvTexts.RESTORABLE,
        commandLine);
  }
}
