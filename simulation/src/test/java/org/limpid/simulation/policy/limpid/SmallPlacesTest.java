package org.limpid.simulation.policy.limpid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/**
 * Who asks for reasons has all places compared; nobody starts elsewhere when those are left out
 * that can't be the cheapest.
 */
class SmallPlacesTest {
  private static final int CASES = RandomCase.count(20);
  private static final int SCALE = 5;

  static final List<Settings> SETTINGS =
      Stream.concat(
              Stream.of(SharedSizes.values())
                  .map(sizes -> Settings.NONE.with(LimpidSettings.SIZES, sizes)),
              Stream.of(
                  Settings.NONE.with(LimpidSettings.IDLE_NODE_PRICE, 0),
                  Settings.NONE.with(LimpidSettings.IDLE_NODE_PRICE, 300),
                  Settings.NONE.with(LimpidSettings.LEAST_SHARE, 300),
                  Settings.NONE.with(LimpidSettings.BELIEF, LimpidSettings.Belief.LABEL_MEANS),
                  Settings.NONE.with(
                      LimpidSettings.EXPECTATION, LimpidSettings.Expectation.ERRORS)))
          .toList();

  @ParameterizedTest
  @FieldSource("SETTINGS")
  void leavingPlacesOutChangesNothing(Settings settings) {
    SimulationOptions options = SimulationOptions.standard().withThreads(1);
    for (int seed = 0; seed < CASES; seed++) {
      PolicyInputs inputs = RandomCase.large(seed, SCALE).withSettings(settings);
      JobRecords comparing = run(options.withExplained(true), inputs);
      JobRecords plain = run(options, inputs);
      assertArrayEquals(comparing.startSeconds(), plain.startSeconds(), "seed " + seed);
      assertArrayEquals(comparing.allocations(), plain.allocations(), "seed " + seed);
    }
  }

  private static JobRecords run(SimulationOptions options, PolicyInputs inputs) {
    return new Simulator(options).run(new Limpid(), inputs).jobs();
  }
}
