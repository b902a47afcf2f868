package org.limpid.reference.synergy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.data.NodeGroup;
import org.limpid.data.OptionalColumns;
import org.limpid.data.ResourceProfile;
import org.limpid.data.Trace;
import org.limpid.reference.ReferenceInputs;

/** What the artifact's simulator makes of a data set. The rows of the trace are its ids. */
final class SynergyInputs {
  private static final int NANO_DIGITS = 9;
  private static final String IMPORT = " Maybe import the trace with 'limpid data import synergy'.";

  private final ReferenceInputs inputs;
  private final Trace trace;
  private final OptionalColumns columns;

  SynergyInputs(ReferenceInputs inputs) {
    this.inputs = inputs;
    this.trace = inputs.trace();
    this.columns = trace.optional();
  }

  /** What is missing for an allocation, a sentence each; empty: it can run. */
  List<String> lacks(SynergyAllocation allocation) {
    Set<String> lacks = new LinkedHashSet<>();
    if (inputs.nodes().size() != 1 || nodes().memoryMib() == 0 || nodes().storageMbps() == 0) {
      lacks.add("it needs nodes of one kind whose CPUs, memory and storage are known." + IMPORT);
    } else if (rows().anyMatch(row -> profile(row).isEmpty())) {
      lacks.add(
          "it needs the iterations of all jobs, and what their models gain by CPUs and memory."
              + IMPORT);
    } else {
      rows().forEach(row -> lackOf(row, allocation).ifPresent(lacks::add));
    }
    return new ArrayList<>(lacks);
  }

  /** Why a job can't run. */
  private Optional<String> lackOf(int row, SynergyAllocation allocation) {
    int gpus = trace.gpuCount(row);
    if (!SynergyJob.GPU_COUNTS.contains(gpus) || gpus > cluster().gpuCount()) {
      return Optional.of(
          "it runs jobs of 1, 2, 4, 8 or 16 of the %d GPUs; job %s wants %d. Maybe leave it out."
              .formatted(cluster().gpuCount(), trace.jobId(row), gpus));
    }
    try {
      Demand.of(job(row), cluster());
      if (allocation == SynergyAllocation.OPT) {
        SpeedChoice.Group.of(profile(row).orElseThrow(), gpus, 1, cluster());
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage() + ". Maybe choose another --cluster for the import.");
    }
  }

  private IntStream rows() {
    return IntStream.range(0, trace.size());
  }

  private NodeGroup nodes() {
    return inputs.nodes().getFirst();
  }

  /** The servers. */
  SynergyCluster cluster() {
    return SynergyCluster.of(nodes());
  }

  /** The jobs, in the order of the trace. */
  List<SynergyJob> jobs() {
    return rows().mapToObj(this::job).toList();
  }

  private SynergyJob job(int row) {
    return new SynergyJob(
        row,
        profile(row).orElseThrow(),
        arrivalSeconds(row),
        columns.number(JobAttribute.ITERATIONS, row),
        trace.gpuCount(row));
  }

  private Optional<ResourceProfile> profile(int row) {
    return columns.has(JobAttribute.ITERATIONS, row) && columns.has(JobAttribute.SENSITIVITY, row)
        ? inputs.sensitivity().find(columns.text(JobAttribute.SENSITIVITY, row))
        : Optional.empty();
  }

  /** The number nearest to what the trace says: the same as if it were read at once. */
  private double arrivalSeconds(int row) {
    BigDecimal seconds = BigDecimal.valueOf(trace.submitSeconds(row));
    return columns.has(JobAttribute.SUBMIT_NANOS, row)
        ? seconds
            .add(BigDecimal.valueOf(columns.number(JobAttribute.SUBMIT_NANOS, row), NANO_DIGITS))
            .doubleValue()
        : seconds.doubleValue();
  }

  /** How the artifact replays the trace, which ends at the first round without a job. */
  ReplayRules rules() {
    boolean isStatic =
        switch (inputs.settings().get(SynergySimulators.ROUNDS)) {
          case STATIC -> true;
          case ARRIVALS -> false;
          case AUTO -> rows().allMatch(row -> arrivalSeconds(row) == thousandths(row));
        };
    return new ReplayRules(isStatic, true);
  }

  /** When a job of a static trace comes in. */
  private static double thousandths(int row) {
    return BigDecimal.valueOf(row, 3).doubleValue();
  }
}
