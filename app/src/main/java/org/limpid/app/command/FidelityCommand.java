package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.experiment.fidelity.Fidelity;
import org.limpid.experiment.fidelity.FidelityReport;
import org.limpid.experiment.simulate.SimulationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "fidelity",
    customSynopsis = "limpid fidelity --data=DIR [OPTIONS]",
    description = {
      "Compare simulated waits with those of reality, and show what explains the difference.",
      "The data set must tell when jobs really started, as imported logs of Slurm, SWF and Mirage"
          + " do."
    },
    footer = {
      "%nExamples:",
      "  limpid fidelity --data ls6",
      "  limpid fidelity --data ls6 --policy fifo,fifo-easy --out compared",
      "  limpid fidelity --data ls6 --count-from 2022-11-15 --json"
    })
final class FidelityCommand extends CommandInSession {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Data set: a folder with dataset.json.")
  private Path data;

  @Option(
      names = "--policy",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "POLICY",
      converter = PolicyNames.class,
      completionCandidates = PolicyNames.class,
      defaultValue = "fifo",
      description =
          "Policies, with commas between them: names that 'limpid policies' lists. Default:"
              + " ${DEFAULT-VALUE}.")
  private List<PolicyNames.Named> policies;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description = "Folder for the waits of every job and all figures, new or empty.")
  private Optional<Path> out;

  @Option(names = "--overwrite", description = "Replace older results in that folder.")
  private boolean overwrite;

  @Option(
      names = "--estimates",
      paramLabel = "${bundle:estimate-names}|FILE",
      description = "Estimated durations: a name in the data set or a CSV file.")
  private Optional<String> estimates;

  @Mixin private ModelsOptions models;

  @Mixin private SettingsOptions settings;

  @Mixin private SpanOptions span;

  @Mixin private SharedOptions.Threads threads;

  @Option(names = "--json", description = "Print everything as JSON.")
  private boolean json;

  @Override
  public void run() {
    require(!policies.isEmpty(), "--policy names no policy. 'limpid policies' lists them");
    FidelityReport report = Fidelity.run(request(), out.isPresent(), session().reporter(json));
    printPage(
        json,
        report::toJson,
        report.notices(),
        report::toPage,
        out.map(folder -> new String[] {"The results are in %s.".formatted(folder)})
            .orElseGet(() -> new String[0]));
  }

  private SimulationRequest request() {
    return SimulationRequest.builder(data, PolicyNames.all(policies), out.orElse(data))
        .overwrite(overwrite)
        .estimates(estimates)
        .predictions(models.source())
        .settings(settings.value())
        .threads(threads.value())
        .span(span.value())
        .commandLine(session().commandLine())
        .build();
  }
}
