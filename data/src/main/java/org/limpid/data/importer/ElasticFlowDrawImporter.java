package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.generate.ElasticFlowDraw;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * Makes a data set of jobs that the trace generator of ElasticFlow's artifact draws, see {@link
 * ElasticFlowDraw}, from the throughput tables of the artifact.
 */
final class ElasticFlowDrawImporter {
  private static final ImportOption<Long> JOBS =
      ImportOption.of("jobs", "N", Long.class, "Number of jobs (100).");
  private static final ImportOption<Double> MEAN_GAP =
      ImportOption.of("mean-gap", "SECONDS", Double.class, "Mean time between submissions (1500).");
  private static final ImportOption<Double> LEAST_DEADLINE =
      ImportOption.of(
          "min-deadline",
          "FACTOR",
          Double.class,
          "Shortest time from submission to deadline, in durations (0.5).");
  private static final ImportOption<Double> MOST_DEADLINE =
      ImportOption.of("max-deadline", "FACTOR", Double.class, "Longest such time (1.5).");
  private static final ImportOption<Double> BEST_EFFORT =
      ImportOption.of(
          "best-effort", "SHARE", Double.class, "Share of the jobs without a deadline (0).");
  private static final ImportOption<Long> SEED =
      ImportOption.of("seed", "S", Long.class, "Another seed, other jobs (1).");
  private static final ImportOption<Long> DEADLINE_SEED =
      ImportOption.of(
          "deadline-seed",
          "S",
          Long.class,
          "Another seed, other deadlines and best-effort jobs (1).");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "elasticflow-draw",
          "Draw jobs as the trace generator of ElasticFlow's artifact does; same seeds, same jobs.",
          "Folder with the throughput tables of the artifact, MODEL.csv.",
          "throughputs_A100 --jobs 1000 --nodes 16 --out drawn",
          List.of(
              JOBS,
              MEAN_GAP,
              LEAST_DEADLINE,
              MOST_DEADLINE,
              BEST_EFFORT,
              SEED,
              DEADLINE_SEED,
              ElasticMachines.NODES,
              UsedMachines.GPUS_PER_NODE,
              ElasticMachines.CLUSTER,
              ElasticTables.GPU_TYPE),
          request -> new ElasticFlowDrawImporter(request).run());

  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2021, 3, 4, 0, 0);

  private final ImportRequest request;
  private final ImportRun run;

  private ElasticFlowDrawImporter(ImportRequest request) {
    this.request = request;
    run = new ImportRun(request);
  }

  private ImportReport run() {
    ElasticFlowDraw.Options options = options();
    ElasticTables tables = ElasticTables.read(request.path(), request.get(ElasticTables.GPU_TYPE));
    requireAll(tables.curves());
    String name = "elasticflow-%d-jobs-seed-%d".formatted(options.jobs(), options.seed());
    List<ElasticFlowDraw.Job> jobs = ElasticFlowDraw.jobs(tables.curves(), options);
    for (int job = 0; job < jobs.size(); job++) {
      run.jobs().accept(0, job(JobId.of(job), name, jobs.get(job)));
    }
    run.scaling(tables.curves());
    run.notes().add(tables.text());
    ClusterDescription cluster = new ElasticMachines(request).of(run, name);
    return run.finishUnshifted(request.path(), name, FIRST_DAY, cluster, AssignmentRule.JOB);
  }

  private ElasticFlowDraw.Options options() {
    try {
      return new ElasticFlowDraw.Options(
          Math.clamp(request.get(JOBS).orElse(100L), -1, Integer.MAX_VALUE),
          request.get(MEAN_GAP).orElse(1500.0),
          request.get(LEAST_DEADLINE).orElse(0.5),
          request.get(MOST_DEADLINE).orElse(1.5),
          request.get(BEST_EFFORT).orElse(0.0),
          request.get(SEED).orElse(1L),
          request.get(DEADLINE_SEED).orElse(1L));
    } catch (IllegalArgumentException e) {
      throw new DataException(Problem.of("options", e.getMessage().replace("\n", "; "), ""));
    }
  }

  private void requireAll(ScalingCurves curves) {
    Path folder = request.path();
    List<String> lacks = ElasticFlowDraw.lacks(curves);
    if (!lacks.isEmpty()) {
      throw new DataException(
          Problem.ofFile(
              folder,
              "expected throughputs on 1, 2, 4, 8 and 16 GPUs of all that is drawn; they lack of "
                  + String.join(", ", lacks),
              "Maybe these are the tables of other GPUs."));
    }
  }

  private static Trace.Job job(JobId id, String owner, ElasticFlowDraw.Job drawn) {
    JobAttributes known =
        JobAttributes.NONE
            .with(JobAttribute.ITERATIONS, drawn.iterations())
            .with(JobAttribute.SCALING, drawn.curve().name());
    return ElasticFlowJobs.job(
        id,
        owner,
        drawn.curve().model(),
        drawn.gpuCount(),
        drawn.submitSeconds(),
        drawn.durationSeconds(),
        drawn.isBestEffort() ? known : known.with(JobAttribute.DEADLINE, drawn.deadlineSeconds()));
  }
}
