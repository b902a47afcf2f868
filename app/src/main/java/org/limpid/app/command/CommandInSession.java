package org.limpid.app.command;

import java.util.List;
import java.util.function.Supplier;
import org.limpid.files.Page;
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

  /** Prints JSON, or else notices, lines of text and perhaps where more is. */
  final void print(
      boolean json,
      Supplier<String> asJson,
      List<String> notices,
      Supplier<String> asText,
      String... places) {
    printPage(json, asJson, notices, () -> new Page().lines(asText.get()), places);
  }

  /** The same with a page that is laid out for its reader. */
  final void printPage(
      boolean json,
      Supplier<String> asJson,
      List<String> notices,
      Supplier<Page> asPage,
      String... places) {
    if (json) {
      session().code(asJson.get());
    } else {
      notices.forEach(session()::notice);
      session().result(asPage.get());
      List.of(places).forEach(session()::notice);
    }
  }
}
