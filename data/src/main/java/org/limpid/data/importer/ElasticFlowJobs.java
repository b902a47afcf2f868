package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.Limits;
import org.limpid.files.ClosestName;

/**
 * The job file of a run of ElasticFlow's artifact, with the scaling curves that go with it. All its
 * jobs are taken, with their times as they are. A job that is marked as best effort has no
 * deadline, whatever its row says.
 */
final class ElasticFlowJobs {
  /** As for own files: it is this importer that others send such tables to. */
  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(
                  Column.JOB_ID,
                  Column.SUBMIT_TIME,
                  Column.ITERATION,
                  Column.MODEL_NAME,
                  Column.DDL,
                  Column.BATCH_SIZE,
                  Column.NUM_GPU,
                  Column.DURATION),
              List.of(Column.BEST_EFFORT))
          .alias("submission_time", Column.SUBMIT_TIME)
          .alias("num_iteration", Column.ITERATION)
          .alias("deadline", Column.DDL)
          .ownFiles()
          .ignoringOthers();

  private static final int MOST_GPUS = 1_000_000;

  private enum Column {
    JOB_ID,
    SUBMIT_TIME,
    ITERATION,
    MODEL_NAME,
    DDL,
    BATCH_SIZE,
    NUM_GPU,
    DURATION,
    BEST_EFFORT
  }

  private final ImportRun run;
  private final ScalingCurves curves;
  private final LocalDateTime origin;

  /**
   * @param origin second 0 of all times
   */
  ElasticFlowJobs(ImportRun run, ScalingCurves curves, LocalDateTime origin) {
    this.run = run;
    this.curves = curves;
    this.origin = origin;
  }

  /** Reads all jobs. */
  void read(Path file) {
    CsvInput.read(file, SCHEMA, run.problems(), this::read);
  }

  private void read(CsvRow row) {
    JobId id = row.jobId(Column.JOB_ID);
    long submit = row.seconds(Column.SUBMIT_TIME, origin, 0, "");
    long duration = row.wholeNumber(Column.DURATION, 1, Limits.MAX_SECONDS, "");
    int gpus = (int) row.wholeNumber(Column.NUM_GPU, 1, MOST_GPUS, "");
    String model = row.requiredText(Column.MODEL_NAME);
    JobAttributes known =
        JobAttributes.NONE
            .with(
                JobAttribute.ITERATIONS,
                row.wholeNumber(Column.ITERATION, 1, JobAttribute.ITERATIONS.maximum(), ""))
            .with(JobAttribute.SCALING, curve(row, model, gpus));
    if (!isBestEffort(row)) {
      known = known.with(JobAttribute.DEADLINE, deadline(row, submit));
    }
    if (row.isGood()) {
      run.jobs().accept(row.line(), job(id, run.name(), model, gpus, submit, duration, known));
    }
  }

  /** A job of the only user of a cluster. */
  static Trace.Job job(
      JobId id,
      String owner,
      String model,
      int gpus,
      long submit,
      long duration,
      JobAttributes known) {
    return new Trace.Job(
        id, owner, owner, model, gpus, 0, "UNKNOWN", submit, duration, null, known);
  }

  private static boolean isBestEffort(CsvRow row) {
    return row.has(Column.BEST_EFFORT) && row.flag(Column.BEST_EFFORT);
  }

  private static long deadline(CsvRow row, long submit) {
    long deadline = row.wholeNumber(Column.DDL, 0, Limits.MAX_SECONDS, "");
    if (row.isGood() && deadline <= submit) {
      row.problem(
          Column.DDL,
          "expected a deadline after %d, when the job was submitted".formatted(submit),
          "Maybe it counts from the submission, or the job is best effort.");
    }
    return deadline;
  }

  private String curve(CsvRow row, String model, int gpus) {
    long batchSize = row.wholeNumber(Column.BATCH_SIZE, 1, Integer.MAX_VALUE, "");
    String name = ScalingCurve.name(model, (int) batchSize);
    if (row.isGood()) {
      curves
          .find(name)
          .ifPresentOrElse(curve -> requireColumn(row, curve, gpus), () -> noteUnknown(row, model));
    }
    return name;
  }

  private void noteUnknown(CsvRow row, String model) {
    List<ScalingCurve> ofModel =
        curves.all().stream().filter(curve -> curve.model().equals(model)).toList();
    if (ofModel.isEmpty()) {
      row.problem(
          Column.MODEL_NAME,
          "expected a model with a throughput table",
          ClosestName.hint(
              model, curves.all().stream().map(ScalingCurve::model).distinct().toList()));
    } else {
      row.problem(
          Column.BATCH_SIZE,
          "expected a batch size of the throughput table of %s, which has %s"
              .formatted(
                  model, String.join(", ", ofModel.stream().map(c -> "" + c.batchSize()).toList())),
          "");
    }
  }

  private static void requireColumn(CsvRow row, ScalingCurve curve, int gpus) {
    if (!curve.runsOn(gpus)) {
      row.problem(
          Column.NUM_GPU,
          "expected a number of GPUs on which %s has a throughput above 0".formatted(curve.name()),
          "Maybe its table lacks a value.");
    }
  }
}
