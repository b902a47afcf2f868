package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;

/** The files and folders that the words of a command name. */
final class NamedPaths {
  private NamedPaths() {}

  /** All of them, in the order of the words. */
  static List<Path> of(ParseResult parsed) {
    return parsed.asCommandLineList().stream()
        .flatMap(command -> command.getParseResult().matchedArgs().stream())
        .map(ArgSpec::getValue)
        .flatMap(NamedPaths::of)
        .toList();
  }

  private static Stream<Path> of(Object value) {
    return switch (value) {
      case Path path -> Stream.of(path);
      case Optional<?> optional -> optional.stream().flatMap(NamedPaths::of);
      case CommaList<?> list -> of(list.items());
      case Collection<?> all -> all.stream().flatMap(NamedPaths::of);
      case null, default -> Stream.empty();
    };
  }
}
