package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.explain.answer.Answer;
import picocli.CommandLine.Option;

/** The options of all commands that explain a run. */
final class ExplainOptions {
  @Option(
      names = "--run",
      paramLabel = "OUT",
      required = true,
      description = "Folder that 'limpid simulate --explain' wrote.")
  private Path run;

  @Option(names = "--json", description = "Print all of it as JSON.")
  private boolean json;

  @Option(names = "--all", description = "Tell everything, not what matters most only.")
  private boolean all;

  Path run() {
    return run;
  }

  boolean all() {
    return all;
  }

  void print(Answer answer, Session session) {
    if (json) {
      session.json(answer.value());
    } else {
      answer.notices().forEach(session::notice);
      session.result(answer.page());
    }
  }
}
