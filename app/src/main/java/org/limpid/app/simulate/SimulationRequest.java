package org.limpid.app.simulate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.limpid.simulation.placement.PlacementRule;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.SharingMode;
import org.limpid.simulation.run.SimulationOptions;

/**
 * What to simulate.
 *
 * @param data folder of the data set
 * @param policies names of policies, in the order of the results
 * @param out folder for the results
 * @param overwrite whether results that are there already may be replaced
 * @param semantics which accidents of the artifact are mended
 * @param placement where jobs go
 * @param estimates name in the data set or CSV file; empty: the policy's own
 * @param sharing when jobs may share GPUs
 * @param profilerNodes nodes of the profiler, 0 for none; empty: as in the data set
 * @param profilerSeconds its time limit; empty: as in the data set
 * @param profilerFactor its largest job in GPUs per node; empty: as in the data set
 * @param threads threads to use; results don't depend on it
 * @param from first submission that is simulated, seconds since the origin or a date-time
 * @param to first submission that is not simulated, likewise
 * @param sampleSeconds interval of the cluster series
 * @param seed seed of random placement
 * @param commandLine the words of the command, for {@code run.json}
 */
public record SimulationRequest(
    Path data,
    List<String> policies,
    Path out,
    boolean overwrite,
    Semantics semantics,
    PlacementRule placement,
    Optional<String> estimates,
    SharingMode sharing,
    OptionalInt profilerNodes,
    OptionalInt profilerSeconds,
    OptionalInt profilerFactor,
    int threads,
    Optional<String> from,
    Optional<String> to,
    int sampleSeconds,
    long seed,
    List<String> commandLine) {
  public SimulationRequest {
    policies = List.copyOf(policies);
    commandLine = List.copyOf(commandLine);
  }

  /** All policies on a data set as it is, in default mode, on all processors. */
  public static SimulationRequest of(Path data, List<String> policies, Path out) {
    return new SimulationRequest(
        data,
        policies,
        out,
        false,
        Semantics.standard(),
        PlacementRule.CONSOLIDATE,
        Optional.empty(),
        SharingMode.PREDICTED,
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Runtime.getRuntime().availableProcessors(),
        Optional.empty(),
        Optional.empty(),
        SimulationOptions.DEFAULT_SAMPLE_SECONDS,
        0,
        List.of());
  }
}
