package org.limpid.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code limpid data}: holds the commands for data sets. */
@Command(name = "data", description = "Check, describe, import or generate a data set.")
final class DataCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw UsageErrors.commandMissing(spec);
  }
}
