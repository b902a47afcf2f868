package org.limpid.app.command;

import java.util.ArrayList;
import java.util.List;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Fix;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which accidents of the published artifact are fixed. */
final class SemanticsOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--reference",
      description =
          "Behave exactly like the published artifact, of Lucid or of the policies that have a"
              + " simulator of their own: fix nothing.")
  private boolean reference;

  @Option(
      names = "--fix",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "FIX",
      converter = Fixes.class,
      completionCandidates = Fixes.class,
      description = "Fix this, too: ${COMPLETION-CANDIDATES}.")
  private List<Fix> fixed = new ArrayList<>();

  @Option(
      names = "--no-fix",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "FIX",
      converter = Fixes.class,
      completionCandidates = Fixes.class,
      description = "Leave this as it is in the artifact.")
  private List<Fix> unfixed = new ArrayList<>();

  /** The names of what can be fixed. */
  static final class Fixes extends Choice<Fix> {
    Fixes() {
      super(Fix::values, Fix::label);
    }
  }

  /**
   * What was asked for.
   *
   * @throws ParameterException if it contradicts itself
   */
  Semantics value() {
    Semantics value = reference ? Semantics.reference() : Semantics.standard();
    for (Fix fix : fixed) {
      require(!unfixed.contains(fix), "--fix and --no-fix both name " + fix.label());
      value = value.with(fix, true);
    }
    for (Fix fix : unfixed) {
      value = value.with(fix, false);
    }
    require(
        !value.has(Fix.PROFILED_WORK_COUNTS) || value.has(Fix.PROFILING_DELAYS),
        "%s needs %s. Maybe add it to --fix"
            .formatted(Fix.PROFILED_WORK_COUNTS.label(), Fix.PROFILING_DELAYS.label()));
    return value;
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
