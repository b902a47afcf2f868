package org.limpid.app.command;

import java.util.concurrent.Callable;
import org.limpid.app.ablate.AblationReport;
import org.limpid.app.ablate.AblationService;
import org.limpid.app.simulate.SimulationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code limpid ablate}. */
@Command(
    name = "ablate",
    customSynopsis = "limpid ablate --data=DIR --out=OUT [OPTIONS]",
    description = {
      "Show what each part of Lucid is worth.",
      "Runs it in full, then with one part left out or changed at a time: packing analysis,",
      "estimates, forecast, profiler."
    },
    footer = {"%nExamples:", "  limpid ablate --data venus --out ablation --replicas 10"})
final class AblateCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private StudyOptions study;

  @Mixin private SemanticsOptions semantics;

  @Mixin private SettingsOptions settings;

  @Mixin private ReplicaOptions replicas;

  @Mixin private SpanOptions span;

  AblateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SimulationRequest request =
        study.request(
            semantics.value(),
            settings.value(),
            replicas.value(study.seed(), 0),
            span.value(),
            session.commandLine());
    AblationReport report = AblationService.run(request, session.reporter(study.json()));
    if (study.json()) {
      session.result(report.toJson());
    } else {
      report.notices().forEach(session::notice);
      span.tell(session);
      session.result(report.toText());
      session.notice("The results are in %s.".formatted(study.out()));
    }
    return ExitCode.SUCCESS;
  }
}
