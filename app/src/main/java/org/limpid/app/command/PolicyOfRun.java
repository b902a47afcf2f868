package org.limpid.app.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says which policy of a run is explained. */
final class PolicyOfRun {
  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      completionCandidates = PolicyNames.class,
      description = "Policy of the run. Default: lucid, or the only one.")
  private Optional<String> policy;

  Optional<String> name() {
    return policy;
  }
}
