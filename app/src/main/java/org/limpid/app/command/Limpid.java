package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.app.terminal.Terminal;
import org.limpid.data.io.OutsideFiles;
import org.limpid.files.Leftovers;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;

/** The whole command: takes words, returns an exit code. */
public final class Limpid {
  private Limpid() {}

  /**
   * Runs a command.
   *
   * @param terminal where results, messages and progress go
   * @param arguments the words after {@code limpid}
   * @return an {@link ExitCode}
   */
  public static int execute(Terminal terminal, String... arguments) {
    Session session = new Session(terminal, arguments);
    Failures failures = new Failures(session);
    try {
      int code = commandLine(session, failures, arguments).execute(arguments);
      return failures.afterOutput(code);
    } catch (Throwable failure) { // errors, too: memory may have run out
      return failures.report(failure);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  private static CommandLine commandLine(Session session, Failures failures, String... arguments) {
    CommandLine root = CommandTree.forWords(session, List.of(arguments));
    root.setOut(session.terminal().out())
        .setErr(session.terminal().err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(session.outColours()))
        .setParameterExceptionHandler(new UsageErrors(session))
        .setExecutionExceptionHandler((failure, command, parsed) -> failures.report(failure))
        .setExecutionStrategy(parsed -> execute(session, root, parsed));
    return root;
  }

  private static int execute(Session session, CommandLine root, ParseResult parsed) {
    if (isHelpRequested(parsed)) {
      root.setUsageHelpWidth(session.helpWidth());
    }
    Integer helped = CommandLine.executeHelpRequest(parsed);
    return helped != null ? helped : run(session, parsed);
  }

  private static int run(Session session, ParseResult parsed) {
    namedPaths(parsed).forEach(Leftovers::recover);
    CommandLine.RunLast strategy = new CommandLine.RunLast();
    return session.isOutsideAllowed()
        ? OutsideFiles.allow(() -> strategy.execute(parsed))
        : strategy.execute(parsed);
  }

  /** The files and folders that the words of a command name, in their order. */
  private static List<Path> namedPaths(ParseResult parsed) {
    return parsed.asCommandLineList().stream()
        .flatMap(command -> command.getParseResult().matchedArgs().stream())
        .map(ArgSpec::getValue)
        .flatMap(Limpid::pathsIn)
        .toList();
  }

  private static Stream<Path> pathsIn(Object value) {
    return switch (value) {
      case Path path -> Stream.of(path);
      case Optional<?> optional -> optional.stream().flatMap(Limpid::pathsIn);
      case CommaList<?> list -> pathsIn(list.items());
      case Collection<?> all -> all.stream().flatMap(Limpid::pathsIn);
      case null, default -> Stream.empty();
    };
  }

  private static boolean isHelpRequested(ParseResult parsed) {
    return parsed.asCommandLineList().stream().anyMatch(CommandLine::isUsageHelpRequested);
  }
}
