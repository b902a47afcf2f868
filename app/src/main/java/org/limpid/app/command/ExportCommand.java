package org.limpid.app.command;

import java.util.ArrayList;
import java.util.List;
import org.limpid.models.tool.OutputFile;
import org.limpid.results.RunFolder;
import org.limpid.results.export.ExportFormat;
import org.limpid.results.export.RunExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    customSynopsis = "limpid export --run=RESULTS --format=FORMAT --out=OUT [OPTIONS]",
    description = {
      "Write a run for other programs: its events as lines of JSON or CSV, its jobs on their GPUs"
          + " for Perfetto, or metrics for Prometheus.",
      "All but openmetrics needs a run that was made with --explain."
    },
    footer = {
      "%nExamples:",
      "  limpid export --run results --format jsonl --out lucid.jsonl",
      "  limpid export --run results --format chrome-trace --policy lucid --out lucid.json",
      "  limpid export --run results --format openmetrics --policy all --out run.metrics"
    })
final class ExportCommand extends CommandInSession {
  @Mixin private SharedOptions.Results run;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      converter = Choices.RunFormats.class,
      completionCandidates = Choices.RunFormats.class,
      description =
          "What to write: ${COMPLETION-CANDIDATES}; jsonl has an event per line, csv the same as a"
              + " table, chrome-trace opens in Perfetto, openmetrics is what Prometheus reads.")
  private ExportFormat format;

  @Option(
      names = "--policy",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "POLICY",
      completionCandidates = PolicyNames.class,
      description =
          "Policies of the run, with commas between them, or "
              + RunExport.ALL
              + ". Default: ${bundle:subject-name}, or the first of the run.")
  private List<String> policies = new ArrayList<>();

  @Mixin private SharedOptions.MadeFile output;

  @Mixin private SharedOptions.SafeCsv csv;

  @Override
  public void run() {
    OutputFile file = output.value();
    file.check(run.folder().resolve(RunFolder.RUN));
    RunExport export =
        RunExport.of(new RunExport.Request(run.folder(), policies, format, csv.forOthers()));
    export.notices().forEach(session()::notice);
    file.write(export::write);
    session().notice("The run is in %s.".formatted(output.path()));
  }
}
