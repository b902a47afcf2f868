package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobId;
import org.limpid.data.OptionalColumns;
import org.limpid.data.ScalingCurve;
import org.limpid.data.Trace;
import org.limpid.reference.ReferenceDescription;
import org.limpid.reference.ReferenceInputs;
import org.limpid.reference.ReferenceResult;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.TableSink;
import org.limpid.simulation.policy.Setting;

/** The schedulers of ElasticFlow's artifact by the names of their policies. */
public final class ElasticFlow implements ReferenceSimulator {
  /** Length of the rounds of all schedulers, and of the leases of Themis. */
  public static final Setting<Integer> SLOT =
      Setting.wholeNumber("slotSeconds", 1, 86_400)
          .option(
              "slot",
              "SECONDS",
              "Length of a round in the simulator of ElasticFlow's artifact, with --reference"
                  + " (60).")
          .byDefault(60)
          .label("the slot")
          .build();

  private static final String IMPORT =
      "Maybe import the jobs with 'limpid data import elasticflow JOBS.csv --throughput DIR'.";

  private final String name;
  private final String summary;
  private final boolean elastic;
  private final Function<ScalingCurve, GpuCurve> curves;
  private final Consumer<Scene> runner;

  private ElasticFlow(
      String name,
      String summary,
      boolean elastic,
      Function<ScalingCurve, GpuCurve> curves,
      Consumer<Scene> runner) {
    this.name = name;
    this.summary = summary;
    this.elastic = elastic;
    this.curves = curves;
    this.runner = runner;
  }

  /** All schedulers whose results the artifact shows, but those that need other programs. */
  public static List<ReferenceSimulator> simulators() {
    return List.of(
        new ElasticFlow(
            "edf",
            "most urgent job first, with all GPUs that it can use",
            true,
            GpuCurve::whole,
            scene -> new EdfRun(scene, false).run()),
        new ElasticFlow(
            "edf-admission",
            "the same, with jobs refused whose deadline can't be kept",
            true,
            GpuCurve::whole,
            scene -> new EdfRun(scene, true).run()),
        new ElasticFlow(
            "gandiva",
            "jobs of one size take turns on nodes",
            false,
            GpuCurve::whole,
            scene -> new GandivaRun(scene).run()),
        new ElasticFlow(
            "tiresias-deadline",
            "queues by attained GPU time, with deadlines counted",
            false,
            GpuCurve::whole,
            scene -> new TiresiasRun(scene).run()),
        new ElasticFlow(
            "themis",
            "leases by finish-time fairness, with deadlines counted",
            false,
            GpuCurve::whole,
            scene -> new ThemisRun(scene).run()),
        new ElasticFlow(
            "elasticflow",
            "minimum share that keeps the deadline, rest where it counts most, with admission",
            true,
            GpuCurve::elastic,
            scene -> new ElasticFlowRun(scene, true).run()),
        new ElasticFlow(
            "elasticflow-no-admission",
            "the same, with all jobs taken",
            true,
            GpuCurve::elastic,
            scene -> new ElasticFlowRun(scene, false).run()));
  }

  @Override
  public ReferenceDescription about() {
    return new ReferenceDescription(
        name,
        "ElasticFlow's artifact",
        summary,
        List.of("scaling curves", "iterations"),
        Set.of(JobAttribute.ITERATIONS, JobAttribute.SCALING, JobAttribute.DEADLINE),
        List.of(SLOT));
  }

  @Override
  public List<String> lacks(ReferenceInputs inputs) {
    List<String> lacks = new ArrayList<>();
    ClusterDescription cluster = inputs.cluster();
    if (cluster.virtualClusters().size() != 1 || !cluster.hasEqualNodes()) {
      lacks.add(
          "expected one virtual cluster of equal nodes, found %d virtual clusters%s. Maybe merge them in dataset.json."
              .formatted(
                  cluster.virtualClusters().size(),
                  cluster.hasEqualNodes() ? "" : " with different nodes"));
    }
    Set<String> ofJobs = new LinkedHashSet<>();
    for (int row = 0; row < inputs.trace().size() && ofJobs.isEmpty(); row++) {
      ofJobs.addAll(lacks(inputs, row));
    }
    lacks.addAll(ofJobs);
    return lacks;
  }

  private List<String> lacks(ReferenceInputs inputs, int row) {
    Trace trace = inputs.trace();
    String job = "job " + trace.jobId(row);
    if (!trace.optional().has(JobAttribute.ITERATIONS, row)) {
      return List.of("%s has no number of iterations. %s".formatted(job, IMPORT));
    }
    String curve = trace.optional().text(JobAttribute.SCALING, row);
    if (inputs.scaling().find(curve).isEmpty()) {
      return List.of(
          (curve.isEmpty()
                  ? "%s names no scaling curve. %s"
                  : "%s has a scaling curve that is not there: %3$s. %2$s")
              .formatted(job, IMPORT, curve));
    }
    int gpus = trace.gpuCount(row);
    if (!elastic && SizeClasses.of(gpus) < 0) {
      return List.of(
          "%s asks for %d GPUs, and the artifact has no place for so many. Maybe leave it out."
              .formatted(job, gpus));
    }
    if (!elastic && gpus > inputs.cluster().gpuCount()) {
      return List.of(
          "%s asks for %d GPUs of %d. Maybe the cluster is too small."
              .formatted(job, gpus, inputs.cluster().gpuCount()));
    }
    return List.of();
  }

  @Override
  public ReferenceResult run(ReferenceInputs inputs, TableSink tables) {
    int gpusPerNode = inputs.cluster().gpusPerNode(inputs.cluster().virtualClusters().getFirst());
    Machines machines = new Machines(inputs.cluster().nodeCount(), gpusPerNode);
    List<Job> jobs = jobs(inputs);
    try (EventLog rows = new EventLog(tables, machines)) {
      JobLog log = new JobLog(jobs);
      runner.accept(new Scene(machines, inputs.settings().get(SLOT), jobs, log, rows));
      return log.result(rows.utilisation());
    }
  }

  private List<Job> jobs(ReferenceInputs inputs) {
    Trace trace = inputs.trace();
    OptionalColumns optional = trace.optional();
    Job[] jobs = new Job[trace.size()];
    Map<String, GpuCurve> known = new HashMap<>();
    IntUnaryOperator numbers = numbers(trace);
    Arrays.setAll(
        jobs,
        row ->
            new Job(
                row,
                numbers.applyAsInt(row),
                trace.submitSeconds(row),
                optional.has(JobAttribute.DEADLINE, row)
                    ? optional.number(JobAttribute.DEADLINE, row)
                    : Job.NO_DEADLINE,
                trace.durationSeconds(row),
                trace.gpuCount(row),
                optional.number(JobAttribute.ITERATIONS, row),
                known.computeIfAbsent(
                    optional.text(JobAttribute.SCALING, row),
                    curve -> curves.apply(inputs.scaling().find(curve).orElseThrow()))));
    return List.of(jobs);
  }

  /**
   * What the artifact calls a job in its maps: its row in the file that it was imported from. Where
   * identifiers count all jobs from 0, they tell that row even if the file was not sorted.
   */
  private static IntUnaryOperator numbers(Trace trace) {
    BitSet seen = new BitSet();
    for (int row = 0; row < trace.size(); row++) {
      JobId id = trace.jobId(row);
      if (!id.isNumber() || id.number() >= trace.size()) {
        return IntUnaryOperator.identity();
      }
      seen.set((int) id.number());
    }
    return seen.cardinality() == trace.size() ? row -> (int) trace.jobId(row).number() : row -> row;
  }
}
