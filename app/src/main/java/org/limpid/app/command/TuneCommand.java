package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.experiment.simulate.ReplicaPlan;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.experiment.tune.TuneReport;
import org.limpid.experiment.tune.Tuning;
import org.limpid.results.SubmissionSpan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code limpid tune}. */
@Command(
    name = "tune",
    customSynopsis = "limpid tune --data=DIR --out=OUT [OPTIONS]",
    description = {
      "Search the settings of ${bundle:subject} that serve a cluster best.",
      "Tries profilers, sharing limits and memory margins on past weeks, on six copies of the "
          + "trace unless --replicas says otherwise, then checks the best on the weeks that follow."
    },
    footer = {
      "%nExamples:",
      "  limpid tune --data venus --out tuned",
      "  limpid tune --data venus --out tuned --until 2020-09-15 --goal queue"
    })
final class TuneCommand implements Callable<Integer> {
  private static final int COPIES = 6;

  private final Session session;

  @Spec private CommandSpec spec;

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

  /** The names of the goals. */
  static final class Goals extends Choice<Figure> {
    @Override
    Map<String, Figure> byName() {
      return index(
          List.of(Figure.values()),
          figure ->
              switch (figure) {
                case JCT -> "jct";
                case QUEUE -> "queue";
                case QUEUE_P999 -> "queue-p999";
              });
    }
  }

  TuneCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    TuneReport report = Tuning.run(request(), session.reporter(study.json()));
    if (study.json()) {
      session.result(report.toJson());
    } else {
      report.notices().forEach(session::notice);
      session.result(report.toText());
      session.notice("The results are in %s.".formatted(study.out()));
    }
    return ExitCode.SUCCESS;
  }

  private Tuning.Request request() {
    ReplicaPlan plan = replicas.value(study.seed(), COPIES);
    if (plan.count() == 0) {
      throw new ParameterException(
          spec.commandLine(), "--replicas 0 leaves nothing to tell noise by. Maybe --replicas 6");
    }
    SimulationRequest base =
        study.request(
            semantics.value(),
            settings.value(),
            plan,
            SubmissionSpan.EVERYTHING,
            session.commandLine());
    return new Tuning.Request(base, until, goal);
  }
}
