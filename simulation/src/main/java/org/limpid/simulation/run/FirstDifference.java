package org.limpid.simulation.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.data.Forecast;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobId;
import org.limpid.data.OptionalColumns;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.NodeChange;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;

/**
 * From when on two runs may differ, by what their policies are told and when: all that happens
 * before is the same in both.
 */
final class FirstDifference {
  private final PolicyRun before;
  private final PolicyRun after;
  private final boolean allocatesHosts;
  private final long everywhere;

  FirstDifference(PolicyRun before, PolicyRun after) {
    this.before = before;
    this.after = after;
    allocatesHosts = HostsOfRun.of(after.inputs()).isPresent();
    everywhere = everywhere();
  }

  /** The second in a virtual cluster, {@link Partition#NEVER} if there is no difference. */
  long in(int virtualCluster) {
    long start = after.inputs().startSecond();
    PartitionJobs jobs = before.jobs(virtualCluster);
    PartitionJobs changed = after.jobs(virtualCluster);
    if (everywhere <= start || nodesDiffer(virtualCluster) || isOneEmpty(jobs, changed)) {
      return start;
    }
    return Stream.of(
            everywhere,
            ofJobs(jobs, changed),
            ofLoans(name(virtualCluster)),
            ofNodeChanges(name(virtualCluster)))
        .min(Long::compare)
        .get();
  }

  private String name(int virtualCluster) {
    return after.inputs().cluster().virtualClusters().get(virtualCluster).name();
  }

  private long everywhere() {
    PolicyInputs one = before.inputs();
    PolicyInputs other = after.inputs();
    boolean same =
        before.policy().name().equals(after.policy().name())
            && one.startSecond() == other.startSecond()
            && namesOf(one).equals(namesOf(other))
            && gpusPerNode(one).equals(gpusPerNode(other))
            && one.cluster().gpuMemoryMib() == other.cluster().gpuMemoryMib()
            && one.profiles().equals(other.profiles())
            && one.semantics().equals(other.semantics())
            && one.settings().equals(other.settings())
            && one.workloads().equals(other.workloads())
            && one.scaling().equals(other.scaling())
            && one.hosts().equals(other.hosts());
    return same ? ofForecasts(one.forecast(), other.forecast()) : other.startSecond();
  }

  private static List<String> namesOf(PolicyInputs inputs) {
    return inputs.cluster().virtualClusters().stream().map(VirtualCluster::name).toList();
  }

  private static List<Integer> gpusPerNode(PolicyInputs inputs) {
    return inputs.cluster().virtualClusters().stream().map(inputs.cluster()::gpusPerNode).toList();
  }

  private boolean nodesDiffer(int virtualCluster) {
    return before.nodeCount(virtualCluster) != after.nodeCount(virtualCluster);
  }

  /** Where no job ever arrives nothing is simulated at all. */
  private static boolean isOneEmpty(PartitionJobs one, PartitionJobs other) {
    return (one.size() == 0) != (other.size() == 0);
  }

  private long ofForecasts(Forecast one, Forecast other) {
    int size = Math.max(one.size(), other.size());
    for (int row = 0; row < size; row++) {
      if (row >= one.size() || row >= other.size() || !sameRow(one, other, row)) {
        return after.prepared().firstLookAt(row, row < one.size() ? one : other);
      }
    }
    return Partition.NEVER;
  }

  private static boolean sameRow(Forecast one, Forecast other, int row) {
    return one.seconds(row) == other.seconds(row)
        && one.jobs(row) == other.jobs(row)
        && one.gpus(row) == other.gpus(row);
  }

  /** The arrival of the first job that is not the same in both. */
  private long ofJobs(PartitionJobs one, PartitionJobs other) {
    int common = Math.min(one.size(), other.size());
    int first = 0;
    while (first < common && sameJob(one, other, first)) {
      first++;
    }
    return Math.min(arrival(one, first), arrival(other, first));
  }

  private static long arrival(PartitionJobs jobs, int job) {
    return job < jobs.size() ? jobs.arrivalSeconds(job) : Partition.NEVER;
  }

