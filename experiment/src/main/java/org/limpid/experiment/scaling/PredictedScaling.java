package org.limpid.experiment.scaling;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.data.derive.DerivedDataset;
import org.limpid.data.generate.ElasticRule;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.scaling.ScalingErrors;
import org.limpid.estimator.scaling.ScalingModel;
import org.limpid.estimator.scaling.ScalingTrainer;

/**
 * Learns scaling from the measured curves of a data set, and predicts what is missing: gaps in
 * curves, and curves of jobs that have none. Whatever is predicted is marked in the table of
 * curves.
 */
public final class PredictedScaling {
  /** Jobs whose rates differ by less than a fifth share a curve. */
  private static final double STEPS_PER_DOUBLING = 4;

  private final DatasetReader source;
  private final ScalingCurves learntFrom;
  private final ScalingTrainer trainer;

  /**
   * For a data set.
   *
   * @param source what is to have predictions
   * @param teacher whose curves are learnt from; may be the same
   * @param threads most threads to use; results don't depend on it
   */
  public PredictedScaling(DatasetReader source, DatasetReader teacher, int threads) {
    this.source = source;
    learntFrom = teacher.scaling();
    trainer = new ScalingTrainer(teacher.uniformCluster().gpusPerNode(), threads);
  }

  /**
   * The model, and how far it is off.
   *
   * @throws org.limpid.files.DataException if there are too few measured curves
   */
  public ScalingReport train() {
    int measured = (int) learntFrom.all().stream().filter(curve -> !curve.isPredicted()).count();
    return new ScalingReport(
        measured, trainer.train(learntFrom), ScalingErrors.of(trainer, learntFrom));
  }

  /**
   * Writes the data set with predictions for whatever is missing.
   *
   * @param out folder to make
   * @param overwrite whether an older data set may be replaced
   * @return a sentence on what was predicted
   * @throws org.limpid.files.DataException if it can't be written
   */
  public String write(ScalingModel model, Path out, boolean overwrite) {
    Trace trace = source.trace();
    int[] gpuCounts = gpuCounts(trace);
    Map<String, ScalingCurve> curves = new LinkedHashMap<>();
    source.scaling().all().forEach(curve -> curves.put(curve.name(), model.complete(curve)));
    String[] names = new String[trace.size()];
    for (int row = 0; row < names.length; row++) {
      if (!trace.optional().has(JobAttribute.SCALING, row)) {
        ScalingCurve curve = Kind.of(trace, row).curve(model, gpuCounts);
        curves.putIfAbsent(curve.name(), curve);
        names[row] = curve.name();
      }
    }
    derived(trace, names, ScalingCurves.of(List.copyOf(curves.values())))
        .write(source, out, overwrite);
    return words(curves, names);
  }

  private static String words(Map<String, ScalingCurve> curves, String[] names) {
    long predicted = curves.values().stream().filter(ScalingCurve::isPredicted).count();
    long jobs = Arrays.stream(names).filter(name -> name != null).count();
    return "%,d of %,d scaling curves are predicted in whole or in part; %,d of %,d jobs had none."
        .formatted(predicted, curves.size(), jobs, names.length);
  }

  /** The columns that were learnt from, and those of jobs without a curve. */
  private int[] gpuCounts(Trace trace) {
    TreeSet<Integer> counts = new TreeSet<>();
    for (ScalingCurve curve : learntFrom.all()) {
      IntStream.range(0, curve.columns()).map(curve::gpuCount).forEach(counts::add);
    }
    for (int row = 0; row < trace.size(); row++) {
      if (!trace.optional().has(JobAttribute.SCALING, row)) {
        counts.add(trace.gpuCount(row));
      }
    }
    return counts.stream().mapToInt(count -> count).toArray();
  }

  private DerivedDataset derived(Trace trace, String[] names, ScalingCurves curves) {
    DatasetDescription description = source.description();
    return new DerivedDataset(
        description.name(),
        description.title() + "; missing scaling curves predicted",
        description.time(),
        source.cluster().virtualClusters(),
        description.profiler(),
        IntStream.range(0, trace.size()).toArray(),
        row -> names[row] == null ? trace.job(row) : named(trace.job(row), names[row]),
        true,
        curves,
        ElasticRule.ATTRIBUTES);
  }

  private static Trace.Job named(Trace.Job job, String curve) {
    return job.with(job.attributes().with(JobAttribute.SCALING, curve));
  }

  /**
   * What is known of the scaling of jobs without a curve; those of a kind share a predicted one.
   *
   * @param batchSize on all GPUs together; 0: unknown
   * @param rate iterations per second on these GPUs; NaN: unknown
   */
  private record Kind(String model, int batchSize, int gpus, double rate) {
    static Kind of(Trace trace, int row) {
      WorkloadProfile profile = trace.workloadProfile(row);
      int gpus = trace.gpuCount(row);
      if (profile == null) {
        return new Kind("unknown", 0, gpus, rate(trace, row));
      }
      Workload workload = profile.workload();
      return new Kind(
          workload.model(), Math.multiplyExact(workload.batchSize(), gpus), gpus, rate(trace, row));
    }

    /** What its iterations and its duration say, in steps. */
    private static double rate(Trace trace, int row) {
      if (!trace.optional().has(JobAttribute.ITERATIONS, row) || trace.durationSeconds(row) == 0) {
        return Double.NaN;
      }
      double rate =
          trace.optional().number(JobAttribute.ITERATIONS, row)
              / (double) trace.durationSeconds(row);
      double doublings = Math.log(rate) / Math.log(2);
      return Math.pow(2, Math.rint(doublings * STEPS_PER_DOUBLING) / STEPS_PER_DOUBLING);
    }

    ScalingCurve curve(ScalingModel learnt, int[] gpuCounts) {
      String speed = Double.isNaN(rate) ? "" : String.format(Locale.ROOT, "-%.3g-per-s", rate);
      String name = "predicted-%s-%dgpu%s".formatted(model, gpus, speed);
      return learnt.predict(name, batchSize, gpuCounts, gpus, rate);
    }
  }
}
