package org.limpid.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code limpid explain}: holds the commands that say why. */
@Command(
    name = "explain",
    description =
        "Say why a job, a virtual cluster or a user waited, and where two policies differ.")
final class ExplainCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw UsageErrors.commandMissing(spec);
  }
}
