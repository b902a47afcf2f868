package org.limpid.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only holds others; called alone, it shows its help. */
@Command
final class CommandGroup implements Runnable {
  @Spec private CommandSpec spec;

  static CommandLine of(String name, String description) {
    CommandLine group = new CommandLine(new CommandGroup());
    group.getCommandSpec().name(name).usageMessage().description(description);
    return group;
  }

  @Override
  public void run() {
    throw UsageErrors.commandMissing(spec);
  }
}
