package org.limpid.app.command;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does something, in the session that the root command knows. */
abstract class CommandInSession implements Runnable {
  @Spec private CommandSpec spec;

  final CommandSpec spec() {
    return spec;
  }

  final Session session() {
    return ((RootCommand) spec.root().userObject()).session();
  }

  /** Refuses options that do not go together. */
  final void require(boolean condition, String message) {
    if (!condition) {
      throw wrong(message, null);
    }
  }

  /** The failure of a command that was given something wrong. */
  final ParameterException wrong(String message, Exception cause) {
    return new ParameterException(spec.commandLine(), message, cause);
  }

  /** Prints JSON, or else notices, a text and perhaps where more is. */
  final void print(
      boolean json,
      Supplier<String> asJson,
      List<String> notices,
      Supplier<String> asText,
      String... places) {
    if (json) {
      session().result(asJson.get());
    } else {
      notices.forEach(session()::notice);
      session().result(asText.get());
      List.of(places).forEach(session()::notice);
    }
  }
}
