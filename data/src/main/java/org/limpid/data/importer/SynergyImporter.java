package org.limpid.data.importer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetWriter;
import org.limpid.data.io.Limits;
import org.limpid.data.io.TraceCollector;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problems;

/**
 * Makes a data set from a trace that Synergy's artifact (OSDI 2022) replays, with the CPUs, memory
 * and storage of its servers, and with what each model gains by them. A job runs for its iterations
 * times that of one iteration at its fair share. Parts of a second of its arrival are kept.
 */
final class SynergyImporter {
  private static final ImportOption<Path> CLUSTER =
      ImportOption.of(
              "cluster", "FILE", Path.class, "Servers of the cluster, such as default_cluster.ini.")
          .asRequired();

  private static final ImportOption<Path> MODELS =
      ImportOption.of("models", "FILE", Path.class, "Profiles of the models, model_zoo.json.")
          .asRequired();

  private static final ImportOption<String> SET =
      ImportOption.of(
          "model-set",
          "NAME",
          String.class,
          "Which of its sets, such as models-4 (that for the CPUs per GPU of the cluster).");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "synergy",
          "Import a trace of Synergy, with what its models gain by CPUs and memory.",
          "The trace: job, model, arrival, iterations, GPUs, without a header.",
          "trace.csv --cluster default_cluster.ini --models model_zoo.json --out synergy",
          List.of(CLUSTER, MODELS, SET),
          request -> new SynergyImporter(request).run());

  private static final String OWNER = "synergy";
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2022, 7, 11, 0, 0);
  private static final int NANO_DIGITS = 9;
  private static final long MIB_PER_GB = 1024;
  private static final List<String> COLUMNS =
      List.of("job_id", "model", "arrival", "iterations", "gpu_num");

  private enum Column {
    JOB_ID,
    MODEL,
    ARRIVAL,
    ITERATIONS,
    GPU_NUM
  }

  private final ImportRequest request;
  private final Problems problems = new Problems();
  private final ImportedJobs jobs = new ImportedJobs();
  private final ClusterDescription cluster;
  private final ResourceProfiles profiles;
  private final List<String> notes = new ArrayList<>();
  private BigDecimal last = BigDecimal.ZERO;
  private boolean isSorted = true;

  private SynergyImporter(ImportRequest request) {
    this.request = request;
    this.cluster = ClusterIni.read(request.get(CLUSTER).orElseThrow(), OWNER);
    NodeGroup nodes = cluster.groups().getFirst();
    this.profiles = SynergyModels.read(request.get(MODELS).orElseThrow(), request.get(SET), nodes);
  }

  /**
   * Imports the trace.
   *
   * @throws DataException with all that is wrong with it
   */
  private ImportReport run() {
    Path file = request.path();
    CsvSchema schema = CsvSchema.of(List.of(Column.values()), List.of());
    CsvInput.readHeaderless(file, COLUMNS, schema, problems, this::read);
    if (jobs.isEmpty() && problems.isEmpty()) {
      problems.add(file, "expected jobs, found none", "");
    }
    problems.throwIfAny();
    TraceCollector collector = new TraceCollector(file, problems, 0, cluster, null);
    jobs.sendSorted(job -> job, collector);
    problems.throwIfAny();
    Trace trace = collector.trace();
    write(trace);
    tell();
    return new ImportReport(request.out(), trace.size(), Map.of(), notes);
  }

  private void read(CsvRow row) {
    JobId id = row.jobId(Column.JOB_ID);
    Optional<ResourceProfile> profile = profile(row);
    BigDecimal arrival = arrival(row);
    long iterations = row.wholeNumber(Column.ITERATIONS, 1, Limits.MAX_SECONDS, "");
    int gpus = (int) row.wholeNumber(Column.GPU_NUM, 1, cluster.gpuCount(), "");
    if (row.isGood()) {
      isSorted &= last.compareTo(arrival) <= 0;
      last = arrival;
      jobs.accept(row.line(), job(id, profile.orElseThrow(), arrival, iterations, gpus));
    }
  }

  private Optional<ResourceProfile> profile(CsvRow row) {
    String model = row.requiredText(Column.MODEL);
    Optional<ResourceProfile> found = profiles.find(model);
    if (found.isEmpty() && !model.isEmpty()) {
      List<String> known = profiles.all().stream().map(ResourceProfile::model).toList();
      row.problem(
          Column.MODEL,
          "expected one of the models " + String.join(", ", known),
          ClosestName.hint(model, known));
    }
    return found;
  }

  private static BigDecimal arrival(CsvRow row) {
    row.number(Column.ARRIVAL, 0, Limits.MAX_SECONDS, "");
    if (!row.isGood()) {
      return BigDecimal.ZERO;
    }
    BigDecimal arrival = new BigDecimal(row.text(Column.ARRIVAL).strip()).stripTrailingZeros();
    if (arrival.scale() > NANO_DIGITS) {
      row.problem(Column.ARRIVAL, "expected at most nine decimals of a second", "");
    }
    return arrival;
  }

  private static Trace.Job job(
      JobId id, ResourceProfile profile, BigDecimal arrival, long iterations, int gpus) {
    BigDecimal second = arrival.setScale(0, RoundingMode.DOWN);
    long nanos = arrival.subtract(second).movePointRight(NANO_DIGITS).longValue();
    double seconds = iterations * profile.iterationSeconds();
    JobAttributes attributes =
        JobAttributes.NONE
            .with(JobAttribute.MEMORY_MIB, Math.round(gpus * profile.memoryGbPerGpu() * MIB_PER_GB))
            .with(JobAttribute.ITERATIONS, iterations)
            .with(JobAttribute.SENSITIVITY, profile.model())
            .with(JobAttribute.SUBMIT_NANOS, nanos);
    return new Trace.Job(
        id,
        OWNER,
        OWNER,
        "",
        gpus,
        (int) Math.ceil(gpus * profile.cpusPerGpu()),
        "UNKNOWN",
        second.longValue(),
        Math.clamp(Math.round(seconds), 1, Limits.MAX_SECONDS),
        null,
        attributes);
  }

  private void write(Trace trace) {
    DatasetDescription description =
        DatasetDescription.withUsualFiles(
                OWNER,
                "Jobs of %s, as Synergy's artifact replays them"
                    .formatted(request.path().getFileName()),
                new DatasetDescription.Time(FIRST_DAY, 0),
                cluster,
                null,
                Map.of(),
                null)
            .withoutProfiles()
            .withSensitivity();
    try (DatasetWriter writer =
        DatasetWriter.create(request.out(), description, request.overwrite())) {
      writer.virtualClusters(cluster.virtualClusters());
      writer.jobs(trace);
      writer.sensitivity(profiles);
      writer.commit();
    }
  }

  private void tell() {
    notes.add(
        "The trace counts seconds from a start that it doesn't tell: %s here."
            .formatted(FIRST_DAY.toLocalDate()));
    notes.add("It names no users and no workload types, so policies that look at them can't run.");
    if (!isSorted) {
      notes.add(
          "Its jobs were sorted by arrival; where some arrive at the same time, the artifact may"
              + " queue them otherwise.");
    }
  }
}
