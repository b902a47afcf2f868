package org.limpid.profiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.Workload;
import org.limpid.profiler.oracle.LimpidCase;
import org.limpid.profiler.oracle.LimpidChoices.Sizes;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.sharing.PairRates;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.sink.JobRecords;

/**
 * Looks at the records of one run of limpid. Node numbers of a virtual cluster that lends nodes
 * change while jobs run, so its jobs are left out where GPUs matter.
 */
final class LimpidAudit {
  /** Error of a sum of products; the engine rounds every second. */
  private static final double ROUNDING = 1e-6;

  private final LimpidCase given;
  private final Trace trace;
  private final ProfilingOutcome profiling;
  private final JobRecords records;
  private final int seed;
  private final PairRates rates;
  private final Map<Workload, Integer> scores = new HashMap<>();

  /** Jobs of each GPU in the order of their starts; only of those whose GPUs matter. */
  private final Map<Gpu, List<Integer>> jobsOfGpu = new HashMap<>();

  private record Gpu(String virtualCluster, int node, int number) {}

  LimpidAudit(LimpidCase given, ProfilingOutcome profiling, JobRecords records, int seed) {
    this.given = given;
    this.profiling = profiling;
    this.records = records;
    this.seed = seed;
    trace = given.trace();
    rates = new PairRates(trace, given.profiles(), given.predicted(), given.choices().rates());
    for (Profiles.SingleProfile single : given.profiles().singles()) {
      scores.put(single.profile().workload(), single.shareScore());
    }
    rows().filter(this::isCertain).boxed().sorted(startOrder()).forEach(this::addToItsGpus);
  }

  private IntStream rows() {
    return IntStream.range(0, trace.size());
  }

  /** Whether the job ran on nodes that kept their numbers. */
  private boolean isCertain(int row) {
    boolean isLender = trace.virtualCluster(row).equals(profiling.lender());
    return !profiling.finished()[row] && (profiling.loans().isEmpty() || !isLender);
  }

  /** Jobs that start in one second start in the order of the queue. */
  private Comparator<Integer> startOrder() {
    return Comparator.<Integer>comparingLong(row -> records.startSeconds()[row])
        .thenComparingDouble(row -> given.estimates().seconds(row) * trace.gpuCount(row))
        .thenComparingLong(this::arrival)
        .thenComparingInt(row -> row);
  }

  private long arrival(int row) {
    return profiling.profiled()[row] ? profiling.endSeconds()[row] : trace.submitSeconds(row);
  }

  private void addToItsGpus(int row) {
    gpus(row).forEach(gpu -> jobsOfGpu.computeIfAbsent(gpu, _ -> new ArrayList<>()).add(row));
  }

  private List<Gpu> gpus(int row) {
    List<Gpu> gpus = new ArrayList<>();
    Allocation place = records.allocations()[row];
    for (int i = 0; i < place.nodeCount(); i++) {
      for (int gpu = 0; gpu < Long.SIZE; gpu++) {
        if ((place.gpuMask(i) >> gpu & 1) == 1) {
          gpus.add(new Gpu(trace.virtualCluster(row), place.node(i), gpu));
        }
      }
    }
    return gpus;
  }

  private String named(int row) {
    return "seed %d, row %d: %s".formatted(seed, row, LimpidRuns.line(records, row));
  }

  boolean forbidsSharing() {
    return given.choices().sizes() == Sizes.NONE;
  }

  /** Every job ends, after it was submitted and has waited. */
  void assertAllEnded() {
    rows()
        .forEach(row -> {
          long start = records.startSeconds()[row];
          assertTrue(start >= arrival(row) || profiling.finished()[row], named(row));
          assertTrue(records.endSeconds()[row] > start, named(row));
        });
  }

  /** As many GPUs as asked for; one node, or whole nodes and at most one remainder. */
  void assertPlaces() {
    int perNode = given.cluster().gpusPerNode();
    rows()
        .forEach(row -> {
          int asked = trace.gpuCount(row);
          Allocation place = records.allocations()[row];
          assertEquals(asked, place.gpuCount(), named(row));
          assertEquals((asked + perNode - 1) / perNode, place.nodeCount(), named(row));
          assertTrue(gpus(row).stream().allMatch(gpu -> gpu.number < perNode), named(row));
        });
  }

