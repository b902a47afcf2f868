package org.limpid.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A trace of jobs in compact columns: about 50 bytes a job, so that ten million jobs fit in 1 GB.
 *
 * <p>Rows keep the order of the file; it decides ties. Texts and workloads are stored once and
 * referred to by index. Immutable and safe to share between threads; build one with {@link
 * Builder}.
 */
public final class Trace {
  /** Index of the workload of a job whose workload is unknown. */
  public static final int NO_WORKLOAD = DictionaryColumn.NONE;

  private final int size;
  private final JobIds jobIds;
  private final long[] submitSeconds;
  private final long[] durationSeconds;
  private final int[] gpuCounts;
  private final int[] cpuCounts;
  private final DictionaryColumn<String> users;
  private final DictionaryColumn<String> virtualClusters;
  private final DictionaryColumn<String> states;
  private final DictionaryColumn<String> jobNames;
  private final DictionaryColumn<WorkloadProfile> workloads;
  private final OptionalColumns optional;

  private Trace(Builder builder) {
    size = builder.size;
    jobIds = builder.jobIds.build();
    submitSeconds = Arrays.copyOf(builder.submitSeconds, size);
    durationSeconds = Arrays.copyOf(builder.durationSeconds, size);
    gpuCounts = Arrays.copyOf(builder.gpuCounts, size);
    cpuCounts = Arrays.copyOf(builder.cpuCounts, size);
    users = builder.users.build(size);
    virtualClusters = builder.virtualClusters.build(size);
    states = builder.states.build(size);
    jobNames = builder.jobNames.build(size);
    workloads = builder.workloads.build(size);
    optional = builder.optional.build(size, jobIds::get);
  }

  private Trace(Trace trace, long[] durationSeconds, OptionalColumns optional) {
    size = trace.size;
    jobIds = trace.jobIds;
    submitSeconds = trace.submitSeconds;
    this.durationSeconds = durationSeconds;
    gpuCounts = trace.gpuCounts;
    cpuCounts = trace.cpuCounts;
    users = trace.users;
    virtualClusters = trace.virtualClusters;
    states = trace.states;
    jobNames = trace.jobNames;
    workloads = trace.workloads;
    this.optional = optional;
  }

  /**
   * The same jobs for those who may not know how long they take: to ask for that is an error, and
   * optional columns that are known only afterwards are missing.
   */
  public Trace withoutDurations() {
    return new Trace(this, null, optional.knownBeforehand());
  }

  /** Number of jobs. */
  public int size() {
    return size;
  }

  /** Identifier of job {@code row}. */
  public JobId jobId(int row) {
    return jobIds.get(row);
  }

  /** The identifiers of all jobs. */
  public JobIds jobIds() {
    return jobIds;
  }

  /** Submission of job {@code row}, seconds since the origin of the data set. */
  public long submitSeconds(int row) {
    return submitSeconds[row];
  }

  /**
   * Run time of job {@code row} on GPUs of its own, seconds, at least 1.
   *
   * @throws IllegalStateException if this is a trace {@link #withoutDurations}
   */
  public long durationSeconds(int row) {
    if (durationSeconds == null) {
      throw new IllegalStateException(
          "the policy looks at true durations, but does not say that it needs them");
    }
    return durationSeconds[row];
  }

  /** GPUs that job {@code row} asks for, at least 1. */
  public int gpuCount(int row) {
    return gpuCounts[row];
  }

  /** Processors that job {@code row} asks for. */
  public int cpuCount(int row) {
    return cpuCounts[row];
  }

  /** Index of the user of job {@code row} in {@link #userNames()}. */
  public int userIndex(int row) {
    return users.index(row);
  }

  /** User of job {@code row}. */
  public String user(int row) {
    return users.value(row);
  }

  /** Index of the virtual cluster of job {@code row} in {@link #virtualClusterNames()}. */
  public int virtualClusterIndex(int row) {
    return virtualClusters.index(row);
  }

