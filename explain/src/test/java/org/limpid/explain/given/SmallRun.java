package org.limpid.explain.given;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

/** A run that is worked out by hand: one virtual cluster "vc" of nodes with 8 GPUs. */
public final class SmallRun {
  private final int nodes;
  private final Trace.Builder jobs = new Trace.Builder();
  private final List<Double> estimates = new ArrayList<>();

  /** A cluster of so many nodes, without jobs. */
  public SmallRun(int nodes) {
    this.nodes = nodes;
  }

  /** One more job. */
  public SmallRun job(long submitSecond, int gpus, long duration, double estimate) {
    jobs.add(
        new Trace.Job(
            jobs.size(), "user", "vc", "", gpus, gpus, "COMPLETED", submitSecond, duration, null));
    estimates.add(estimate);
    return this;
  }

  /** What a policy makes of it, and why. */
  public PolicyResult run(String policy) {
    return new Simulator(SimulationOptions.standard().withThreads(1).withExplained(true))
        .run(Policies.standard().named(policy).orElseThrow(), inputs());
  }

  /** What the policy is given. */
  public PolicyInputs inputs() {
    return PolicyInputs.of(
            new ClusterDescription(List.of(new VirtualCluster("vc", nodes)), 8, 96, 24_576),
            jobs.build(),
            0)
        .withEstimates(
            new Estimates("given", estimates.stream().mapToDouble(seconds -> seconds).toArray()));
  }
}
