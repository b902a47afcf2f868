package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Profiles;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Workloads;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.ideal.Ideal;
import org.limpid.simulation.policy.lucid.LucidSettings;
import org.limpid.simulation.policy.lucid.SharingMode;

/** Whatever a policy needs and lacks is said before the run, with the name of the policy. */
class RequirementsTest {
  private static final WorkloadProfile LSTM = Workloads.profile("LSTM", 3000);
  private static final WorkloadProfile VGG = Workloads.profile("VGG", 3000);
  private static final ScalingCurves CURVES =
      ScalingCurves.of(
          List.of(ScalingCurve.of("LSTM", 32, 8, new int[] {1, 2}, new double[] {2, 3.5})));
  private static final Forecast FORECAST =
      new Forecast(new long[] {600}, new double[] {1}, new double[] {1});

  private static PolicyInputs complete() {
    PolicyInputs inputs = given();
    return inputs.withTrace(elastic(inputs.trace()));
  }

  private static PolicyInputs given() {
    return Given.nodes(1)
        .job(0, 1, 10, 10, LSTM)
        .job(0, 1, 10, 10, VGG)
        .profiles(Workloads.light(List.of(LSTM, VGG)))
        .forecast(FORECAST)
        .sharing(SharingMode.PREDICTED)
        .inputs()
        .withScaling(CURVES);
  }

  /** Both jobs have a deadline, a number of iterations and a curve. */
  private static Trace elastic(Trace trace) {
    return with(
        trace,
        JobAttributes.NONE
            .with(JobAttribute.DEADLINE, 1000)
            .with(JobAttribute.ITERATIONS, 20)
            .with(JobAttribute.SCALING, "LSTM/32")
            .with(JobAttribute.TIME_LIMIT, 100));
  }

  private static Trace with(Trace trace, JobAttributes attributes) {
    Trace.Builder jobs = new Trace.Builder();
    for (int row = 0; row < trace.size(); row++) {
      jobs.add(trace.job(row).with(attributes));
    }
    return jobs.build();
  }

  private static PolicyInputs without(JobAttribute attribute, PolicyInputs inputs) {
    Trace trace = inputs.trace();
    return inputs.withTrace(with(trace, trace.job(0).attributes().with(attribute, null)));
  }

  private static PolicyInputs without(Need need) {
    return switch (need) {
      case ESTIMATES -> complete().withEstimates(null);
      case PROFILES -> complete().withProfiles(Profiles.EMPTY);
      case FORECAST -> complete().withForecast(Forecast.EMPTY);
      case PROFILING -> complete().withProfiling(null);
      case SCALING -> complete().withScaling(ScalingCurves.EMPTY);
      case DEADLINES -> without(JobAttribute.DEADLINE, complete());
      case TIME_LIMITS -> without(JobAttribute.TIME_LIMIT, complete());
      case PREEMPTION, TRUE_DURATIONS -> complete();
    };
  }

  static List<Policy> policies() {
    return Policies.standard().all();
  }

  static List<Arguments> policiesAndNeeds() {
    List<Arguments> cases = new ArrayList<>();
    for (Policy policy : policies()) {
      for (Need need : policy.needs()) {
        if (need != Need.PREEMPTION && need != Need.TRUE_DURATIONS) {
          cases.add(Arguments.of(policy.name(), need));
        }
      }
    }
    return cases;
  }

  private static String problem(String policy, PolicyInputs inputs) {
    return assertThrows(InputProblem.class, () -> run(policy, inputs)).getMessage();
  }

  private static PolicyResult run(String policy, PolicyInputs inputs) {
    SimulationOptions options = SimulationOptions.standard().withThreads(1);
    return new Simulator(options).run(Policies.standard().named(policy).orElseThrow(), inputs);
  }

