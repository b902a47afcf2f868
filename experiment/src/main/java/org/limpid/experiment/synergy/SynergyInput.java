package org.limpid.experiment.synergy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.limpid.data.importer.SynergyPhilly;
import org.limpid.experiment.synergy.SynergyFigure.Plan;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.reference.synergy.LoggedJobs;
import org.limpid.reference.synergy.SynergyLoad;

/**
 * What the figures are made from. Immutable.
 *
 * @param base has the seed, which jobs count, and the percentages of kinds of models; each figure
 *     has rates and sizes of its own
 * @param philly the log that figures take jobs from where those of the paper do; empty: all is
 *     drawn
 */
public record SynergyInput(SynergyLoad base, Optional<Philly> philly) {
  public SynergyInput {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(philly, "philly");
  }

  /** Only draws. */
  public static SynergyInput drawn(SynergyLoad base) {
    return new SynergyInput(base, Optional.empty());
  }

  /** Draws, and jobs of a log. */
  public static SynergyInput of(SynergyLoad base, SynergyPhilly log) {
    return new SynergyInput(base, Optional.of(new Philly(log)));
  }

  /** A log, from which each kind of jobs is taken once. */
  public static final class Philly {
    /** As in the artifact. */
    private static final double FROM_HOURS = 2400;

    private static final double TO_HOURS = 3000;

    private final SynergyPhilly log;
    private final Map<SynergyPhilly.Rules, LoggedJobs> byRules = new HashMap<>();

    private Philly(SynergyPhilly log) {
      this.log = log;
    }

    private LoggedJobs jobs(SynergyPhilly.Rules rules) {
      return byRules.computeIfAbsent(
          rules,
          _ ->
              rules == SynergyPhilly.Rules.AS_LOGGED
                  ? new LoggedJobs(log.timedJobs(FROM_HOURS, TO_HOURS), true)
                  : new LoggedJobs(log.jobs(rules), false));
    }
  }

  /** Whether a figure takes jobs from a log. */
  boolean hasLogFor(SynergyFigure figure) {
    return philly.isPresent() && figure.fromLog().isPresent();
  }

  /**
   * The panels of a figure.
   *
   * @throws DataException if the log has too few jobs for it
   */
  List<Plan> panels(SynergyFigure figure) {
    List<Plan> panels = figure.panels(base);
    return hasLogFor(figure)
        ? panels.stream().map(plan -> fed(plan, figure.fromLog().orElseThrow())).toList()
        : panels;
  }

  private Plan fed(Plan plan, SynergyPhilly.Rules rules) {
    Philly source = philly.orElseThrow();
    try {
      return plan.with(source.jobs(rules));
    } catch (IllegalArgumentException e) {
      throw new DataException(
          Problem.ofFile(
              source.log.file(),
              e.getMessage(),
              "Maybe measure fewer or earlier ones with --jobs and --first-job."));
    }
  }

  /** What that is, a clause. */
  String words() {
    return "%s from seed %d, %,d jobs that count, from number %,d on"
        .formatted(
            philly
                .map(each -> "jobs of %s, and draws".formatted(each.log.file().getFileName()))
                .orElse("draws"),
            base.seed(),
            base.measured(),
            base.firstMeasured());
  }
}
