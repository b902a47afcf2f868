package org.limpid.app.command;

import java.util.concurrent.Callable;
import org.limpid.explain.answer.GroupQuestion;
import org.limpid.explain.answer.GroupStories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code limpid explain vc}. */
@Command(
    name = "vc",
    description = {
      "Say what the jobs of a virtual cluster waited for: causes, days and hours, the longest"
          + " waits, and who held the GPUs meanwhile."
    },
    footer = {
      "%nExamples:",
      "  limpid explain vc vc04 --run results",
      "  limpid explain vc vc04 --run results --policy fifo --json"
    })
final class ExplainVcCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Name of the virtual cluster.")
  private String name;

  @Mixin private ExplainOptions options;

  @Mixin private PolicyOfRun policy;

  ExplainVcCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    GroupQuestion question =
        new GroupQuestion(GroupQuestion.Kind.VIRTUAL_CLUSTER, name, options.run(), policy.name());
    options.print(GroupStories.answer(question), session);
    return ExitCode.SUCCESS;
  }
}
