package org.limpid.app.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says which policy of a run is meant. */
final class PolicyOfRun {
  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      completionCandidates = PolicyNames.class,
      description = "Policy of the run. Default: ${bundle:subject-name}, or the first of the run.")
  private Optional<String> policy;

  Optional<String> name() {
    return policy;
  }
}
