package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.fifo.Fifo;
import org.limpid.simulation.policy.ideal.Ideal;

class PoliciesTest {
  private static final Policies STANDARD = Policies.standard();

  static List<Policy> policies() {
    return STANDARD.all();
  }

  private static Set<Need> needs(String name) {
    return STANDARD.named(name).orElseThrow().needs();
  }

  @Test
  void everyPolicyTakesTheDisciplinesThatMakeSense() {
    assertEquals(
        List.of(
            "fifo",
            "fifo-backfill",
            "fifo-easy",
            "sjf",
            "sjf-backfill",
            "sjf-easy",
            "srtf",
            "tiresias",
            "qssf",
            "qssf-backfill",
            "qssf-easy",
            "lucid",
            "lucid-backfill",
            "lucid-easy",
            "limpid",
            "edf",
            "edf-admission",
            "gandiva",
            "tiresias-deadline",
            "themis",
            "elasticflow",
            "elasticflow-no-admission",
            "fcfs",
            "easy",
            "conservative",
            "slurm-like",
            "ideal"),
        STANDARD.names());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void isFoundByItsName(Policy policy) {
    assertEquals(policy, STANDARD.named(policy.name()).orElseThrow());
    assertTrue(policy.name().matches("[a-z]+(-[a-z]+)*"), policy.name());
    assertFalse(policy.about().summary().isBlank());
  }

  @Test
  void unknownNameIsNotFound() {
    assertEquals(Optional.empty(), STANDARD.named("FIFO"));
  }

  @Test
  void nameCanBeTakenOnce() {
    var taken = assertThrows(IllegalArgumentException.class, () -> STANDARD.with(new Fifo()));
    assertEquals("two policies are called fifo", taken.getMessage());
  }

  @Test
  void addedPolicyComesLastAndLeavesTheOthersAlone() {
    Policies more = STANDARD.with((Policy) new Renamed(new Ideal(), "paradise"));
    assertEquals("paradise", more.names().getLast());
    assertEquals(STANDARD.names(), more.names().subList(0, STANDARD.names().size()));
    assertEquals(Optional.empty(), STANDARD.named("paradise"));
  }

  private record Renamed(Policy policy, String name) implements Policy {
    @Override
    public PolicyDescription about() {
      return PolicyDescription.of(name, policy.about().summary());
    }

    @Override
    public PreparedPolicy prepare(PolicyInputs inputs) {
      return policy.prepare(inputs);
    }
  }

  @Test
  void reservationsNeedEstimatesUnlessDurationsAreKnown() {
    assertEquals(Set.of(), needs("fifo"));
    assertEquals(Set.of(), needs("fifo-backfill"));
    assertEquals(Set.of(Need.ESTIMATES), needs("fifo-easy"));
    assertEquals(Set.of(Need.TRUE_DURATIONS), needs("sjf-easy"));
    assertEquals(Set.of(Need.ESTIMATES), needs("qssf"));
  }

  @Test
  void preemptionIsDeclared() {
    assertEquals(Set.of(Need.PREEMPTION, Need.TRUE_DURATIONS), needs("srtf"));
    assertEquals(Set.of(Need.PREEMPTION), needs("tiresias"));
  }

  /** None but these may be told how long a job will run. */
  @Test
  void trueDurationsAreDeclared() {
    assertEquals(
        List.of("sjf", "sjf-backfill", "sjf-easy", "srtf", "edf-admission", "themis", "ideal"),
        policies().stream()
            .filter(policy -> policy.needs().contains(Need.TRUE_DURATIONS))
            .map(Policy::name)
            .toList());
  }

  @Test
  void lucidNeedsItsModelsAndTheProfiler() {
    assertEquals(
        Set.of(Need.ESTIMATES, Need.PROFILES, Need.FORECAST, Need.PROFILING), needs("lucid"));
  }
}
