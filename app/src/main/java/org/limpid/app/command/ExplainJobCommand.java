package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.limpid.data.JobId;
import org.limpid.explain.answer.JobQuestion;
import org.limpid.explain.answer.JobStories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limpid explain job}. */
@Command(
    name = "job",
    description = {
      "Tell the story of a job: what it waited for, who was before it, what its estimate was made"
          + " of, when sharing was refused, where it ran."
    },
    footer = {
      "%nExamples:",
      "  limpid explain job 8821 --run results",
      "  limpid explain job 8821 --run results --policy srtf --all",
      "  limpid explain job 8821 --run results --models models --json"
    })
final class ExplainJobCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "ID",
      converter = JobNumber.class,
      description = "Number of the job in the trace.")
  private JobId job;

  @Mixin private ExplainOptions options;

  @Mixin private PolicyOfRun policy;

  @Option(
      names = "--models",
      paramLabel = "MODELS",
      description =
          "Models that 'limpid train' made: show which features made the estimate of its duration.")
  private Optional<Path> models;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data set of the run. Default: where it was, if it is still the same.")
  private Optional<Path> data;

  @Option(names = "--all", description = "Tell all times of waiting, not the longest only.")
  private boolean all;

  ExplainJobCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    int most = all ? Integer.MAX_VALUE : JobQuestion.FEW_SEGMENTS;
    options.print(
        JobStories.answer(new JobQuestion(job, options.run(), policy.name(), models, data, most)),
        session);
    return ExitCode.SUCCESS;
  }
}
