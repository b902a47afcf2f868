package org.limpid.profiler.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;

/**
 * One larger virtual cluster on which about a hundred jobs run while hundreds wait, so that queues
 * are longer than the blocks in which the engine keeps them. Forecast and profiles are those of
 * {@link RandomCases}.
 */
public final class CrowdedCases {
  private static final String VC = "vcA";
  private static final int NODES = 30;
  private static final int GPUS_PER_NODE = 8;
  private static final int JOBS = 700;
  private static final int SUBMISSION_SECONDS = 400;
  private static final int[] GPU_COUNTS = {1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 8, 16, 20};

  /**
   * Few different ones, so that remaining times tie; the longest pass the threshold of Tiresias.
   */
  private static final int[] DURATIONS = {5, 60, 60, 100, 100, 200, 201, 300, 400, 400, 2400};

  private CrowdedCases() {}

  /** The case of this seed. */
  public static OracleCase of(long seed) {
    OracleCase base = RandomCases.of(seed);
    SplittableRandom random = new SplittableRandom(seed);
    Trace trace = trace(random, base);
    return new OracleCase(
        new ClusterDescription(List.of(new VirtualCluster(VC, NODES)), GPUS_PER_NODE, 96, 24_576),
        trace,
        base.startSecond(),
        estimates(random, trace),
        base.forecast(),
        base.profiles(),
        new ProfilerDescription(2, 200, 4, List.of(VC), VC, 1),
        OraclePlacer.CONSOLIDATE,
        OracleReading.ARTIFACT);
  }

  private static Trace trace(SplittableRandom random, OracleCase base) {
    List<Trace.Job> jobs = new ArrayList<>();
    List<Profiles.SingleProfile> singles = base.profiles().singles();
    for (int id = 0; id < JOBS; id++) {
      int gpus = GPU_COUNTS[random.nextInt(GPU_COUNTS.length)];
      jobs.add(
          new Trace.Job(
              id,
              "user",
              VC,
              "",
              gpus,
              gpus,
              "COMPLETED",
              base.startSecond() + random.nextInt(SUBMISSION_SECONDS),
              DURATIONS[random.nextInt(DURATIONS.length)],
              singles.get(random.nextInt(singles.size())).profile()));
    }
    jobs.sort(Comparator.comparingLong(Trace.Job::submitSeconds));
    Trace.Builder builder = new Trace.Builder();
    jobs.forEach(builder::add);
    return builder.build();
  }

  private static Estimates estimates(SplittableRandom random, Trace trace) {
    return new Estimates(
        "crowded",
        IntStream.range(0, trace.size())
            .mapToDouble(row -> 50 * (1 + random.nextInt(10)))
            .toArray());
  }
}
