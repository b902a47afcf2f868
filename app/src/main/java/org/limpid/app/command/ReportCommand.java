package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.limpid.plots.service.PlotReport;
import org.limpid.plots.service.ReportRequest;
import org.limpid.plots.service.ReportService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code limpid report}. */
@Command(
    name = "report",
    description = {
      "Write a report with all figures and tables: a web page that needs no network, and a PDF.",
      "The figures and tables are there as files of their own, too."
    },
    footer = {
      "%nExamples:",
      "  limpid report --run results --out report",
      "  limpid report --run results --models models --data venus --table7 table7 --out report"
    })
final class ReportCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private InputOptions inputs;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Folder for the report, new or empty.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace an older report in that folder.")
  private boolean overwrite;

  @Mixin private SafeCsvOption csv;

  @Mixin private ThreadsOption threads;

  @Option(names = "--json", description = "Print what is in the report as JSON.")
  private boolean json;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (inputs.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "expected --run, --models, --data or --table7, what to report on");
    }
    ReportRequest request =
        new ReportRequest(
            inputs.value(Optional.empty()),
            out,
            overwrite,
            csv.forOthers(),
            threads.value(),
            session.commandLine());
    PlotReport report = ReportService.run(request, session.reporter(json));
    if (json) {
      session.json(report.toJson());
    } else {
      report.notices().forEach(session::notice);
      session.result(report.toText());
      session.notice("The report is %s and %s.".formatted(request.html(), request.pdf()));
    }
    return ExitCode.SUCCESS;
  }
}
