package org.limpid.simulation.policy.lucid;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.engine.PartitionJobs;
import org.limpid.simulation.engine.Scheduler;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics.Mend;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.record.JobColumn;
import org.limpid.simulation.record.JobRecords;

/**
 * Lucid: jobs that end in the profiler never reach their virtual cluster; the others are ordered by
 * estimated GPU time, and while many jobs are forecast, two that don't disturb each other share
 * GPUs.
 *
 * <p>Source: Hu et al., "Lucid: a non-intrusive, scalable and interpretable scheduler for deep
 * learning training jobs", ASPLOS '23; rules as in its artifact.
 */
public final class Lucid implements Policy {
  private final Discipline discipline;

  private Lucid(Discipline discipline) {
    this.discipline = discipline;
  }

  /** Lucid under every queue discipline. */
  public static List<Policy> variants() {
    return Arrays.stream(Discipline.values()).<Policy>map(Lucid::new).toList();
  }

  @Override
  public String name() {
    return discipline.nameOf("lucid");
  }

  @Override
  public String description() {
    return discipline.describe("profiling, packing and estimated GPU time");
  }

  @Override
  public Set<Need> needs() {
    return EnumSet.of(Need.ESTIMATES, Need.PROFILES, Need.FORECAST, Need.PROFILING);
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    LucidColumns columns = new LucidColumns(inputs.trace(), inputs.profiling());
    LucidSettings settings =
        new LucidSettings(
            new WorkloadFacts(
                inputs.trace(),
                inputs.profiles(),
                inputs.lucid().shareScores(),
                predictedSpeeds(inputs)),
            SharingSwitch.of(inputs.sharing(), inputs.forecast(), inputs.startSecond()),
            columns,
            SharingLimits.of(inputs.cluster().gpuMemoryMib(), inputs.lucid()),
            inputs.semantics().has(Mend.SURVIVOR_RECOVERS));
    return new PreparedLucid(inputs, settings);
  }

  private static PairSpeeds predictedSpeeds(PolicyInputs inputs) {
    return inputs.semantics().has(Mend.PREDICTED_PAIRS)
        ? inputs.lucid().predictedSpeeds()
        : PairSpeeds.EMPTY;
  }

  private final class PreparedLucid implements PreparedPolicy {
    private final PolicyInputs inputs;
    private final LucidSettings settings;
    private final ProfilingOutcome profiling;
    private final boolean profilingDelays;
    private final long[] arrivalByRow;
    private final long[] workByRow;

    PreparedLucid(PolicyInputs inputs, LucidSettings settings) {
      this.inputs = inputs;
      this.settings = settings;
      profiling = inputs.profiling();
      profilingDelays = inputs.semantics().has(Mend.PROFILING_DELAYS);
      int size = profilingDelays ? inputs.trace().size() : 0;
      arrivalByRow = new long[size];
      workByRow = new long[size];
      if (profilingDelays) {
        delayByProfiling();
      }
    }

    private void delayByProfiling() {
      Trace trace = inputs.trace();
      boolean workCounts = inputs.semantics().has(Mend.PROFILED_WORK_COUNTS);
      for (int row = 0; row < trace.size(); row++) {
        boolean profiled = profiling.profiled()[row];
        long profiledFor = profiling.endSeconds()[row] - profiling.startSeconds()[row];
        arrivalByRow[row] = profiled ? profiling.endSeconds()[row] : trace.submitSeconds(row);
        workByRow[row] = trace.durationSeconds(row) - (profiled && workCounts ? profiledFor : 0);
      }
    }

    @Override
    public Scheduler scheduler(Partition partition) {
      ExpectedRun expected = ExpectedRun.rough(partition.jobs()::estimatedSeconds);
      return new LucidScheduler(
          partition,
          settings,
          lender(partition),
          discipline.passing().create(expected),
          discipline.create(expected));
    }

    @Override
    public int nodeCount(VirtualCluster virtualCluster, PartitionJobs jobs) {
      return virtualCluster.nodeCount()
          - profiling.nodesTaken().getOrDefault(virtualCluster.name(), 0);
    }

    @Override
    public PartitionJobs jobs(PolicyInputs ofRun, int[] rows) {
      int[] left = Arrays.stream(rows).filter(row -> !profiling.finished()[row]).toArray();
      Trace trace = inputs.trace();
      return profilingDelays
          ? PartitionJobs.arriving(trace, left, arrivalByRow, workByRow)
          : PartitionJobs.asSubmitted(trace, left);
    }

    @Override
    public int endDelaySeconds() {
      return inputs.semantics().endDelaySeconds();
    }

    @Override
    public List<JobColumn> columns() {
      return settings.columns().all();
    }

    @Override
    public void keep(JobRecords before, int rowBefore, JobRecords records, int row) {
      settings.columns().keep(before, rowBefore, records, row);
    }

    @Override
    public void complete(JobRecords records) {
      settings.columns().complete(records);
    }

    private NodeLender lender(Partition partition) {
      boolean lends = partition.jobs().size() > 0 && isLender(partition);
      return new NodeLender(
          partition,
          lends ? profiling.loans() : List.of(),
          inputs.semantics().has(Mend.LOANS_KEPT));
    }

    private boolean isLender(Partition partition) {
      int row = partition.jobs().row(0);
      return inputs.trace().virtualCluster(row).equals(profiling.lender());
    }
  }
}
