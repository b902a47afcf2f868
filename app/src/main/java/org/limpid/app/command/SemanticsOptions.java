package org.limpid.app.command;

import java.util.ArrayList;
import java.util.List;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Mend;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which accidents of the published artifact are mended. */
final class SemanticsOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--reference",
      description = "Behave exactly like the published artifact of Lucid: mend nothing.")
  private boolean reference;

  @Option(
      names = "--mend",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "MEND",
      converter = Mends.class,
      completionCandidates = Mends.class,
      description = "Mend this, too: ${COMPLETION-CANDIDATES}.")
  private List<Mend> mended = new ArrayList<>();

  @Option(
      names = "--no-mend",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "MEND",
      converter = Mends.class,
      completionCandidates = Mends.class,
      description = "Leave this as it is in the artifact.")
  private List<Mend> unmended = new ArrayList<>();

  /** The names of what can be mended. */
  static final class Mends extends Choice<Mend> {
    Mends() {
      super(Mend::values, Mend::label);
    }
  }

  /**
   * What was asked for.
   *
   * @throws ParameterException if it contradicts itself
   */
  Semantics value() {
    Semantics value = reference ? Semantics.reference() : Semantics.standard();
    for (Mend mend : mended) {
      require(!unmended.contains(mend), "--mend and --no-mend both name " + mend.label());
      value = value.with(mend, true);
    }
    for (Mend mend : unmended) {
      value = value.with(mend, false);
    }
    require(
        !value.has(Mend.PROFILED_WORK_COUNTS) || value.has(Mend.PROFILING_DELAYS),
        "%s needs %s. Maybe add it to --mend"
            .formatted(Mend.PROFILED_WORK_COUNTS.label(), Mend.PROFILING_DELAYS.label()));
    return value;
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
