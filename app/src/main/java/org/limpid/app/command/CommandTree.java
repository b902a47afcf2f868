package org.limpid.app.command;

import picocli.CommandLine;

/** All commands, as a tree. A new command is a line here. */
final class CommandTree {
  private CommandTree() {}

  static CommandLine create(Session session) {
    return new CommandLine(new RootCommand(session))
        .addSubcommand(new ReproduceCommand(session))
        .addSubcommand(new SimulateCommand(session))
        .addSubcommand(data(session))
        .addSubcommand(new PoliciesCommand(session))
        .addSubcommand(new CompletionCommand(session))
        .addSubcommand(new HelpCommand(session));
  }

  private static CommandLine data(Session session) {
    return new CommandLine(new DataCommand())
        .addSubcommand(new DataCheckCommand(session))
        .addSubcommand(new DataDescribeCommand(session))
        .addSubcommand(new DataGenerateCommand(session))
        .addSubcommand(dataImport(session));
  }

  private static CommandLine dataImport(Session session) {
    return new CommandLine(new DataImportCommand())
        .addSubcommand(new ImportLucidCommand(session))
        .addSubcommand(new ImportHeliosCommand(session));
  }
}
