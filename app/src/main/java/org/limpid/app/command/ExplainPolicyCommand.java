package org.limpid.app.command;

import org.limpid.explain.answer.PolicyDifferences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "policy",
    description = {
      "Say which jobs gain and lose between two policies of a run, and what they wait for less or"
          + " more."
    },
    footer = {"%nExample:", "  limpid explain policy fifo lucid --run results"})
final class ExplainPolicyCommand extends CommandInSession {
  @Parameters(index = "0", paramLabel = "A", description = "The policy to begin with.")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "The policy to change to.")
  private String second;

  @Mixin private ExplainOptions options;

  @Override
  public void run() {
    options.print(PolicyDifferences.answer(options.run(), first, second, options.all()), session());
  }
}
