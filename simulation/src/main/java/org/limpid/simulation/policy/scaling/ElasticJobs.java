package org.limpid.simulation.policy.scaling;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.limpid.data.JobAttribute;
import org.limpid.data.OptionalColumns;
import org.limpid.data.ScalingCurve;
import org.limpid.data.Trace;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.PolicyInputs;

/**
 * What an elastic policy knows of the jobs of a trace: their speeds by GPUs, their work and their
 * deadlines. A job without a curve, or one whose curve tells nothing of the GPUs that it asks for,
 * runs on just these. Immutable but for what it remembers; for one thread.
 */
public final class ElasticJobs {
  /** Most GPUs as the curve says for elastic policies. */
  public static final ToIntFunction<ScalingCurve> ELASTIC = ScalingCurve::mostElasticGpus;

  /** As many GPUs as the curve has. */
  public static final ToIntFunction<ScalingCurve> ALL_COLUMNS = _ -> Integer.MAX_VALUE;

  private final PolicyInputs inputs;
  private final ToIntFunction<ScalingCurve> most;
  private final Map<Kind, JobSpeeds> known = new HashMap<>();

  /** Jobs that are alike in this share their speeds. */
  private record Kind(String curve, int asked) {}

  /**
   * The jobs of some inputs.
   *
   * @param most most GPUs of a job with this curve
   */
  public ElasticJobs(PolicyInputs inputs, ToIntFunction<ScalingCurve> most) {
    this.inputs = inputs;
    this.most = most;
  }

  /**
   * Jobs of a virtual cluster as an elastic policy runs them: they may have all numbers of GPUs
   * from the smallest to the largest of their speeds.
   *
   * @param rows rows of the trace, ascending
   */
  public PartitionJobs resizable(int[] rows) {
    return PartitionJobs.asSubmitted(inputs.trace(), rows)
        .resizable(row -> speeds(row).fewest(), row -> speeds(row).most());
  }

  /** How fast the job in a row of the trace is on how many GPUs. */
  public JobSpeeds speeds(int row) {
    Trace trace = inputs.trace();
    String curve = trace.optional().text(JobAttribute.SCALING, row);
    return known.computeIfAbsent(new Kind(curve, trace.gpuCount(row)), this::speeds);
  }

  private JobSpeeds speeds(Kind kind) {
    return inputs
        .scaling()
        .find(kind.curve())
        .map(curve -> JobSpeeds.of(curve, kind.asked(), most.applyAsInt(curve)))
        .orElseGet(() -> JobSpeeds.rigid(kind.asked()));
  }

  /**
   * Work of the job in a row of the trace, in seconds on the GPUs that it asks for: its iterations,
   * and one more for what their number was rounded by. NaN if it has no iterations or no curve that
   * tells how long one takes there.
   */
  public double workSeconds(int row) {
    Trace trace = inputs.trace();
    OptionalColumns optional = trace.optional();
    double throughput =
        inputs
            .scaling()
            .find(optional.text(JobAttribute.SCALING, row))
            .map(curve -> curve.throughputOn(trace.gpuCount(row)))
            .orElse(Double.NaN);
    return optional.has(JobAttribute.ITERATIONS, row) && throughput > 0
        ? (optional.number(JobAttribute.ITERATIONS, row) + 1) / throughput
        : Double.NaN;
  }

  /** Deadline of the job in a row, in seconds; {@link Partition#NEVER} if it is best effort. */
  public long deadline(int row) {
    long deadline = inputs.trace().optional().number(JobAttribute.DEADLINE, row);
    return deadline == OptionalColumns.UNKNOWN ? Partition.NEVER : deadline;
  }
}
