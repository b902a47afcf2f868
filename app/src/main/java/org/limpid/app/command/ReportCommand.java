package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.plots.figure.InputKind;
import org.limpid.plots.service.PlotReport;
import org.limpid.plots.service.ReportRequest;
import org.limpid.plots.service.ReportService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "report",
    description = {
      "Write a report with all figures and tables: a web page that needs no network, and a PDF.",
      "The figures and tables are there as files of their own, too."
    },
    footer = {
      "%nExamples:",
      "  limpid report --run results --out report",
      "  limpid report --run results --models models --data venus --table7 table7 --out report",
      "  limpid report --model price.json --csv houses.csv --out report"
    })
final class ReportCommand extends CommandInSession {
  @Mixin private InputOptions inputs;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Rows to report on a model with: its columns and what was observed.")
  private Optional<Path> table;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Folder for the report, new or empty.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace an older report in that folder.")
  private boolean overwrite;

  @Mixin private SharedOptions.SafeCsv csv;

  @Mixin private SharedOptions.Threads threads;

  @Option(names = "--json", description = "Print what is in the report as JSON.")
  private boolean json;

  @Override
  public void run() {
    require(!inputs.isEmpty(), "expected --run, --models, --data or --table7, what to report on");
    require(table.isEmpty() || inputs.isGiven(InputKind.MODELS), "--csv needs --model");
    ReportRequest request =
        new ReportRequest(
            inputs.value(table),
            out,
            overwrite,
            csv.forOthers(),
            threads.value(),
            session().commandLine());
    PlotReport report = ReportService.run(request, session().reporter(json));
    print(
        json,
        () -> Json.text(report.toJson()),
        report.notices(),
        report::toText,
        "The report is %s and %s.".formatted(request.html(), request.pdf()));
  }
}