  /** Looks at all jobs that were on a GPU together; returns how many newcomers there were. */
  int assertPairs() {
    int pairs = 0;
    for (List<Integer> jobs : jobsOfGpu.values()) {
      for (int newcomer : jobs) {
        List<Integer> older = present(jobs, newcomer);
        assertTrue(older.size() <= 1, () -> "more than two jobs on a GPU, " + named(newcomer));
        older.forEach(host -> assertMayShare(newcomer, host));
        pairs += older.size();
      }
    }
    return pairs;
  }

  /** Those which are on the GPU when a job comes. */
  private List<Integer> present(List<Integer> jobs, int newcomer) {
    return jobs.subList(0, jobs.indexOf(newcomer)).stream()
        .filter(older -> records.endSeconds()[older] > records.startSeconds()[newcomer])
        .toList();
  }

  private void assertMayShare(int newcomer, int host) {
    double memory = given.cluster().gpuMemoryMib() - given.choices().memoryMarginMib();
    double both =
        trace.workloadProfile(newcomer).memoryMib() + trace.workloadProfile(host).memoryMib();
    assertTrue(both < memory, () -> "memory of " + named(newcomer) + " beside " + named(host));
    assertTrue(
        score(newcomer) + score(host) <= given.choices().scoreLimit(),
        () -> "scores of " + named(newcomer) + " beside " + named(host));
    long now = records.startSeconds()[newcomer];
    assertTrue(isKnown(newcomer, now), () -> "not known: " + named(newcomer));
    long ran = now - records.startSeconds()[host];
    assertTrue(
        isKnown(host, now) || ran >= given.choices().limitSeconds(),
        () -> "host not known: " + named(host));
  }

  private int score(int row) {
    return scores.get(trace.workloadProfile(row).workload());
  }

  private boolean isKnown(int row, long now) {
    long probed = profiling.probeEndSeconds()[row];
    return given.choices().profilerNodes() == 0
        || profiling.profiled()[row]
        || probed >= 0 && probed <= now;
  }

  /** The sum of rate x time is what was to do, to the second. */
  void assertWork() {
    rows().filter(this::isCertain).forEach(this::assertWork);
  }

  private void assertWork(int row) {
    long done = records.endSeconds()[row] - given.choices().endDelaySeconds();
    TreeSet<Long> changes = new TreeSet<>(List.of(done));
    long from = records.startSeconds()[row];
    gpus(row).stream()
        .flatMap(gpu -> jobsOfGpu.get(gpu).stream())
        .flatMap(job -> List.of(records.startSeconds()[job], records.endSeconds()[job]).stream())
        .filter(second -> second > records.startSeconds()[row] && second < done)
        .forEach(changes::add);
    double work = 0;
    double rate = 1;
    for (long to : changes) {
      rate = rate(row, from);
      work += rate * (to - from);
      from = to;
    }
    double asked = trace.durationSeconds(row) - secondsInProfiler(row);
    assertTrue(work > asked - ROUNDING, () -> "too early: " + named(row));
    assertTrue(work - rate < asked + ROUNDING, "%s s done, %s".formatted(work, named(row)));
  }

  private long secondsInProfiler(int row) {
    return profiling.profiled()[row]
        ? profiling.endSeconds()[row] - profiling.startSeconds()[row]
        : 0;
  }

  /** Rate of a running job from some second on: that on its slowest GPU. */
  private double rate(int row, long second) {
    return gpus(row).stream().mapToDouble(gpu -> rate(row, gpu, second)).min().orElseThrow();
  }

  private double rate(int row, Gpu gpu, long second) {
    List<Integer> present =
        jobsOfGpu.get(gpu).stream()
            .filter(
                job -> records.startSeconds()[job] <= second && second < records.endSeconds()[job])
            .toList();
    if (present.size() == 1) {
      return 1;
    }
    PairRates.Rates both =
        rates.of(trace.workloadIndex(present.get(1)), trace.workloadIndex(present.get(0)));
    boolean isNewcomer = present.get(1) == row;
    int other = present.get(isNewcomer ? 0 : 1);
    return (isNewcomer ? both.ofNewcomer() : both.ofPartner()) * gangFactor(row, other);
  }

  private double gangFactor(int row, int other) {
    int gpus = trace.gpuCount(row);
    boolean isSlow = gpus > 1 && gpus != trace.gpuCount(other);
    return isSlow ? 1 - given.choices().gangSlowdownPercent() / 100.0 : 1;
  }
}
