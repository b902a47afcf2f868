package org.limpid.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code limpid model}: holds the commands for glass-box models. */
@Command(
    name = "model",
    description = "Train, use, explain and edit glass-box models on any CSV file.")
final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw UsageErrors.commandMissing(spec);
  }
}
