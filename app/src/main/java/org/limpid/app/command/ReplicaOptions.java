package org.limpid.app.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.limpid.data.replicate.ReplicaKind;
import org.limpid.experiment.simulate.ReplicaPlan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for perturbed copies of the trace. */
final class ReplicaOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      converter = WholeNumber.FromZero.class,
      description =
          "Also run on N copies of the trace with changes that mean nothing, and say which"
              + " differences may be chance.")
  private Integer count;

  @Option(
      names = "--replica-kind",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "KIND",
      converter = Kinds.class,
      completionCandidates = Kinds.class,
      description =
          "What is changed in the copies: ${COMPLETION-CANDIDATES}. By default jitter,ties: jobs"
              + " come up to a minute earlier or later, those of one second in another order.")
  private List<ReplicaKind> kinds = new ArrayList<>();

  static final class Kinds extends Choice<ReplicaKind> {
    Kinds() {
      super(ReplicaKind::values, ReplicaKind::label);
    }
  }

  /**
   * What was asked for.
   *
   * @param seed seed of what is drawn
   * @param unsaid how many copies when nobody says
   * @throws ParameterException if it makes no interval
   */
  ReplicaPlan value(long seed, int unsaid) {
    int copies = count == null ? unsaid : count;
    if (copies == 1) {
      throw new ParameterException(
          spec.commandLine(), "--replicas 1 shows no noise. Maybe --replicas 10");
    }
    List<ReplicaKind> chosen = kinds.isEmpty() ? ReplicaKind.DEFAULT : kinds;
    return new ReplicaPlan(copies, EnumSet.copyOf(chosen), seed);
  }
}
