package org.limpid.experiment.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.replicate.Replica;
import org.limpid.experiment.simulate.Case;
import org.limpid.experiment.simulate.ModelsSource;
import org.limpid.experiment.simulate.RunInputs;
import org.limpid.experiment.simulate.Scenario;
import org.limpid.models.tool.EditStep;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.NodeChange;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.DurationEstimator;

/** A run with the changes that were made to it so far. Not safe for use by several threads. */
final class EditedRun {
  private final FormerRun run;
  private final Policy former;
  private final Replica base;
  private final List<Job> jobs = new ArrayList<>();
  private final Map<String, Integer> moreNodes = new HashMap<>();
  private final List<NodeChange> nodeChanges = new ArrayList<>();
  private final Map<JobId, Double> estimates = new HashMap<>();
  private final List<EditStep> steps = new ArrayList<>();
  private Policy policy;
  private Scenario scenario;

  /** A job with its changes, and its row in the trace of the run. */
  private record Job(Trace.Job job, int origin) {}

  /**
   * @param policy as it was run
   * @param base the jobs of the run, or a copy of them
   */
  EditedRun(FormerRun run, Policy policy, Replica base) {
    this.run = run;
    this.policy = policy;
    this.base = base;
    former = policy;
    scenario = run.scenario();
    Trace trace = base.trace();
    IntStream.range(0, trace.size())
        .forEach(row -> jobs.add(new Job(trace.job(row), base.originalRow(row))));
  }

  /** The job of this number as it is so far. */
  Trace.Job job(JobId id) {
    return jobs.get(place(id)).job();
  }

  boolean hasJob(JobId id) {
    return place(id) >= 0;
  }

  private int place(JobId id) {
    return IntStream.range(0, jobs.size())
        .filter(place -> jobs.get(place).job().id().equals(id))
        .findFirst()
        .orElse(-1);
  }

  Policy policy() {
    return policy;
  }

  void policy(Policy other) {
    policy = other;
  }

  Scenario scenario() {
    return scenario;
  }

  void scenario(UnaryOperator<Scenario> change) {
    scenario = change.apply(scenario);
  }

  /** The job is another one with the same number. */
  void change(JobId id, UnaryOperator<Trace.Job> change) {
    int place = place(id);
    jobs.set(place, new Job(change.apply(jobs.get(place).job()), jobs.get(place).origin()));
  }

  /** Submits a job at another time, behind all others of that second. */
  void submit(JobId id, long second) {
    Job old = jobs.remove(place(id));
    long earlier = old.job().submitSeconds() - second;
    int place = jobs.size();
    while (place > 0 && jobs.get(place - 1).job().submitSeconds() > second) {
      place--;
    }
    jobs.add(place, new Job(old.job().submittedEarlierBy(earlier), old.origin()));
  }

  void remove(JobId id) {
    jobs.remove(place(id));
  }

  /** Nodes from the start of the run on. */
  void addNodes(String virtualCluster, int count) {
    moreNodes.merge(virtualCluster, count, Integer::sum);
  }

  /** Nodes from some second on. */
  void addNodes(NodeChange change) {
    nodeChanges.add(change);
  }

  /** Nodes of a virtual cluster at the start of the run so far. */
  int nodeCount(String virtualCluster) {
    return virtualCluster(virtualCluster).nodeCount();
  }

  /** GPUs of a virtual cluster at the start of the run so far. */
  int gpuCount(String virtualCluster) {
    return cluster().gpuCount(virtualCluster(virtualCluster));
  }

  private VirtualCluster virtualCluster(String name) {
    return nodes().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  void estimate(JobId id, double seconds) {
    estimates.put(id, seconds);
  }

  void edit(EditStep step) {
    steps.add(step);
  }

  /** Whether models would estimate durations during the run. */
  boolean learns() {
    return task(run.inputs(), scenario, base).inputs().estimator() != null;
  }

  /** The policy with its inputs after all changes. */
  Simulator.Task task() {
    Trace.Builder trace = new Trace.Builder();
    jobs.forEach(each -> trace.add(each.job()));
    int[] origins = jobs.stream().mapToInt(Job::origin).toArray();
    Replica replica = base.edited(trace.build(), origins);
    boolean relearnsOtherwise = run.isRelearning() && !steps.isEmpty();
    PolicyInputs inputs =
        relearnsOtherwise
            // Inputs keep what a source predicts, so a source that is made for one task has its
            // own.
            ? task(new RunInputs(run.data()), scenario.withPredictions(otherModels()), replica)
                .inputs()
            : task(run.inputs(), scenario, replica).inputs();
    PolicyInputs changed =
        holding(inputs, replica).withCluster(cluster()).withNodeChanges(List.copyOf(nodeChanges));
    return new Simulator.Task(policy, estimated(changed));
  }

  /** A policy that looked at no estimates has none to hold: another one learns its own. */
  private PolicyInputs holding(PolicyInputs inputs, Replica replica) {
    return former.needs().contains(Need.ESTIMATES)
        ? run.holding(inputs, () -> replica.estimates(held()))
        : inputs;
  }

  private Simulator.Task task(RunInputs inputs, Scenario how, Replica replica) {
    return inputs.tasks(List.of(new Case(policy.name(), policy, how)), replica).getFirst();
  }

  /** What the run believed, or would have believed by models that are changed. */
  private Estimates held() {
    return steps.isEmpty()
        ? run.held().of(former.name())
        : run.held().by(otherModels(), former.name());
  }

  private ModelsSource otherModels() {
    return ((ModelsSource) run.predictions()).edited(steps);
  }

  private ClusterDescription cluster() {
    ClusterDescription cluster = run.data().cluster();
    return new ClusterDescription(
        nodes(), cluster.gpusPerNode(), cluster.cpusPerNode(), cluster.gpuMemoryMib());
  }

  private List<VirtualCluster> nodes() {
    return run.data().cluster().virtualClusters().stream()
        .map(vc -> vc.withNodes(vc.nodeCount() + moreNodes.getOrDefault(vc.name(), 0)))
        .toList();
  }

  private PolicyInputs estimated(PolicyInputs inputs) {
    if (estimates.isEmpty()) {
      return inputs;
    }
    Map<Integer, Double> byRow = new HashMap<>();
    for (int row = 0; row < inputs.trace().size(); row++) {
      Double seconds = estimates.get(inputs.trace().jobId(row));
      if (seconds != null) {
        byRow.put(row, seconds);
      }
    }
    return inputs.estimator() == null
        ? inputs.withEstimates(changed(inputs.estimates(), byRow))
        : inputs.withEstimator(changed(inputs.estimator(), byRow));
  }

  private static Estimates changed(Estimates estimates, Map<Integer, Double> byRow) {
    double[] changed = new double[estimates.size()];
    Arrays.setAll(changed, row -> byRow.getOrDefault(row, estimates.seconds(row)));
    return new Estimates(estimates.source(), changed);
  }

  private static Supplier<DurationEstimator> changed(
      Supplier<? extends DurationEstimator> former, Map<Integer, Double> byRow) {
    return () -> new AdjustedEstimator(former.get(), byRow::getOrDefault);
  }
}
