package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.experiment.chain.ChainSamples;
import org.limpid.reference.mirage.ChainSample.FeatureTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "samples",
    customSynopsis = "limpid chain samples --data=DIR --windows=N --from=T --out=OUT [OPTIONS]",
    description = {
      "Make samples for models of chains: what was seen when the second job could be submitted, and"
          + " the gap or overlap that was left.",
      "The cluster is seen every ten minutes, 144 times, in 42 numbers."
    },
    footer = {
      "%nExample:",
      "  limpid chain samples --data ls6 --windows 684 --from 2022-11-01 --out samples"
    })
final class ChainSamplesCommand extends CommandInSession {
  @Mixin private ChainOptions options;

  @Option(
      names = "--probes",
      paramLabel = "N",
      converter = WholeNumber.OfMoments.class,
      description =
          "Submissions per window, at equal distances from a minute after that of the first job to"
              + " its end (${DEFAULT-VALUE}).")
  private int probes = 7;

  @Option(
      names = "--features",
      paramLabel = "TIME",
      converter = Choices.FeatureTimes.class,
      completionCandidates = Choices.FeatureTimes.class,
      defaultValue = "at-submission",
      description = {
        "Which day of states a sample holds: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
        "at-start, the day before the start of the second job, is that of the artifact; it gives"
            + " the wait away and is of no use for models."
      })
  private FeatureTime time;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Folder for the samples, new or empty.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace older samples in that folder.")
  private boolean overwrite;

  @Override
  public void run() {
    long count =
        ChainSamples.run(
            options.value(),
            new ChainSamples.Options(probes, time, out, overwrite),
            session().reporter(false));
    session().notice("%,d samples are in %s.".formatted(count, out));
  }
}
