package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.results.JobTable;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.RunFacts;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.TimeLimits;
import org.limpid.simulation.policy.WorkloadPredictions;
import org.limpid.simulation.policy.lucid.LucidSettings;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

/**
 * A small cluster whose stories can be verified on paper: one virtual cluster "vc" of nodes with 4
 * GPUs of 10,000 MiB, and jobs 0, 1, 2, ... of users a, b, c, ...
 */
final class StoryCase {
  static final int GPUS_PER_NODE = 4;
  static final int GPU_MEMORY_MIB = 10_000;

  private final int nodes;
  private final Trace.Builder jobs = new Trace.Builder();
  private final List<Double> estimates = new ArrayList<>();
  private final Map<Workload, Profiles.SingleProfile> workloads = new HashMap<>();
  private final Map<Integer, long[]> profiled = new HashMap<>();
  private final List<ProfilingOutcome.Loan> loans = new ArrayList<>();
  private OptionalLong limit = OptionalLong.empty();
  private SharingMode sharing = SharingMode.NEVER;
  private Semantics semantics = Semantics.standard();
  private Forecast forecast = Forecast.EMPTY;

  StoryCase(int nodes) {
    this.nodes = nodes;
  }

  /** One more job; its estimate is its duration, its workload is light. */
  StoryCase job(long submitSecond, int gpus, long duration) {
    return job(submitSecond, gpus, duration, duration, 100, 0);
  }

  /** One more job with an estimate of its own. */
  StoryCase job(long submitSecond, int gpus, long duration, double estimate) {
    return job(submitSecond, gpus, duration, estimate, 100, 0);
  }

  /** One more job of a workload with so much memory and this share score. */
  StoryCase job(
      long submitSecond, int gpus, long duration, double estimate, double memoryMib, int score) {
    int id = jobs.size();
    WorkloadProfile workload = workload(memoryMib, score);
    String user = Character.toString('a' + id % 26);
    jobs.add(
        new Trace.Job(
            id, user, "vc", "", gpus, gpus, "COMPLETED", submitSecond, duration, workload));
    estimates.add(estimate);
    return this;
  }

  private WorkloadProfile workload(double memoryMib, int score) {
    Workload workload = new Workload("score %d, %s MiB".formatted(score, memoryMib), "", 1, false);
    WorkloadProfile profile = new WorkloadProfile(workload, 100, 50, 25, memoryMib);
    workloads.put(workload, new Profiles.SingleProfile(profile, score));
    return profile;
  }

  /** The last job is in the profiler during these seconds. */
  StoryCase profiled(long from, long to) {
    profiled.put(jobs.size() - 1, new long[] {from, to});
    return this;
  }

  /** The profiler borrows (+1) or returns (-1) a node. */
  StoryCase loan(long second, int change) {
    loans.add(new ProfilingOutcome.Loan(second, change));
    return this;
  }

  StoryCase sharing(SharingMode mode) {
    sharing = mode;
    return this;
  }

  StoryCase forecast(Forecast rows) {
    forecast = rows;
    return this;
  }

  StoryCase semantics(Semantics other) {
    semantics = other;
    return this;
  }

  /** A run with all that stories are told from. */
  record Run(String policy, PolicyInputs inputs, PolicyResult result, JobTable facts) {
    Story story(int job) {
      return story(job, true);
    }

    Story story(int job, boolean knowsMemory) {
      Trace trace = inputs.trace();
      RunFacts.Memory memory =
          new RunFacts.Memory(
              inputs.cluster().gpuMemoryMib(), row -> trace.workloadProfile(row).memoryMib());
      RunFacts how =
          new RunFacts(
              inputs.settings(),
              inputs.semantics(),
              knowsMemory && trace.hasWorkloads() ? Optional.of(memory) : Optional.empty());
      return new StoryTeller(policy, result.decisions(), facts, how, "It was given.").tell(job);
    }
  }

  /** All jobs asked for so many seconds, and are killed then. */
  StoryCase killedAfter(long seconds) {
    limit = OptionalLong.of(seconds);
    return this;
  }

  private Trace trace() {
    Trace trace = jobs.build();
    if (limit.isEmpty()) {
      return trace;
    }
    JobAttributes known = JobAttributes.NONE.with(JobAttribute.TIME_LIMIT, limit.getAsLong());
    Trace.Builder limited = new Trace.Builder();
    for (int row = 0; row < trace.size(); row++) {
      limited.add(trace.job(row).with(known));
    }
    return limited.build();
  }

  /** What a policy makes of it. */
  Run run(String policy) {
    Trace trace = trace();
    PolicyInputs inputs =
        new PolicyInputs(
            new ClusterDescription(
                List.of(new VirtualCluster("vc", nodes)), GPUS_PER_NODE, 96, GPU_MEMORY_MIB),
            trace,
            0,
            estimates(policy),
            null,
            forecast,
            new Profiles(List.copyOf(workloads.values()), List.of()),
            WorkloadPredictions.NONE,
            profiling(trace),
            semantics,
            Settings.NONE
                .with(LucidSettings.SHARING, sharing)
                .with(
                    TimeLimits.SETTING,
                    limit.isPresent() ? TimeLimits.KILLING : TimeLimits.IGNORED),
            List.of());
    PolicyResult result =
        new Simulator(SimulationOptions.standard().withThreads(1).withExplained(true))
            .run(Policies.standard().named(policy).orElseThrow(), inputs);
    return new Run(policy, inputs, result, JobTable.of(inputs.trace(), result.jobs()));
  }

  /** Policies that ask for none get none. */
  private Estimates estimates(String policy) {
    boolean asks = Policies.standard().named(policy).orElseThrow().needs().contains(Need.ESTIMATES);
    return asks
        ? new Estimates("given", estimates.stream().mapToDouble(each -> each).toArray())
        : null;
  }

  private ProfilingOutcome profiling(Trace trace) {
    int size = trace.size();
    boolean[] was = new boolean[size];
    boolean[] finished = new boolean[size];
    long[] start = new long[size];
    Arrays.fill(start, -1);
    long[] end = start.clone();
    long[] queue = new long[size];
    Allocation[] places = new Allocation[size];
    profiled.forEach((row, stay) -> {
      was[row] = true;
      start[row] = stay[0];
      end[row] = stay[1];
      finished[row] = stay[1] - stay[0] == trace.durationSeconds(row);
      queue[row] = stay[0] - trace.submitSeconds(row);
      places[row] = Allocation.of(0, (1L << trace.gpuCount(row)) - 1);
    });
    return new ProfilingOutcome(was, finished, start, end, queue, places, loans, Map.of(), "vc");
  }
}
