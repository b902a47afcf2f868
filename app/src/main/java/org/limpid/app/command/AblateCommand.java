package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import org.limpid.experiment.ablate.Ablation;
import org.limpid.experiment.ablate.Ablation.OtherModels;
import org.limpid.experiment.ablate.AblationReport;
import org.limpid.experiment.simulate.SimulationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "ablate",
    customSynopsis = "limpid ablate --data=DIR --out=OUT [OPTIONS]",
    description = {
      "Show what each part of a policy is worth, by default of ${bundle:subject}.",
      "Runs it in full, then with one part left out or changed at a time: packing analysis, "
          + "estimates, forecast, profiler."
    },
    footer = {
      "%nExamples:",
      "  limpid ablate --data venus --out ablation --replicas 10",
      "  limpid ablate --data venus --policy limpid --out parts --replicas 10",
      "  limpid ablate --data venus --out compared --other-models mine=models --rows mine"
    })
final class AblateCommand extends CommandInSession {
  @Mixin private StudyOptions study;

  @Mixin private SemanticsOptions semantics;

  @Mixin private SettingsOptions settings;

  @Mixin private ReplicaOptions replicas;

  @Mixin private SpanOptions span;

  @Option(
      names = "--other-models",
      paramLabel = "NAME=MODELS[,NAME=MODELS...]",
      converter = NamedValue.Assignments.class,
      description =
          "Also run it with these models that 'limpid train' made, each as a row of this name.")
  private List<CommaList<NamedValue>> otherModels = List.of();

  @Option(
      names = "--rows",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "ROW",
      description = "Only these rows beside the first, with commas between. Default: all.")
  private List<String> rows = List.of();

  @Override
  public void run() {
    SimulationRequest request =
        study.request(
            semantics.value(),
            settings.value(),
            replicas.value(study.seed(), 0),
            span.value(),
            session().commandLine());
    AblationReport report =
        Ablation.run(
            new Ablation.Request(request, others(), rows), session().reporter(study.json()));
    if (study.json()) {
      session().code(report.toJson());
    } else {
      report.notices().forEach(session()::notice);
      report.caution().ifPresent(session()::notice);
      span.tell(session(), "");
      session().result(report.toText());
      session().notice("The results are in %s.".formatted(study.out()));
    }
  }

  private List<OtherModels> others() {
    return CommaList.join(otherModels).stream()
        .map(named -> {
          Path folder = Path.of(named.value());
          return new OtherModels(named.name(), folder, study.source(folder));
        })
        .toList();
  }
}
