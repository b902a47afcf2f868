package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.io.RowFaults;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * Makes a data set from the tables of jobs that simulators of the field share: those of Tiresias
 * (NSDI 2019; commas, a header line with {@code num_gpu} and {@code iterations}), and those of
 * Gavel (OSDI 2020; tabs, no header line, 7 or 10 fields), which tell steps instead of durations
 * and so need Gavel's table of throughputs.
 *
 * <p>Neither has users, states or machines. The models that they name are not those of the
 * generator, so they become names of jobs, and workloads are drawn per job.
 */
final class TiresiasImporter {
  private static final ImportOption<Path> THROUGHPUTS =
      ImportOption.of(
          "throughputs",
          "FILE",
          Path.class,
          "For Gavel: its table of steps per second, such as oracle_throughputs.json.");
  private static final ImportOption<String> GPU_TYPE =
      ImportOption.of(
          "gpu-type",
          "TYPE",
          String.class,
          "For Gavel: GPUs on which durations are those of the table (v100).");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "tiresias",
          "Import a table of jobs of the simulators of Tiresias or Gavel.",
          "The table, such as 480_job.csv, or a .trace of Gavel.",
          "480_job.csv --gpus-per-node 4 --out tiresias",
          List.of(
              UsedMachines.GPUS_PER_NODE,
              UsedMachines.CAPACITY,
              ChosenNodes.NODES,
              THROUGHPUTS,
              GPU_TYPE,
              ImportRun.SEED),
          request -> new TiresiasImporter(request).run());

  private static final List<String> NEEDED =
      List.of("job_id", "num_gpu", "submit_time", "duration");

  /** Columns of Gavel's traces, which have no names there, by how many they are. */
  private static final Map<Integer, List<String>> GAVEL =
      Map.of(
          7,
          List.of(
              "model_name",
              "command",
              "argument",
              "needs_data",
              GavelRates.STEPS,
              "submit_time",
              "num_gpu"),
          10,
          List.of(
              "model_name",
              "command",
              "folder",
              "argument",
              "needs_data",
              GavelRates.STEPS,
              "num_gpu",
              "priority",
              "slo",
              "submit_time"));

  /** Weights may be fractions, priorities not. */
  private static final String WHOLE = "\\d+(\\.0*)?";

  private final LogImport log;
  private final UsedMachines machines;
  private final Optional<Path> throughputs;
  private final String gpuType;
  private List<String> names;
  private String separator = ",";
  private Optional<GavelRates> rates = Optional.empty();

  private TiresiasImporter(ImportRequest request) {
    log = new LogImport(request);
    machines = new UsedMachines(request);
    throughputs = request.get(THROUGHPUTS);
    gpuType = request.get(GPU_TYPE).orElse("v100");
  }

  private ImportReport run() {
    TextLines.read(log.file(), log.run().problems(), this::read);
    log.run().notes().add("The table names no users: all jobs count as one's.");
    log.noteUnknownStart();
    rates.ifPresent(each -> log.run().notes().add(each.text()));
    return log.finish(
        machines,
        false,
        () -> machines.fromUse(log.file(), log.run().jobs(), log.run().notes()),
        AssignmentRule.JOB);
  }

  private void read(long line, String text) {
    if (names == null) {
      begin(line, text);
      if (rates.isEmpty()) {
        return;
      }
    }
    log.row(line, names, fields(text)).ifPresent(this::take);
  }

  private List<String> fields(String text) {
    return Stream.of(text.strip().split(separator, -1)).map(String::strip).toList();
  }

  /** The first line says whose table it is. */
  private void begin(long line, String text) {
    if (text.contains("\t")) {
      separator = "\t";
      names = GAVEL.get(fields(text).size());
      rates = throughputs.map(file -> GavelRates.read(file, gpuType));
    } else {
      names = fields(text);
    }
    boolean isKnown = names != null && (separator.equals("\t") || names.containsAll(NEEDED));
    if (!isKnown) {
      throw refused(
          line,
          "expected the columns %s, or a trace of Gavel with 7 or 10 fields"
              .formatted(String.join(", ", NEEDED)),
          "Maybe 'limpid data import csv' reads it.");
    }
    if (separator.equals("\t") && rates.isEmpty()) {
      throw refused(
          line,
          "a trace of Gavel tells steps, not durations",
          "Maybe --throughputs oracle_throughputs.json, the table that comes with Gavel.");
    }
  }

  private DataException refused(long line, String message, String hint) {
    return new DataException(new Problem(log.file().toString(), line, "", "", message, hint));
  }

  private void take(TextRow row) {
    double gpus = row.neededNumber("num_gpu");
    double submit = row.neededNumber("submit_time");
    double seconds =
        rates.map(each -> each.seconds(row)).orElseGet(() -> row.neededNumber("duration"));
    Optional<JobId> id =
        JobId.parse(rates.isPresent() ? "" + (row.line() - 1) : row.text("job_id"));
    if (id.isEmpty()) {
      row.problem("job_id", "expected a whole number or a text", "");
    } else if (log.run()
        .jobs()
        .isKept(submit < 0 ? RowFaults.NO_SUBMISSION : LogImport.misfit(gpus, seconds))) {
      String vc = log.onlyVirtualCluster();
      log.take(
          row,
          id.get(),
          new LogImport.Told(vc, vc, row.text("model_name"), gpus, 0, "", (long) submit, seconds),
          row.text("priority").matches(WHOLE)
              ? LogImport.with(JobAttributes.NONE, JobAttribute.PRIORITY, row.number("priority"))
              : JobAttributes.NONE);
    }
  }
}