  /** Virtual cluster of job {@code row}. */
  public String virtualCluster(int row) {
    return virtualClusters.value(row);
  }

  /** How job {@code row} ended in reality, e.g. {@code COMPLETED}; decides nothing. */
  public String state(int row) {
    return states.value(row);
  }

  /** Name of job {@code row}, empty when the trace has none. */
  public String jobName(int row) {
    return jobNames.value(row);
  }

  /** Index of the workload of job {@code row} in {@link #workloadProfiles()}, or -1. */
  public int workloadIndex(int row) {
    return workloads.index(row);
  }

  /** Workload and profile of job {@code row}; null when unknown. */
  public WorkloadProfile workloadProfile(int row) {
    return workloads.value(row);
  }

  /** Whether every job has a workload. */
  public boolean hasWorkloads() {
    return workloads.isComplete();
  }

  /** Distinct users in order of appearance. */
  public List<String> userNames() {
    return users.values();
  }

  /** Distinct virtual clusters in order of appearance. */
  public List<String> virtualClusterNames() {
    return virtualClusters.values();
  }

  /** Distinct workload profiles in order of appearance. */
  public List<WorkloadProfile> workloadProfiles() {
    return workloads.values();
  }

  /** What the data set tells of the jobs beyond what all data sets tell. */
  public OptionalColumns optional() {
    return optional;
  }

  /**
   * The jobs submitted at {@code from <= t < to}, in the same order.
   *
   * @param from first second that is kept
   * @param to first second that is not kept
   */
  public Trace between(long from, long to) {
    Builder builder = new Builder();
    for (int row = 0; row < size; row++) {
      if (submitSeconds[row] >= from && submitSeconds[row] < to) {
        builder.add(job(row));
      }
    }
    return builder.build();
  }

  /** Job {@code row} as a value; convenient, not fast. */
  public Job job(int row) {
    return new Job(
        jobIds.get(row),
        user(row),
        virtualCluster(row),
        jobName(row),
        gpuCounts[row],
        cpuCounts[row],
        state(row),
        submitSeconds[row],
        durationSeconds[row],
        workloadProfile(row),
        optional.of(row, jobIds::get));
  }

