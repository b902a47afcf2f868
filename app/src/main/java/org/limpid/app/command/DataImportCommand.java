package org.limpid.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code limpid data import}: holds the commands for traces that others publish. */
@Command(name = "import", description = "Make a data set from a published trace.")
final class DataImportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw UsageErrors.commandMissing(spec);
  }
}
