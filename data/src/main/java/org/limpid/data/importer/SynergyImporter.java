package org.limpid.data.importer;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.data.JobId;
import org.limpid.data.ResourceProfile;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.Limits;
import org.limpid.files.DataException;
import org.limpid.files.Problems;

/**
 * Makes a data set from a trace that Synergy's artifact (OSDI 2022) replays, with the CPUs, memory
 * and storage of its servers, and with what each model gains by them. A job runs for its iterations
 * times that of one iteration at its fair share. Parts of a second of its arrival are kept.
 */
final class SynergyImporter {
  static final TraceImporter IMPORTER =
      new TraceImporter(
          "synergy",
          "Import a trace of Synergy, with what its models gain by CPUs and memory.",
          "The trace: job, model, arrival, iterations, GPUs, without a header.",
          "trace.csv --cluster default_cluster.ini --models model_zoo.json --out synergy",
          SynergyData.OPTIONS,
          request -> new SynergyImporter(request).run());

  private static final int NANO_DIGITS = 9;
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
  private final SynergyData data;
  private BigDecimal last = BigDecimal.ZERO;
  private boolean isSorted = true;

  private SynergyImporter(ImportRequest request) {
    this.request = request;
    this.data = new SynergyData(request, problems);
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
    if (data.jobs().isEmpty() && problems.isEmpty()) {
      problems.add(file, "expected jobs, found none", "");
    }
    data.tell(
        "The trace counts seconds from a start that it doesn't tell: %s here."
            .formatted(SynergyData.FIRST_DAY.toLocalDate()));
    data.tell("It names no users and no workload types, so policies that look at them can't run.");
    if (!isSorted) {
      data.tell(
          "Its jobs were sorted by arrival; where some arrive at the same time, the artifact may"
              + " queue them otherwise.");
    }
    return data.write(
        file, "Jobs of %s, as Synergy's artifact replays them".formatted(file.getFileName()));
  }

  private void read(CsvRow row) {
    JobId id = row.jobId(Column.JOB_ID);
    Optional<ResourceProfile> profile = SynergyTable.profile(row, Column.MODEL, data.profiles());
    BigDecimal arrival = arrival(row);
    long iterations = row.wholeNumber(Column.ITERATIONS, 1, Limits.MAX_SECONDS, "");
    int gpus = (int) row.wholeNumber(Column.GPU_NUM, 1, data.cluster().gpuCount(), "");
    if (row.isGood()) {
      isSorted &= last.compareTo(arrival) <= 0;
      last = arrival;
      data.accept(row.line(), id, profile.orElseThrow(), arrival, iterations, gpus);
    }
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
}