  /**
   * One job of a trace.
   *
   * @param name name given by the user, may be empty
   * @param gpuCount GPUs asked for, at least 1
   * @param state how it ended in reality
   * @param submitSeconds submission, seconds since the origin of the data set
   * @param durationSeconds run time on GPUs of its own, at least 1
   * @param profile workload and profile, null when unknown
   * @param attributes what else is known
   */
  public record Job(
      JobId id,
      String user,
      String virtualCluster,
      String name,
      int gpuCount,
      int cpuCount,
      String state,
      long submitSeconds,
      long durationSeconds,
      WorkloadProfile profile,
      JobAttributes attributes) {
    public Job {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(virtualCluster, "virtualCluster");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(attributes, "attributes");
      if (gpuCount < 1) {
        throw new IllegalArgumentException("job %s asks for %d GPUs".formatted(id, gpuCount));
      }
      if (durationSeconds < 1) {
        throw new IllegalArgumentException("job %s lasts %d s".formatted(id, durationSeconds));
      }
    }

    /** A job with a number, of which nothing else is known. */
    public Job(
        long id,
        String user,
        String virtualCluster,
        String name,
        int gpuCount,
        int cpuCount,
        String state,
        long submitSeconds,
        long durationSeconds,
        WorkloadProfile profile) {
      this(
          JobId.of(id),
          user,
          virtualCluster,
          name,
          gpuCount,
          cpuCount,
          state,
          submitSeconds,
          durationSeconds,
          profile,
          JobAttributes.NONE);
    }

    /**
     * The same job with another identifier, submitted at another time; its other times move along.
     * The copy follows no other job.
     */
    public Job copiedTo(JobId otherId, long otherSubmitSeconds) {
      JobAttributes moved = attributes.later(otherSubmitSeconds - submitSeconds);
      return changed(
          otherId,
          virtualCluster,
          gpuCount,
          otherSubmitSeconds,
          durationSeconds,
          profile,
          otherId.equals(id) ? moved : moved.with(JobAttribute.PREDECESSOR, null));
    }

    /** The same job, submitted so many seconds earlier; its other times move along. */
    public Job submittedEarlierBy(long seconds) {
      return copiedTo(id, submitSeconds - seconds);
    }

    /** The same job elsewhere, of another size or of another duration. */
    public Job with(String otherVirtualCluster, int otherGpuCount, long otherDurationSeconds) {
      return changed(
          id,
          otherVirtualCluster,
          otherGpuCount,
          submitSeconds,
          otherDurationSeconds,
          profile,
          attributes);
    }

    /** The same job with another workload. */
    public Job with(WorkloadProfile other) {
      return changed(
          id, virtualCluster, gpuCount, submitSeconds, durationSeconds, other, attributes);
    }

    /** The same job, of which other things are known. */
    public Job with(JobAttributes other) {
      return changed(id, virtualCluster, gpuCount, submitSeconds, durationSeconds, profile, other);
    }

    private Job changed(
        JobId otherId,
        String otherVirtualCluster,
        int otherGpuCount,
        long otherSubmitSeconds,
        long otherDurationSeconds,
        WorkloadProfile otherProfile,
        JobAttributes otherAttributes) {
      return new Job(
          otherId,
          user,
          otherVirtualCluster,
          name,
          otherGpuCount,
          cpuCount,
          state,
          otherSubmitSeconds,
          otherDurationSeconds,
          otherProfile,
          otherAttributes);
    }
  }

  /** Collects jobs into columns. Not safe for use by several threads. */
  public static final class Builder {
    private int size;
    private final JobIds.Builder jobIds = new JobIds.Builder();
    private long[] submitSeconds = new long[1024];
    private long[] durationSeconds = new long[1024];
    private int[] gpuCounts = new int[1024];
    private int[] cpuCounts = new int[1024];
    private final DictionaryColumn.Builder<String> users = new DictionaryColumn.Builder<>();
    private final DictionaryColumn.Builder<String> virtualClusters =
        new DictionaryColumn.Builder<>();
    private final DictionaryColumn.Builder<String> states = new DictionaryColumn.Builder<>();
    private final DictionaryColumn.Builder<String> jobNames = new DictionaryColumn.Builder<>();
    private final DictionaryColumn.Builder<WorkloadProfile> workloads =
        new DictionaryColumn.Builder<>();
    private final OptionalColumns.Builder optional = new OptionalColumns.Builder();

    /** Number of jobs added so far. */
    public int size() {
      return size;
    }

    /** Appends a job. */
    public Builder add(Job job) {
      if (size == submitSeconds.length) {
        grow(size + (size >> 1));
      }
      jobIds.add(job.id());
      submitSeconds[size] = job.submitSeconds();
      durationSeconds[size] = job.durationSeconds();
      gpuCounts[size] = job.gpuCount();
      cpuCounts[size] = job.cpuCount();
      users.add(size, job.user());
      virtualClusters.add(size, job.virtualCluster());
      states.add(size, job.state());
      jobNames.add(size, job.name());
      workloads.add(size, job.profile());
      optional.add(size, job.attributes());
      size++;
      return this;
    }

    /** The trace of all jobs added so far. */
    public Trace build() {
      return new Trace(this);
    }

    private void grow(int capacity) {
      submitSeconds = Arrays.copyOf(submitSeconds, capacity);
      durationSeconds = Arrays.copyOf(durationSeconds, capacity);
      gpuCounts = Arrays.copyOf(gpuCounts, capacity);
      cpuCounts = Arrays.copyOf(cpuCounts, capacity);
    }
  }
}
