package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.experiment.adaptation.TrainingGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "generate",
    description = {
      "Make up trainings of networks that grow, with their epochs, for want of recorded ones.",
      "Ten scenarios with all 64 sequences of actions: trainings.csv and epochs.csv."
    },
    footer = {"%nExample:", "  limpid adapt generate --out growth"})
final class AdaptGenerateCommand extends CommandInSession {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Folder to make, with both files.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace earlier ones.")
  private boolean overwrite;

  @Option(
      names = "--seed",
      paramLabel = "S",
      converter = WholeNumber.FromZero.class,
      description = "Seed of all draws (${DEFAULT-VALUE}).")
  private int seed = 1;

  @Override
  public void run() {
    TrainingGenerator.make(out, overwrite, seed);
    session().notice("The trainings and their epochs are in %s.".formatted(out));
  }
}
