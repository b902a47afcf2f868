package org.limpid.experiment.fidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.data.JobAttribute;
import org.limpid.data.OptionalColumns;
import org.limpid.data.RealWaits;
import org.limpid.data.Trace;
import org.limpid.experiment.fidelity.PolicyFidelity.CauseShare;
import org.limpid.experiment.fidelity.PolicyFidelity.Group;
import org.limpid.simulation.sink.JobRecords;

/** The run of one policy beside reality. Not safe for several threads. */
final class ComparedRun {
  private static final int RHYTHM_SECONDS = 60;

  private final String policy;
  private final Reality reality;
  private final Trace trace;
  private final JobRecords records;
  private final Map<String, GpuUse> use = new HashMap<>();
  private final int[] rows;

  /**
   * Compares.
   *
   * @param records of the jobs of the trace
   */
  ComparedRun(String policy, Reality reality, JobRecords records) {
    this.policy = policy;
    this.reality = reality;
    this.records = records;
    trace = reality.trace();
    IntStream.range(0, trace.size())
        .filter(this::hasStarted)
        .forEach(row ->
            use.computeIfAbsent(trace.virtualCluster(row), _ -> new GpuUse())
                .add(records.startSeconds()[row], records.endSeconds()[row], trace.gpuCount(row)));
    rows = Arrays.stream(reality.rows()).filter(this::hasStarted).toArray();
  }

  private boolean hasStarted(int row) {
    return records.startSeconds()[row] != JobRecords.NEVER_STARTED;
  }

  String policy() {
    return policy;
  }

  /** Seconds from submission to the first start in the simulation; empty if it never started. */
  Optional<Long> simulatedSeconds(int row) {
    return hasStarted(row)
        ? Optional.of(records.startSeconds()[row] - trace.submitSeconds(row))
        : Optional.empty();
  }

  /** Why both waits of a job differ; empty if they don't, or it never started. */
  Optional<Cause> cause(int row) {
    if (!hasStarted(row) || difference(row) == 0) {
      return Optional.empty();
    }
    return Optional.of(difference(row) > 0 ? ofLongerSimulated(row) : ofLongerReal(row));
  }

  /** Seconds by which the job starts later in the simulation. */
  private long difference(int row) {
    return records.startSeconds()[row] - RealWaits.start(trace, row);
  }

  private Cause ofLongerSimulated(int row) {
    long used = use.get(trace.virtualCluster(row)).at(RealWaits.start(trace, row));
    return reality.capacity(row) - used < trace.gpuCount(row) ? Cause.FULL : Cause.QUEUED;
  }

  private Cause ofLongerReal(int row) {
    long eligible = trace.optional().number(JobAttribute.ELIGIBLE_TIME, row);
    long held = eligible == OptionalColumns.UNKNOWN ? 0 : eligible - trace.submitSeconds(row);
    if (2 * held >= -difference(row)) {
      return Cause.HELD;
    }
    if (-difference(row) < RHYTHM_SECONDS) {
      return Cause.RHYTHM;
    }
    if (reality.free(row, records.startSeconds()[row]) >= trace.gpuCount(row)) {
      return Cause.GPUS_FREE;
    }
    return reality.isOvertaken(row) ? Cause.OVERTAKEN : Cause.BUSY;
  }

  /**
   * All figures, of at least one job.
   *
   * @param sizes what a number of GPUs is called, in ascending order
   */
  PolicyFidelity figures(SizeClasses sizes) {
    return new PolicyFidelity(
        policy,
        comparison(rows),
        groups(row -> sizes.name(trace.gpuCount(row)), sizes.names().stream()),
        groups(trace::virtualCluster, trace.virtualClusterNames().stream().sorted()),
        causes(),
        reality.rows().length - rows.length);
  }

  int size() {
    return rows.length;
  }

  private WaitComparison comparison(int[] some) {
    return WaitComparison.of(
        Arrays.stream(some).mapToDouble(row -> RealWaits.seconds(trace, row)).toArray(),
        Arrays.stream(some).mapToDouble(row -> simulatedSeconds(row).orElseThrow()).toArray());
  }

  private List<Group> groups(IntFunction<String> nameOf, Stream<String> order) {
    Map<String, List<Integer>> byName =
        Arrays.stream(rows).boxed().collect(Collectors.groupingBy(nameOf::apply));
    return order
        .filter(byName::containsKey)
        .map(name ->
            new Group(name, comparison(byName.get(name).stream().mapToInt(row -> row).toArray())))
        .toList();
  }

  private List<CauseShare> causes() {
    Map<Cause, List<Integer>> byCause = new TreeMap<>();
    for (int row : rows) {
      cause(row)
          .ifPresent(cause -> byCause.computeIfAbsent(cause, _ -> new ArrayList<>()).add(row));
    }
    return byCause.entrySet().stream()
        .map(each ->
            new CauseShare(
                each.getKey(),
                each.getValue().size(),
                each.getValue().stream().mapToLong(row -> Math.abs(difference(row))).sum()))
        .toList();
  }
}
