package org.limpid.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.files.ClosestName;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains what is wrong with the words of a command and what may have been meant. */
final class UsageErrors implements IParameterExceptionHandler {
  private final Session session;

  UsageErrors(Session session) {
    this.session = session;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandSpec command = failure.getCommandLine().getCommandSpec();
    if (failure instanceof CommandMissing) {
      failure.getCommandLine().usage(session.terminal().err(), session.errColours());
      return ExitCode.BAD_INPUT;
    }
    session.error(unknownWord(failure, command).orElseGet(() -> ended(failure.getMessage())));
    session.remark("Try '%s --help' for more information.".formatted(command.qualifiedName(" ")));
    return ExitCode.BAD_INPUT;
  }

  private static Optional<String> unknownWord(ParameterException failure, CommandSpec command) {
    List<String> unmatched =
        failure instanceof UnmatchedArgumentException self
            ? self.getUnmatched()
            : failure.getCommandLine().getUnmatchedArguments();
    if (unmatched.isEmpty()) {
      return Optional.empty();
    }
    String word = unmatched.getFirst();
    if (word.startsWith("-")) {
      String name = word.split("=", 2)[0];
      return Optional.of(
          ended(
              "there is no option '%s'".formatted(name),
              ClosestName.of(name, options(command))
                  .map(". Maybe '%s' was meant"::formatted)
                  .orElse("")));
    }
    List<String> commands = commands(command);
    return Optional.of(
        commands.isEmpty()
            ? "'%s' is one word too many.".formatted(word)
            : unknownCommand(word, commands));
  }

  /** The message for a command that does not exist among these. */
  static String unknownCommand(String word, List<String> commands) {
    return ClosestName.of(word, commands)
        .map(name -> "there is no command '%s'. Maybe '%s' was meant.".formatted(word, name))
        .orElseGet(() ->
            "there is no command '%s', only %s.".formatted(word, String.join(", ", commands)));
  }

  /** Names of the commands below this one, without those that are hidden. */
  static List<String> commands(CommandSpec command) {
    List<String> names = new ArrayList<>();
    command
        .subcommands()
        .forEach((name, below) -> {
          if (!below.getCommandSpec().usageMessage().hidden()) {
            names.add(name);
          }
        });
    return names;
  }

  private static List<String> options(CommandSpec command) {
    return command.options().stream()
        .flatMap(option -> List.of(option.names()).stream())
        .filter(name -> name.startsWith("--"))
        .toList();
  }

  private static String ended(String... parts) {
    String message = String.join("", parts);
    return message.endsWith(".") ? message : message + ".";
  }

  /** The failure of a command that only holds other commands and was called without one. */
  static ParameterException commandMissing(CommandSpec command) {
    return new CommandMissing(command.commandLine());
  }

  /** Answered with the whole help. */
  private static final class CommandMissing extends ParameterException {
    private static final long serialVersionUID = 1;

    CommandMissing(CommandLine commandLine) {
      super(commandLine, "command missing");
    }
  }
}
