package org.limpid.app.command;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    description = "Print a script that completes commands and options in the shell.",
    footer = {"%nExample:", "  source <(limpid completion bash)"})
final class CompletionCommand extends CommandInSession {
  @Parameters(
      arity = "0..1",
      paramLabel = "SHELL",
      converter = Shells.class,
      completionCandidates = Shells.class,
      defaultValue = "bash",
      description = "bash or zsh (${DEFAULT-VALUE}); the script is for both.")
  private String shell;

  @Override
  public void run() {
    session().code(AutoComplete.bash("limpid", spec().root().commandLine()));
  }

  /** The shells whose completion works. */
  static final class Shells extends Choice<String> {
    Shells() {
      super(() -> index(List.of("bash", "zsh"), name -> name));
    }
  }
}
