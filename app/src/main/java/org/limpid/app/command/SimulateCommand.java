package org.limpid.app.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.experiment.simulate.Simulation;
import org.limpid.experiment.simulate.SimulationReport;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.SimulationOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "simulate",
    customSynopsis = "limpid simulate --data=DIR --out=OUT [OPTIONS]",
    description = "Run scheduling policies on a data set and write what became of every job.",
    footer = {
      "%nExamples:",
      "  limpid simulate --data venus --policy all --out results",
      "  limpid simulate --data my-data --policy fifo,lucid --from 2026-09-05 --out week"
    })
final class SimulateCommand extends CommandInSession {
  @Mixin private SharedOptions.DataToResults folders;

  @Option(
      names = "--policy",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "POLICY",
      converter = PolicyNames.class,
      completionCandidates = PolicyNames.class,
      defaultValue = PolicyNames.ALL,
      description = {
        "Policies, with commas between them: names that 'limpid policies' lists; "
            + "all for ${bundle:compared}; everything for every policy. Of these two, policies that"
            + " can't run on the data are left out, and said.",
        "Default: ${DEFAULT-VALUE}."
      })
  private List<PolicyNames.Named> policies;

  @Mixin private SemanticsOptions semantics;

  @Option(
      names = "--placer",
      paramLabel = "RULE",
      converter = Choices.PlacementRules.class,
      completionCandidates = Choices.PlacementRules.class,
      defaultValue = "consolidate",
      description = "Where jobs go: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private PlacementRule placer;

  @Option(
      names = "--estimates",
      paramLabel = "${bundle:estimate-names}|FILE",
      description =
          "Estimated durations: a name in the data set or a CSV file. By default"
              + " ${bundle:own-estimates}, ${bundle:subject-name} for all others.")
  private Optional<String> estimates;

  @Mixin private ModelsOptions models;

  @Mixin private SettingsOptions settings;

  @Mixin private ArtifactOptions artifacts;

  @Mixin private ReplicaOptions replicas;

  @Mixin private SpanOptions span;

  @Option(
      names = "--sample",
      paramLabel = "SECONDS",
      converter = WholeNumber.FromOne.class,
      description = "Interval of the rows of cluster.csv (${DEFAULT-VALUE}).")
  private int sampleSeconds = SimulationOptions.DEFAULT_SAMPLE_SECONDS;

  @Option(
      names = "--explain",
      description =
          "Write what was decided and what every job waited for, too: for 'limpid explain',"
              + " 'limpid whatif' and reports. Changes no other file.")
  private boolean explained;

  @Mixin private SharedOptions.SafeCsv csv;

  @Mixin private SharedOptions.Threads threads;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of --placer random and of replicas (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print all figures of the summary as JSON.")
  private boolean json;

  @Override
  public void run() {
    SimulationReport report = Simulation.run(request(), session().reporter(json));
    if (json) {
      session().code(report.toJson());
    } else {
      report.notices().forEach(session()::notice);
      span.tell(session(), ", but GPUs held, which is of the whole run");
      session().result(report.toText());
      session().notice("The results are in %s.".formatted(folders.out()));
    }
  }

  private SimulationRequest request() {
    require(
        !policies.isEmpty(),
        "--policy names no policy. 'limpid policies' lists them"); // --policy=,
    return SimulationRequest.builder(folders.data(), PolicyNames.all(policies), folders.out())
        .dispensable(estimates.isPresent() ? Set.of() : PolicyNames.onlyByGroup(policies))
        .overwrite(folders.overwrite())
        .semantics(semantics.value())
        .placement(placer)
        .estimates(estimates)
        .predictions(models.source())
        .settings(artifacts.addedTo(settings.value()))
        .replicas(replicas.value(seed, 0))
        .threads(threads.value())
        .span(span.value())
        .sampleSeconds(sampleSeconds)
        .explained(explained)
        .seed(seed)
        .texts(csv.readBack())
        .commandLine(session().commandLine())
        .build();
  }
}