  @ParameterizedTest
  @MethodSource("policiesAndNeeds")
  void missingInputIsNamed(String policy, Need need) {
    String message = problem(policy, without(need));
    String expected = "Policy %s needs %s: ".formatted(policy, need);
    assertEquals(expected, message.substring(0, Math.min(expected.length(), message.length())));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void runsOnCompleteInputs(Policy policy) {
    assertEquals(2, run(policy.name(), complete()).jobs().size());
  }

  /** A policy that needs nothing of all that runs without any of it. */
  @ParameterizedTest
  @MethodSource("policies")
  void runsWithoutWhatItDoesNotNeed(Policy policy) {
    PolicyInputs inputs = complete();
    for (Need need : Need.values()) {
      UnaryOperator<PolicyInputs> removal =
          policy.needs().contains(need) ? UnaryOperator.identity() : removal(need);
      inputs = removal.apply(inputs);
    }
    assertEquals(2, run(policy.name(), inputs).jobs().size());
  }

  private static UnaryOperator<PolicyInputs> removal(Need need) {
    return switch (need) {
      case ESTIMATES -> inputs -> inputs.withEstimates(null);
      case PROFILES -> inputs -> inputs.withProfiles(Profiles.EMPTY);
      case FORECAST -> inputs -> inputs.withForecast(Forecast.EMPTY);
      case PROFILING -> inputs -> inputs.withProfiling(null);
      case SCALING -> inputs -> inputs.withScaling(ScalingCurves.EMPTY);
      case DEADLINES -> inputs -> without(JobAttribute.DEADLINE, inputs);
      case TIME_LIMITS -> inputs -> without(JobAttribute.TIME_LIMIT, inputs);
      case PREEMPTION, TRUE_DURATIONS -> UnaryOperator.identity();
    };
  }

  @Test
  void jobsWithoutEstimateAreCounted() {
    PolicyInputs inputs =
        complete().withEstimates(new Estimates("guess.csv", new double[] {10, Double.NaN}));
    assertEquals(
        "Policy qssf needs estimated durations: guess.csv lacks 1 of 2 jobs, the first is job 1. "
            + "Maybe it belongs to another trace.",
        problem("qssf", inputs));
  }

  @Test
  void workloadsWithoutProfileAreNamed() {
    PolicyInputs inputs = complete().withProfiles(Workloads.light(List.of(LSTM)));
    assertEquals(
        "Policy lucid needs workload profiles: 1 workload of the trace has none, "
            + "e.g. VGG/data/32. Maybe add them to profiles.single.",
        problem("lucid", inputs));
  }

  @Test
  void jobsWithoutWorkloadAreFound() {
    PolicyInputs inputs = Given.nodes(1).job(0, 1, 10).inputs();
    assertEquals(
        "Policy lucid needs workload profiles: some jobs have no workload. "
            + "Maybe import the trace with an assignment of workloads.",
        problem("lucid", inputs));
  }

  /** No policy of today needs curves and deadlines, so one that does is made for the purpose. */
  @Test
  void curvesAndDeadlinesAreNeeded() {
    PolicyInputs bare = given().withScaling(ScalingCurves.EMPTY);
    assertEquals(List.of(Need.SCALING, Need.DEADLINES), lacks(bare));
    assertEquals(List.of(Need.SCALING, Need.DEADLINES), lacks(bare.withScaling(CURVES)));
    assertEquals(List.of(Need.SCALING), lacks(complete().withScaling(ScalingCurves.EMPTY)));
    assertEquals(List.of(Need.DEADLINES), lacks(without(Need.DEADLINES)));
    assertEquals(List.of(), lacks(complete()));
  }

  private static List<Need> lacks(PolicyInputs inputs) {
    return Requirements.lacks(new Simulator.Task(new WantsDeadlines(), inputs));
  }

  /** Does as the ideal does, but asks for more. */
  private static final class WantsDeadlines implements Policy {
    @Override
    public PolicyDescription about() {
      return PolicyDescription.of("wants-deadlines", "asks for curves and deadlines")
          .needing(Need.SCALING, Need.DEADLINES);
    }

    @Override
    public PreparedPolicy prepare(PolicyInputs inputs) {
      return ((Policy) new Ideal()).prepare(inputs);
    }
  }

  @Test
  void forecastIsNeededOnlyToPredict() {
    PolicyInputs inputs = complete().withForecast(Forecast.EMPTY);
    assertEquals(
        2, run("lucid", inputs.with(LucidSettings.SHARING, SharingMode.ALWAYS)).jobs().size());
    assertEquals(
        2, run("lucid", inputs.with(LucidSettings.SHARING, SharingMode.NEVER)).jobs().size());
  }

  @Test
  void allThatIsMissingIsSaidAtOnce() {
    PolicyInputs bare = complete().withEstimates(null).withForecast(Forecast.EMPTY);
    List<Simulator.Task> tasks =
        List.of(
            new Simulator.Task(Policies.standard().named("qssf").orElseThrow(), bare),
            new Simulator.Task(Policies.standard().named("lucid").orElseThrow(), bare));
    InputProblem problem =
        assertThrows(
            InputProblem.class,
            () -> new Simulator(SimulationOptions.standard().withThreads(1)).run(tasks));
    assertEquals(
        List.of(
            "Policy qssf needs estimated durations: there are none. Maybe name a file with"
                + " --estimates.",
            "Policy lucid needs estimated durations: there are none. Maybe name a file with"
                + " --estimates.",
            "Policy lucid needs a forecast of the load: the data set has none. Maybe use --sharing"
                + " always or never."),
        problem.getMessage().lines().toList());
  }
}
