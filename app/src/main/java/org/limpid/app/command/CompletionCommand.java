package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limpid completion}. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in the shell.",
    footer = {"%nExample:", "  source <(limpid completion bash)"})
final class CompletionCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SHELL",
      converter = Shells.class,
      completionCandidates = Shells.class,
      defaultValue = "bash",
      description = "bash or zsh (${DEFAULT-VALUE}); the script is for both.")
  private String shell;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.result(AutoComplete.bash("limpid", spec.root().commandLine()));
    return ExitCode.SUCCESS;
  }

  /** The shells whose completion works. */
  static final class Shells extends Choice<String> {
    @Override
    Map<String, String> byName() {
      return index(List.of("bash", "zsh"), name -> name);
    }
  }
}
