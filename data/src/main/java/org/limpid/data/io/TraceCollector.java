package org.limpid.data.io;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Builds a trace from the jobs of a file and notes what makes it unfit for a simulation: the rules
 * between rows and between files. Not safe for several threads.
 */
public final class TraceCollector implements JobSink {
  private static final String OTHER_CENTURY = "Maybe a date is of another century.";

  private final Path file;
  private final Problems problems;
  private final long startSeconds;
  private final Map<String, Long> gpusOfVirtualCluster = new LinkedHashMap<>();
  private final Map<String, Set<String>> typesOfVirtualCluster = new HashMap<>();
  private final boolean clusterKnown;
  private final Set<Workload> profiled;
  private final Set<WorkloadProfile> seenWorkloads = new HashSet<>();
  private final JobIndex jobIds = new JobIndex(1 << 16);
  private final Trace.Builder builder = new Trace.Builder();
  private final LeftOutRows leftOut = new LeftOutRows();
  private long lastSubmitSeconds = Long.MIN_VALUE;
  private WorkloadProfile lastProfile;
  private ScalingCurves curves;
  private ResourceProfiles gains;

  /**
   * Begins a trace.
   *
   * @param file where the jobs stand, for messages
   * @param startSeconds no job may be submitted earlier
   * @param cluster null: unknown, not checked
   * @param profiled workloads with a profile; null: unknown, not checked
   */
  public TraceCollector(
      Path file,
      Problems problems,
      long startSeconds,
      ClusterDescription cluster,
      Set<Workload> profiled) {
    this.file = file;
    this.problems = problems;
    this.startSeconds = startSeconds;
    this.profiled = profiled;
    clusterKnown = cluster != null;
    if (clusterKnown) {
      for (VirtualCluster vc : cluster.virtualClusters()) {
        gpusOfVirtualCluster.put(vc.name(), (long) cluster.gpuCount(vc));
        typesOfVirtualCluster.put(
            vc.name(),
            vc.groups().stream()
                .map(NodeGroup::gpuType)
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }
  }

  /**
   * Checks the scaling curves that jobs name.
   *
   * @param known all there are; null: unknown, not checked
   */
  public TraceCollector checking(ScalingCurves known) {
    curves = known;
    return this;
  }

  /**
   * Checks the profiles of CPUs and memory that jobs name.
   *
   * @param known all there are; null: unknown, not checked
   */
  TraceCollector checking(ResourceProfiles known) {
    gains = known;
    return this;
  }

  @Override
  public void accept(long line, Trace.Job job) {
    checkIdentifier(line, job);
    checkTexts(line, job);
    checkTimes(line, job);
    checkVirtualCluster(line, job);
    checkWorkload(line, job);
    if (job.attributes() != JobAttributes.NONE) {
      checkAttributes(line, job);
    }
    builder.add(job);
  }

  @Override
  public void leaveOut(String reason) {
    leftOut.add(reason);
  }

  /** Jobs so far. */
  int size() {
    return builder.size();
  }

  /** The rows that were left out. */
  LeftOutRows leftOut() {
    return leftOut;
  }

  /** The trace of all jobs so far. */
  public Trace trace() {
    return builder.build();
  }

  private void checkIdentifier(long line, Trace.Job job) {
    int earlier = jobIds.putIfAbsent(job.id(), builder.size());
    if (earlier != JobIndex.ABSENT) {
      report(
          line,
          "job_id",
          job.id(),
          "expected a new identifier, but job number %,d of the file has it".formatted(earlier + 1),
          "Maybe rows were copied twice.");
    }
  }

  private void checkTexts(long line, Trace.Job job) {
    if (!job.id().isNumber()) {
      checkText(line, "job_id", job.id().text());
    }
    checkText(line, "user", job.user());
    checkText(line, "vc", job.virtualCluster());
    checkText(line, "jobname", job.name());
    checkText(line, "state", job.state());
  }

  private void checkText(long line, String column, String text) {
    if (NulBytes.areIn(text)) {
      report(line, column, text, NulBytes.MESSAGE, NulBytes.HINT);
    }
  }

  private void checkTimes(long line, Trace.Job job) {
    if (job.submitSeconds() < startSeconds) {
      report(
          line,
          "submit_time",
          job.submitSeconds(),
          "expected a time not before startSeconds, %d".formatted(startSeconds),
          "Maybe startSeconds in dataset.json is too late, or time.origin is wrong.");
    }
    if (job.submitSeconds() < lastSubmitSeconds) {
      report(
          line,
          "submit_time",
          job.submitSeconds(),
          "expected rows sorted by time, but the row before has " + lastSubmitSeconds,
          "Maybe the file was sorted by another column: sort it by submit_time, keeping the order"
              + " of ties.");
    }
    lastSubmitSeconds = job.submitSeconds();
    if (job.submitSeconds() > Limits.MAX_SECONDS) {
      report(
          line,
          "submit_time",
          job.submitSeconds(),
          "expected a time at most %d s after the origin".formatted(Limits.MAX_SECONDS),
          OTHER_CENTURY);
    }
    if (job.durationSeconds() < 1 || job.durationSeconds() > Limits.MAX_SECONDS) {
      report(
          line,
          "duration",
          job.durationSeconds(),
          "expected 1 to %d s".formatted(Limits.MAX_SECONDS),
          OTHER_CENTURY);
    }
  }

  private void checkVirtualCluster(long line, Trace.Job job) {
    Long gpus = gpusOfVirtualCluster.get(job.virtualCluster());
    if (!clusterKnown) {
      return;
    }
    if (gpus == null) {
      report(
          line,
          "vc",
          job.virtualCluster(),
          "expected a virtual cluster of the cluster",
          ClosestName.hint(job.virtualCluster(), gpusOfVirtualCluster.keySet()));
    } else if (job.gpuCount() > gpus) {
      report(
          line,
          "gpu_num",
          job.gpuCount(),
          "expected at most the %d GPUs of virtual cluster %s"
              .formatted(gpus, job.virtualCluster()),
          "Maybe the virtual cluster was larger then, or the job belongs elsewhere.");
    }
  }

  private void checkWorkload(long line, Trace.Job job) {
    if (profiled == null || job.profile() == null || job.profile() == lastProfile) {
      return;
    }
    lastProfile = job.profile();
    if (seenWorkloads.add(lastProfile) && !profiled.contains(lastProfile.workload())) {
      report(
          line,
          "model",
          lastProfile.workload(),
          "expected a workload of the profile table",
          "Maybe a row is missing there, or batch size and precision differ.");
    }
  }

  /** What is told of a job must agree with the rest. */
  private void checkAttributes(long line, Trace.Job job) {
    for (JobAttribute attribute : job.attributes().values().keySet()) {
      String expected =
          isInLimits(attribute, job.attributes())
              ? expected(attribute, job)
              : "expected %d to %d".formatted(attribute.minimum(), attribute.maximum());
      if (attribute.kind() == JobAttribute.Kind.TEXT) {
        checkText(line, attribute.columnName(), job.attributes().text(attribute));
      }
      if (!expected.isEmpty()) {
        report(line, attribute.columnName(), job.attributes().text(attribute), expected, "");
      }
    }
  }

  private static boolean isInLimits(JobAttribute attribute, JobAttributes known) {
    return switch (attribute.kind()) {
      case NUMBER, TIME, FLAG ->
          known.number(attribute) >= attribute.minimum()
              && known.number(attribute) <= attribute.maximum();
      case TEXT, JOB -> true;
    };
  }

  /** What the attribute should be where it disagrees with the rest; else empty. */
  private String expected(JobAttribute attribute, Trace.Job job) {
    JobAttributes known = job.attributes();
    long submit = job.submitSeconds();
    return switch (attribute) {
      case GPU_TYPE ->
          fits(job)
              ? ""
              : "expected a GPU type of %s, which has %s"
                  .formatted(job.virtualCluster(), String.join(", ", types(job.virtualCluster())));
      case GPU_MILLI ->
          Math.ceilDiv(known.number(attribute), 1000L) == job.gpuCount()
              ? ""
              : "expected thousandths of %d GPUs, rounded up".formatted(job.gpuCount());
      case MIN_GPU_NUM ->
          known.number(attribute) <= job.gpuCount()
              ? ""
              : "expected at most gpu_num, which is " + job.gpuCount();
      case MAX_GPU_NUM ->
          known.number(attribute) >= job.gpuCount()
              ? ""
              : "expected at least gpu_num, which is " + job.gpuCount();
      case DEADLINE ->
          known.number(attribute) > submit
              ? ""
              : "expected a deadline after %d, when the job was submitted".formatted(submit);
      case GROUP_KIND ->
          known.has(JobAttribute.JOB_GROUP) ? "" : "expected a kind where there is a job_group";
      case PREDECESSOR ->
          isEarlierJob((JobId) known.values().get(attribute))
              ? ""
              : "expected the job_id of an earlier row";
      case ELIGIBLE_TIME ->
          known.number(attribute) >= submit
              ? ""
              : "expected a time not before %d, when the job was submitted".formatted(submit);
      case START_TIME ->
          known.number(attribute) >= submit || wasRunning(known)
              ? ""
              : "expected a start at %d, when the job was submitted, or later".formatted(submit);
      case END_TIME ->
          known.number(attribute) >= start(job)
              ? ""
              : "expected an end at %d, when the job started, or later".formatted(start(job));
      case SCALING -> curves == null ? "" : expectedCurve(known.text(attribute), job.gpuCount());
      case SENSITIVITY ->
          gains == null || gains.find(known.text(attribute)).isPresent()
              ? ""
              : "expected a model of the table of sensitivity of dataset.json";
      default -> "";
    };
  }

  private String expectedCurve(String name, int gpus) {
    if (curves.isEmpty()) {
      return "expected no scaling curve, as dataset.json names no table of them";
    }
    Optional<ScalingCurve> curve = curves.find(name);
    if (curve.isEmpty()) {
      return "expected a curve of the table of scaling curves, as model/batch_size";
    }
    return curve.get().runsOn(gpus)
        ? ""
        : "expected a curve with a throughput above 0 on the %d GPUs of the job".formatted(gpus);
  }

  private static boolean wasRunning(JobAttributes known) {
    return known.has(JobAttribute.RUNNING_AT_START)
        && known.number(JobAttribute.RUNNING_AT_START) == 1;
  }

  private static long start(Trace.Job job) {
    return job.attributes().has(JobAttribute.START_TIME)
        ? job.attributes().number(JobAttribute.START_TIME)
        : job.submitSeconds();
  }

  private boolean fits(Trace.Job job) {
    Set<String> types = types(job.virtualCluster());
    return types.isEmpty()
        || Arrays.stream(job.attributes().text(JobAttribute.GPU_TYPE).split("\\|"))
            .anyMatch(types::contains);
  }

  /** GPU types of a virtual cluster; empty: unknown. */
  private Set<String> types(String virtualCluster) {
    return typesOfVirtualCluster.getOrDefault(virtualCluster, Set.of());
  }

  private boolean isEarlierJob(JobId id) {
    int row = jobIds.get(id);
    return row != JobIndex.ABSENT && row < builder.size();
  }

  private void report(long line, String column, Object value, String message, String hint) {
    problems.add(new Problem(file.toString(), line, column, value.toString(), message, hint));
  }
}
