package org.limpid.simulation.policy.limpid;

import org.limpid.data.Forecast;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.ProfilerSettings;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.profiling.AfterProfiling;
import org.limpid.simulation.policy.sharing.SharingLimits;
import org.limpid.simulation.policy.sharing.WorkloadFacts;

/**
 * Limpid's own policy. It doesn't preempt, and changes nothing in user code. Jobs are tried by
 * their estimated GPU time, all of them each time. A GPU takes two jobs of any sizes if their
 * memory and share scores allow it and both profiles are known; large jobs become known by probes.
 * Of all places for a job it takes the one by which the cluster loses least, and the first large
 * jobs that find none reserve nodes. {@code docs/policies.md} gives the rules and what each is
 * worth.
 *
 * <p>Profiling delays jobs and what is done there is done, whatever the semantics of the run say:
 * this policy has no accidents to reproduce.
 */
public final class Limpid implements Policy {
  private static final PolicyDescription ABOUT =
      PolicyDescription.of("limpid", "probes, sharing of single GPUs, and places by their cost")
          .as(Role.SUBJECT)
          .needing(Need.ESTIMATES, Need.PROFILES, Need.FORECAST, Need.PROFILING)
          .using(LimpidSettings::isUsed)
          .orderedBy(QueueKey.GPU_TIME)
          .withSettings(LimpidSettings.all())
          .preferring(LimpidSettings.preferred())
          .variedBy(LimpidSettings::variations)
          .cautioning(LimpidSettings::caution)
          .withColumns(LimpidColumns.TYPES)
          .withNotes(LimpidNotes::new)
          .drawnInStyle(7);

  @Override
  public PolicyDescription about() {
    return ABOUT;
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    return new PreparedLimpid(inputs, new LimpidColumns(inputs.trace(), inputs.profiling()));
  }

  /** Without a profiling stage all profiles are taken as known, as from earlier runs. */
  private static long knownFrom(PolicyInputs inputs, int row) {
    ProfilingOutcome profiling = inputs.profiling();
    if (!ProfilerSettings.isProfiling(inputs.settings()) || profiling.profiled()[row]) {
      return Long.MIN_VALUE;
    }
    long probed = profiling.probeEndSeconds()[row];
    return probed < 0 ? Partition.NEVER : probed;
  }

  private static final class PreparedLimpid extends AfterProfiling {
    private final LimpidRun run;

    PreparedLimpid(PolicyInputs inputs, LimpidColumns columns) {
      super(inputs, true, true, columns);
      Settings settings = inputs.settings().or(LimpidSettings.preferred());
      WorkloadFacts facts = WorkloadFacts.of(inputs);
      SharingLimits limits = SharingLimits.of(inputs.cluster().gpuMemoryMib(), settings);
      run =
          new LimpidRun(
              facts,
              new PairTable(facts, limits, settings.get(LimpidSettings.BELIEF)),
              settings,
              columns,
              row -> knownFrom(inputs, row),
              this::secondsDone);
    }

    @Override
    public Scheduler scheduler(Partition partition) {
      return new LimpidScheduler(partition, run, lender(partition));
    }

    @Override
    public long firstLookAt(int row, Forecast forecast) {
      return Partition.NEVER;
    }
  }
}
