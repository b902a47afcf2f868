package org.limpid.app.command;

import java.util.Optional;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.experiment.simulate.ReplicaPlan;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.experiment.tune.TuneReport;
import org.limpid.experiment.tune.Tuning;
import org.limpid.results.SubmissionSpan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "tune",
    customSynopsis = "limpid tune --data=DIR --out=OUT [OPTIONS]",
    description = {
      "Search the settings of a policy that serve a cluster best, by default of ${bundle:subject}.",
      "Tries what can be tuned about the policy on past weeks, on six copies of the trace unless"
          + " --replicas says otherwise, then checks the best on the weeks that follow."
    },
    footer = {
      "%nExamples:",
      "  limpid tune --data venus --out tuned",
      "  limpid tune --data venus --policy limpid --out tuned",
      "  limpid tune --data venus --out tuned --until 2020-09-15 --goal queue"
    })
final class TuneCommand extends CommandInSession {
  private static final int COPIES = 6;

  @Mixin private StudyOptions study;

  @Mixin private SemanticsOptions semantics;

  @Mixin private SettingsOptions settings;

  @Mixin private ReplicaOptions replicas;

  @Option(
      names = "--until",
      paramLabel = "T",
      description =
          "Search on jobs submitted before T, and check on the others: seconds since the data"
              + " set's origin, or 2020-09-05 or 2020-09-05T13:30. By default a week before the"
              + " last submission, or the middle of less than two weeks.")
  private Optional<String> until;

  @Option(
      names = "--goal",
      paramLabel = "GOAL",
      converter = Goals.class,
      completionCandidates = Goals.class,
      defaultValue = "jct",
      description =
          "What should be small: ${COMPLETION-CANDIDATES}, the mean job completion time, the mean"
              + " queueing delay or its 99.9 %% quantile. Default: ${DEFAULT-VALUE}.")
  private Figure goal;

  static final class Goals extends Choice<Figure> {
    Goals() {
      super(
          Figure::values,
          figure ->
              switch (figure) {
                case JCT -> "jct";
                case QUEUE -> "queue";
                case QUEUE_P999 -> "queue-p999";
              });
    }
  }

  @Override
  public void run() {
    TuneReport report = Tuning.run(request(), session().reporter(study.json()));
    print(
        study.json(),
        report::toJson,
        report.notices(),
        report::toText,
        "The results are in %s.".formatted(study.out()));
  }

  private Tuning.Request request() {
    ReplicaPlan plan = replicas.value(study.seed(), COPIES);
    require(plan.count() > 0, "--replicas 0 leaves nothing to tell noise by. Maybe --replicas 6");
    SimulationRequest base =
        study.request(
            semantics.value(),
            settings.value(),
            plan,
            SubmissionSpan.EVERYTHING,
            session().commandLine());
    return new Tuning.Request(base, until, goal);
  }
}
