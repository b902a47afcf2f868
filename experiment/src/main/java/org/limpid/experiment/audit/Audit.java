package org.limpid.experiment.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.limpid.data.Trace;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.JobDurationModel;
import org.limpid.estimator.WorkloadEstimator;
import org.limpid.experiment.simulate.SimulationData;
import org.limpid.files.DataException;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.models.ModelFolder;
import org.limpid.results.JobTable;
import org.limpid.results.RunData;
import org.limpid.results.RunFolder;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;

/** Finds out which wrong estimates cost most, from the decisions of a run. */
public final class Audit {
  private Audit() {}

  /**
   * Audits a run.
   *
   * @throws DataException if a file can't be read, or the data set is not the one of the run
   * @throws InputProblem if the policy doesn't order jobs by estimates
   */
  public static AuditReport run(Request request) {
    RunFolder run = RunFolder.open(request.run());
    RunFolder.Chosen chosen = run.choose(request.policy());
    String policy = chosen.name();
    SimulationData data = data(request, run);
    Trace trace = data.trace();
    EstimateCosts costs = costs(run, policy, trace);
    if (!costs.areOrdered()) {
      throw new InputProblem(
          ("Policy %s does not order jobs by their estimated GPU time, so no estimate cost"
                  + " anything. Maybe audit one of %s.")
              .formatted(policy, String.join(", ", ordered())));
    }
    Optional<JobDurationModel> model =
        request.models().flatMap(models -> ModelFolder.open(models).durations());
    List<FeatureAudit> features = new ArrayList<>();
    for (FeatureRanges ranges : ranges(data, model)) {
      features.add(FeatureAudit.of(ranges, costs, trace::durationSeconds));
    }
    features.removeIf(feature -> feature.ranges().size() < 2);
    features.sort(Comparator.comparingDouble(FeatureAudit::bias).reversed());
    return new AuditReport(
        policy,
        trace,
        costs,
        features,
        AuditReport.Terms.of(request.models(), model),
        chosen.notices());
  }

  private static EstimateCosts costs(RunFolder run, String policy, Trace trace) {
    JobTable jobs = run.numberedJobs(policy);
    DecisionLog log = run.decisions(policy, jobs);
    if (jobs.size() != trace.size()) {
      throw run.brokenDecisions(
          policy,
          new IllegalStateException(
              "jobs.csv has %d jobs, the data set %d".formatted(jobs.size(), trace.size())));
    }
    try {
      return EstimateCosts.of(log, trace.size(), trace::durationSeconds);
    } catch (IllegalStateException broken) {
      throw run.brokenDecisions(policy, broken);
    }
  }

  /** The policies that do, without their variants with backfill. */
  private static List<String> ordered() {
    return Policies.standard().all().stream()
        .map(Policy::about)
        .filter(about -> about.queueKey().equals(QueueKey.GPU_TIME))
        .filter(about -> about.discipline() == Discipline.STRICT)
        .map(PolicyDescription::name)
        .toList();
  }

  private static SimulationData data(Request request, RunFolder run) {
    Path folder = RunData.required(run.description(), request.data()).folder();
    return SimulationData.read(folder, run.options().span());
  }

  private static List<FeatureRanges> ranges(SimulationData data, Optional<JobDurationModel> model) {
    Trace trace = data.trace();
    List<FeatureRanges> all = new ArrayList<>();
    FeatureSet set = model.map(JobDurationModel::features).orElse(FeatureSet.WITHOUT_PROFILE);
    Table table = WorkloadEstimator.table(trace, data.reader().origin(), set);
    for (Column column : table.columns()) {
      if (column instanceof NumericColumn numbers) {
        all.add(FeatureRanges.of(numbers));
      }
    }
    all.add(FeatureRanges.of("user", trace.size(), trace::user));
    all.add(FeatureRanges.of("virtual cluster", trace.size(), trace::virtualCluster));
    return all;
  }

  /**
   * Which run to audit.
   *
   * @param run folder of the results, with decisions
   * @param policy name; empty: lucid if it was run, else the first
   * @param models folder of the models whose terms are named; empty: no terms are named
   * @param data folder of the data set; empty: where the run had it
   */
  public record Request(
      Path run, Optional<String> policy, Optional<Path> models, Optional<Path> data) {}
}
