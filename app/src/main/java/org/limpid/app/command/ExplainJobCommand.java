package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.data.JobId;
import org.limpid.explain.answer.JobQuestion;
import org.limpid.explain.answer.JobStories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "job",
    description = {
      "Tell the story of a job: how long it waited, for what, and what would have helped; then who"
          + " was before it, what its estimate was made of, and where it ran."
    },
    footer = {
      "%nExamples:",
      "  limpid explain job 8821 --run results",
      "  limpid explain job 8821 --run results --policy srtf --all",
      "  limpid explain job 8821 --run results --models models --json"
    })
final class ExplainJobCommand extends CommandInSession {
  @Parameters(
      paramLabel = "ID",
      converter = Converters.JobNumber.class,
      description = "Number of the job in the trace.")
  private JobId job;

  @Mixin private ExplainOptions options;

  @Mixin private SharedOptions.PolicyOfRun policy;

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

  @Option(
      names = "--quick",
      description =
          "Do not look for what would have helped, which simulates its virtual cluster a few"
              + " times.")
  private boolean quick;

  @Override
  public void run() {
    options.print(
        JobStories.answer(
            new JobQuestion(
                job, options.run(), policy.name(), models, data, options.all(), !quick)),
        session());
  }
}