  private boolean sameJob(PartitionJobs one, PartitionJobs other, int job) {
    Trace trace = before.inputs().trace();
    Trace otherTrace = after.inputs().trace();
    int row = one.row(job);
    int otherRow = other.row(job);
    return trace.jobId(row).equals(otherTrace.jobId(otherRow))
        && one.arrivalSeconds(job) == other.arrivalSeconds(job)
        && before.workSeconds(row) == after.workSeconds(otherRow)
        && one.gpuCount(job) == other.gpuCount(job)
        && probeEnd(before, row) == probeEnd(after, otherRow)
        && sameAttributes(row, otherRow)
        && sameSensitivity(row, otherRow)
        && sameEstimate(one.estimatedSeconds(job), other.estimatedSeconds(job))
        && Objects.equals(trace.workloadProfile(row), otherTrace.workloadProfile(otherRow));
  }

  /** Whether the columns that the policy looks at say the same. */
  private boolean sameAttributes(int row, int otherRow) {
    Set<JobAttribute> all = after.policy().about().attributes(after.inputs().settings());
    return all.stream().allMatch(attribute -> sameAttribute(attribute, row, otherRow));
  }

  /** Whether both gain the same by CPUs and memory, where these are allocated. */
  private boolean sameSensitivity(int row, int otherRow) {
    return !allocatesHosts || sameAttribute(JobAttribute.SENSITIVITY, row, otherRow);
  }

  private boolean sameAttribute(JobAttribute attribute, int row, int otherRow) {
    OptionalColumns one = before.inputs().trace().optional();
    OptionalColumns other = after.inputs().trace().optional();
    return switch (attribute.kind()) {
      case TEXT -> one.text(attribute, row).equals(other.text(attribute, otherRow));
      case NUMBER, TIME, FLAG -> one.number(attribute, row) == other.number(attribute, otherRow);
      case JOB ->
          idOf(before.inputs().trace(), one.predecessorRow(row))
              .equals(idOf(after.inputs().trace(), other.predecessorRow(otherRow)));
    };
  }

  private static Optional<JobId> idOf(Trace trace, int row) {
    return row < 0 ? Optional.empty() : Optional.of(trace.jobId(row));
  }

  private static long probeEnd(PolicyRun run, int row) {
    return run.policy().needs().contains(Need.PROFILING)
        ? run.inputs().profiling().probeEndSeconds()[row]
        : Partition.NEVER;
  }

  private boolean sameEstimate(double one, double other) {
    return !after.policy().needs().contains(Need.ESTIMATES) || Double.compare(one, other) == 0;
  }

  private long ofLoans(String virtualCluster) {
    List<ProfilingOutcome.Loan> one = loans(before, virtualCluster);
    List<ProfilingOutcome.Loan> other = loans(after, virtualCluster);
    return IntStream.range(0, Math.max(one.size(), other.size()))
        .filter(i -> i >= one.size() || i >= other.size() || !one.get(i).equals(other.get(i)))
        .mapToLong(i -> Math.min(second(one, i), second(other, i)))
        .findFirst()
        .orElse(Partition.NEVER);
  }

  private static List<ProfilingOutcome.Loan> loans(PolicyRun run, String virtualCluster) {
    ProfilingOutcome profiling = run.inputs().profiling();
    boolean lends =
        run.policy().needs().contains(Need.PROFILING) && virtualCluster.equals(profiling.lender());
    return lends ? profiling.loans() : List.of();
  }

  private static long second(List<ProfilingOutcome.Loan> loans, int index) {
    return index < loans.size() ? loans.get(index).second() : Partition.NEVER;
  }

  private long ofNodeChanges(String virtualCluster) {
    List<NodeChange> one = changes(before, virtualCluster);
    List<NodeChange> other = changes(after, virtualCluster);
    return Stream.concat(
            one.stream().filter(change -> !other.contains(change)),
            other.stream().filter(change -> !one.contains(change)))
        .mapToLong(NodeChange::second)
        .min()
        .orElse(Partition.NEVER);
  }

  private static List<NodeChange> changes(PolicyRun run, String virtualCluster) {
    return run.inputs().nodeChanges().stream()
        .filter(change -> change.virtualCluster().equals(virtualCluster))
        .toList();
  }
}
