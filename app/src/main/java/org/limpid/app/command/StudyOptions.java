package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.limpid.experiment.simulate.PredictionSource;
import org.limpid.experiment.simulate.ReplicaPlan;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.results.SubmissionSpan;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.run.Policies;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that run the subject of a study in many ways. */
final class StudyOptions {
  @Mixin private SharedOptions.DataToResults folders;

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      converter = Forms.class,
      completionCandidates = Forms.class,
      defaultValue = "${bundle:subject-name}",
      description = "Policy to study: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private String policy;

  @Option(
      names = "--estimates",
      paramLabel = "${bundle:estimate-names}|FILE",
      description =
          "Estimated durations: a name in the data set or a CSV file. By default those of"
              + " ${bundle:subject}.")
  private Optional<String> estimates;

  @Mixin private ModelsOptions models;

  @Mixin private SharedOptions.Threads threads;

  @Option(names = "--seed", paramLabel = "S", description = "Seed of replicas (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print all figures as JSON.")
  private boolean json;

  /** The subject of a study, under each queue discipline. */
  static final class Forms extends Choice<String> {
    Forms() {
      super(() ->
          index(
              Policies.standard().all().stream()
                  .map(Policy::about)
                  .filter(about -> about.role() == Role.SUBJECT)
                  .map(PolicyDescription::name)
                  .toList(),
              Function.identity()));
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
      Settings settings,
      ReplicaPlan replicas,
      SubmissionSpan span,
      List<String> commandLine) {
    return SimulationRequest.builder(folders.data(), List.of(policy), folders.out())
        .overwrite(folders.overwrite())
        .semantics(semantics)
        .estimates(estimates)
        .predictions(models.source())
        .settings(settings)
        .replicas(replicas)
        .threads(threads.value())
        .span(span)
        .seed(seed)
        .commandLine(commandLine)
        .build();
  }
}
