package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import org.limpid.adaptation.course.TransferGain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "transfer",
    customSynopsis = "limpid adapt transfer --curve=FILE --scratch=FILE [OPTIONS]",
    description = {
      "Say what it was worth to learn a scenario with the weights of another one.",
      "Compares learning curves of 'limpid adapt train'; of scenarios in turn, the last one."
    },
    footer = {
      "%nExample:",
      "  limpid adapt transfer --curve transferred/simulation_early2-seed42.csv"
          + " --scratch scratch/simulation_early2-seed42.csv"
    })
final class AdaptTransferCommand extends CommandInSession {
  @Option(
      names = "--curve",
      required = true,
      paramLabel = "FILE",
      description = "Learning curve that began with weights from elsewhere.")
  private Path curve;

  @Option(
      names = "--scratch",
      required = true,
      paramLabel = "FILE",
      description = "Learning curve of the same scenario that began with random weights.")
  private Path scratch;

  @Option(names = "--json", description = "Print the measures as JSON.")
  private boolean json;

  @Override
  public void run() {
    TransferGain gain = TransferGain.of(curve, scratch);
    printPage(json, gain::toJson, List.of(), gain::page);
  }
}
