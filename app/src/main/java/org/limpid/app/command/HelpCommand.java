package org.limpid.app.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "help",
    description = "Show the help of a command.",
    footer = {"%nExample:", "  limpid help data import helios"})
final class HelpCommand extends CommandInSession {
  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "Words of the command; without any, help on limpid itself.")
  private List<String> words = List.of();

  @Override
  public void run() {
    CommandLine command = spec().root().commandLine();
    for (String word : words) {
      CommandLine below = command.getSubcommands().get(word);
      if (below == null) {
        throw new ParameterException(command, unknown(word, command.getCommandSpec()));
      }
      command = below;
    }
    command.setUsageHelpWidth(session().helpWidth());
    command.usage(command.getOut());
  }

  private static String unknown(String word, CommandSpec command) {
    List<String> commands = UsageErrors.commands(command);
    return commands.isEmpty()
        ? "'%s' has no commands, found '%s'".formatted(command.qualifiedName(" "), word)
        : UsageErrors.unknownCommand(word, commands);
  }
}
