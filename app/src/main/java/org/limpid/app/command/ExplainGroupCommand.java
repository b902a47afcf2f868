package org.limpid.app.command;

import org.limpid.explain.answer.GroupQuestion;
import org.limpid.explain.answer.GroupStories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Commands that say what the jobs of a group waited for. */
abstract class ExplainGroupCommand extends CommandInSession {
  @Mixin private ExplainOptions options;

  @Mixin private SharedOptions.PolicyOfRun policy;

  final void answer(GroupQuestion.Kind kind, String name) {
    GroupQuestion question =
        new GroupQuestion(kind, name, options.run(), policy.name(), options.all());
    options.print(GroupStories.answer(question), session());
  }

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
  static final class OfVirtualCluster extends ExplainGroupCommand {
    @Parameters(paramLabel = "NAME", description = "Name of the virtual cluster.")
    private String name;

    @Override
    public void run() {
      answer(GroupQuestion.Kind.VIRTUAL_CLUSTER, name);
    }
  }

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
  static final class OfUser extends ExplainGroupCommand {
    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    @Override
    public void run() {
      answer(GroupQuestion.Kind.USER, name);
    }
  }
}
