package org.limpid.experiment.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.limpid.data.Trace;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.WorkloadEstimator;
import org.limpid.estimator.WorkloadModel;
import org.limpid.experiment.simulate.RunOptions;
import org.limpid.experiment.simulate.SimulationData;
import org.limpid.files.DataException;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.models.ModelFolder;
import org.limpid.results.DecisionFile;
import org.limpid.results.JobFacts;
import org.limpid.results.RunData;
import org.limpid.results.RunFolder;
import org.limpid.results.RunPolicies;
import org.limpid.simulation.decision.DecisionLog;
import org.limpid.simulation.run.InputProblem;

/** Finds out which wrong estimates cost most, from the decisions of a run. */
public final class AuditService {
  private AuditService() {}

  /**
   * Audits a run.
   *
   * @throws DataException if a file can't be read, or the data set is not the one of the run
   * @throws InputProblem if the policy doesn't order jobs by estimates
   */
  public static AuditReport run(AuditRequest request) {
    RunFolder run = RunFolder.open(request.run());
    RunPolicies.Chosen chosen = RunPolicies.chosen(run.policies(), request.policy());
    String policy = chosen.name();
    Path file = request.run().resolve(policy).resolve(DecisionFile.FILE_NAME);
    JobFacts facts = JobFacts.read(file.resolveSibling("jobs.csv"));
    DecisionLog log = DecisionFile.read(file, facts);
    SimulationData data = data(request, run);
    Trace trace = data.trace();
    EstimateCosts costs = costs(file, facts, log, trace);
    if (!costs.areOrdered()) {
      throw new InputProblem(
          ("Policy %s does not order jobs by their estimated GPU time, so no estimate cost"
                  + " anything. Maybe audit lucid or qssf.")
              .formatted(policy));
    }
    Optional<WorkloadModel> model =
        request.models().flatMap(models -> ModelFolder.open(models).durations());
    List<FeatureAudit> features = new ArrayList<>();
    for (FeatureRanges ranges : ranges(data, model)) {
      features.add(
          FeatureAudit.of(
              ranges.feature(),
              ranges.groupOfRow(),
              ranges.names(),
              costs,
              trace::durationSeconds));
    }
    features.removeIf(feature -> feature.ranges().size() < 2);
    features.sort(Comparator.comparingDouble(FeatureAudit::bias).reversed());
    return new AuditReport(
        policy, trace, costs, features, Terms.of(request.models(), model), chosen.notices());
  }

  private static EstimateCosts costs(Path file, JobFacts facts, DecisionLog log, Trace trace) {
    try {
      if (facts.size() != trace.size()) {
        throw new IllegalStateException(
            "jobs.csv has %d jobs, the data set %d".formatted(facts.size(), trace.size()));
      }
      return EstimateCosts.of(log, trace.size(), trace::durationSeconds);
    } catch (IllegalStateException broken) {
      throw DecisionFile.broken(file, broken);
    }
  }

  private static SimulationData data(AuditRequest request, RunFolder run) {
    Path folder = RunData.required(run.description(), request.data()).folder();
    return SimulationData.read(folder, RunOptions.read(request.run()).span());
  }

  private static List<FeatureRanges> ranges(SimulationData data, Optional<WorkloadModel> model) {
    Trace trace = data.trace();
    List<FeatureRanges> all = new ArrayList<>();
    FeatureSet set = model.map(WorkloadModel::features).orElse(FeatureSet.WITHOUT_PROFILE);
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
}
