package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limpid.experiment.elasticflow.ElasticFlowStudy;
import org.limpid.experiment.elasticflow.StudyFigure;
import org.limpid.plots.elasticflow.ElasticFlowReport;
import org.limpid.reference.run.ReferenceSimulators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "elasticflow",
    description = {
      "Make the figures of ElasticFlow (ASPLOS 2023) again, with the published values beside: which"
          + " deadlines are kept, and what elastic scaling and admission are worth.",
      "Without --artifact on jobs that the artifact's generator draws, and generated scaling"
          + " curves."
    },
    footer = {
      "%nExamples:",
      "  limpid reproduce elasticflow --figure 10 --out figure-10",
      "  limpid reproduce elasticflow --artifact data/elasticflow"
    })
final class ReproduceElasticFlowCommand extends CommandInSession {
  @Option(
      names = "--artifact",
      paramLabel = "DIR",
      description =
          "Folder with throughput_a100, throughput_t4, itp and the job files of the artifact.")
  private Optional<Path> artifact;

  @Option(
      names = "--figure",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "FIGURE",
      converter = StudyFigures.class,
      completionCandidates = StudyFigures.class,
      description = "Which figures of the paper: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<StudyFigure> figures = List.of(StudyFigure.values());

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description = "Folder to make, with data sets, figures and report (${DEFAULT-VALUE}).")
  private Path out = Path.of("out", "elasticflow");

  @Option(names = "--overwrite", description = "Replace that of an earlier study.")
  private boolean overwrite;

  @Mixin private SharedOptions.Threads threads;

  @Option(names = "--json", description = "Print all bars as JSON.")
  private boolean json;

  @Override
  public void run() {
    ElasticFlowStudy.Result result =
        ElasticFlowStudy.run(
            new ElasticFlowStudy.Request(artifact, out, overwrite, figures, threads.value()),
            ReferenceSimulators.standard(),
            (study, folder) -> ElasticFlowReport.write(study, folder, session().commandLine()),
            session().reporter(json));
    print(
        json,
        result::toJson,
        result.notices(),
        result::toText,
        "The figures and the report are in %s.".formatted(out));
  }

  /** Figures by their place in the paper. */
  static final class StudyFigures extends Choice<StudyFigure> {
    StudyFigures() {
      super(() -> index(Arrays.asList(StudyFigure.values()), StudyFigure::place));
    }
  }
}
