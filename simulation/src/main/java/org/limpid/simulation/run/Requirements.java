package org.limpid.simulation.run;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.data.Estimates;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.Workload;
import org.limpid.files.Words;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Values;

/** Checks before a run that the policies get what they need. */
final class Requirements {
  private Requirements() {}

  /**
   * Checks all policies at once.
   *
   * @throws InputProblem with one line for each thing that a policy lacks
   */
  static void check(List<Simulator.Task> tasks) {
    List<String> problems =
        tasks.stream().flatMap(task -> problems(task.policy(), task.inputs())).distinct().toList();
    if (!problems.isEmpty()) {
      throw new InputProblem(String.join("\n", problems));
    }
  }

  /** What a policy lacks, in the order of {@link Need}. */
  static List<Need> lacks(Simulator.Task task) {
    return task.policy().needs().stream()
        .sorted()
        .filter(need -> problem(need, task.policy(), task.inputs()) != null)
        .toList();
  }

  private static Stream<String> problems(Policy policy, PolicyInputs inputs) {
    Stream<String> ofPolicy =
        policy.needs().stream()
            .sorted()
            .flatMap(need ->
                Stream.ofNullable(problem(need, policy, inputs))
                    .map(lack -> "Policy %s needs %s: %s.".formatted(policy.name(), need, lack)));
    Stream<String> ofHosts =
        Stream.ofNullable(HostsOfRun.problem(inputs))
            .map("CPUs and memory can't be allocated: %s."::formatted);
    return Stream.concat(ofPolicy, ofHosts);
  }

  private static String problem(Need need, Policy policy, PolicyInputs inputs) {
    return switch (need) {
      case ESTIMATES -> estimates(inputs);
      case PROFILES -> profiles(inputs);
      case FORECAST -> forecast(policy, inputs);
      case PROFILING -> inputs.profiling() == null ? "none was run" : null;
      // A simulated cluster allows the one and knows the others.
      case PREEMPTION, TRUE_DURATIONS -> null;
      case SCALING -> scaling(inputs);
      case DEADLINES ->
          inputs.trace().optional().has(JobAttribute.DEADLINE)
              ? null
              : "no job has one. Maybe give the jobs some with 'limpid data elastic'";
      case TIME_LIMITS ->
          inputs.trace().optional().has(JobAttribute.TIME_LIMIT)
              ? null
              : "no job has one. Maybe import the log of a batch system, such as that of Mirage,"
                  + " Slurm or SWF";
    };
  }

  private static String estimates(PolicyInputs inputs) {
    if (inputs.estimator() != null) {
      return null;
    }
    Estimates estimates = inputs.estimates();
    if (estimates == null) {
      return "there are none. Maybe name a file with --estimates";
    }
    int missing = 0;
    JobId firstJob = null;
    for (int row = inputs.trace().size() - 1; row >= 0; row--) {
      if (!estimates.has(row)) {
        missing++;
        firstJob = inputs.trace().jobId(row);
      }
    }
    return missing == 0
        ? null
        : "%s lacks %d of %d jobs, the first is job %s. Maybe it belongs to another trace"
            .formatted(estimates.source(), missing, inputs.trace().size(), firstJob);
  }

  private static String profiles(PolicyInputs inputs) {
    Trace trace = inputs.trace();
    if (!trace.hasWorkloads()) {
      return "some jobs have no workload. Maybe import the trace with an assignment of workloads";
    }
    Set<Workload> known =
        inputs.profiles().singles().stream()
            .map(single -> single.profile().workload())
            .collect(Collectors.toSet());
    known.addAll(inputs.workloads().shareScores().keySet());
    Set<Workload> unknown = new HashSet<>();
    trace.workloadProfiles().forEach(profile -> unknown.add(profile.workload()));
    unknown.removeAll(known);
    return unknown.isEmpty()
        ? null
        : Words.counted(
                "%,d {workload of the trace has|workloads of the trace have} none, e.g. ",
                unknown.size())
            + unknown.stream().map(Workload::toString).sorted().findFirst().get()
            + ". Maybe add them to profiles.single";
  }

  private static String scaling(PolicyInputs inputs) {
    if (inputs.scaling().isEmpty()) {
      return "the data set has none. Maybe give it some with 'limpid data elastic'";
    }
    return inputs.trace().optional().has(JobAttribute.SCALING)
        ? null
        : "no job names one. Maybe give the jobs some with 'limpid data elastic'";
  }

  private static String forecast(Policy policy, PolicyInputs inputs) {
    boolean lacks =
        policy.about().uses(Need.FORECAST, inputs.settings()) && inputs.forecast().size() == 0;
    return lacks ? "the data set has none" + alternative(policy, inputs) : null;
  }

  /** Which values of a setting would do without a forecast. */
  private static String alternative(Policy policy, PolicyInputs inputs) {
    return policy.about().settings().stream()
        .flatMap(setting -> withoutForecast(setting, policy, inputs).stream())
        .findFirst()
        .orElse("");
  }

  private static <T> Optional<String> withoutForecast(
      Setting<T> setting, Policy policy, PolicyInputs inputs) {
    if (setting.option().isEmpty() || !(setting.values() instanceof Values.Choice<T> choice)) {
      return Optional.empty();
    }
    List<String> names =
        choice.byName().entrySet().stream()
            .filter(entry ->
                !policy
                    .about()
                    .uses(Need.FORECAST, inputs.settings().with(setting, entry.getValue())))
            .map(Map.Entry::getKey)
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ". Maybe use --%s %s"
                .formatted(setting.option().get().name(), String.join(" or ", names)));
  }
}
