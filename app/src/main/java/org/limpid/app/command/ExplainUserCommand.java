package org.limpid.app.command;

import java.util.concurrent.Callable;
import org.limpid.explain.answer.GroupQuestion;
import org.limpid.explain.answer.GroupStories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code limpid explain user}. */
@Command(
    name = "user",
    description = {
      "Say what the jobs of a user waited for: causes, days and hours, the longest waits, and"
          + " who held the GPUs meanwhile."
    },
    footer = {
      "%nExamples:",
      "  limpid explain user u012 --run results",
      "  limpid explain user u012 --run results --policy fifo --json"
    })
final class ExplainUserCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Name of the user.")
  private String name;

  @Mixin private ExplainOptions options;

  @Mixin private PolicyOfRun policy;

  ExplainUserCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    GroupQuestion question =
        new GroupQuestion(GroupQuestion.Kind.USER, name, options.run(), policy.name());
    options.print(GroupStories.answer(question), session);
    return ExitCode.SUCCESS;
  }
}
