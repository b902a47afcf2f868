package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.io.CsvHeader;
import org.limpid.data.io.CsvInput;
import org.limpid.files.DataException;

/**
 * Makes a data set from any table with a row per job: a CSV file with commas, semicolons, tabs or
 * vertical bars. {@link TableMap} finds its columns, {@link TableJobs} reads its rows, {@link
 * NodeSizes} or {@link UsedMachines} say how many nodes there are. Jobs get a workload of the
 * generator by {@link AssignmentRule#GROUP}, or by {@link AssignmentRule#JOB} where the table names
 * no users.
 */
final class CsvImporter {
  private static final ImportOption<String> MAP =
      ImportOption.of(
          "map",
          "COLUMN=NAME,...",
          String.class,
          "What the table calls a column: "
              + Stream.of(TableColumn.values())
                  .map(TableColumn::word)
                  .collect(Collectors.joining(", "))
              + ". Those that are left out are guessed by common names. submit, gpus, and duration"
              + " or start and end are needed.");
  private static final ImportOption<DateText.DateOrder> DATES =
      ImportOption.choice(
          "dates",
          "ORDER",
          DateText.DateOrder.class,
          dateOrders(),
          "How to read dates such as 3/2/2026: day-first or month-first.");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "csv",
          "Import a table of your own with a row per job: fills in what it lacks, and says so.",
          "The table: a CSV file, or one with semicolons, tabs or vertical bars, plain or gzipped.",
          "jobs.csv --map id=JobID,gpus=GPUs,submit=Submitted --nodes prod=4,research=4 --out mine",
          List.of(
              MAP,
              ChosenNodes.NODES,
              UsedMachines.GPUS_PER_NODE,
              UsedMachines.CAPACITY,
              DATES,
              ImportRun.SEED),
          request -> new CsvImporter(request).run());

  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  private final ImportRequest request;
  private final Path table;
  private final UsedMachines machines;
  private final ChosenNodes nodes;
  private final ImportRun run;
  private final ImportedJobs jobs;
  private final List<String> notes;

  private CsvImporter(ImportRequest request) {
    this.request = request;
    table = request.path();
    machines = new UsedMachines(request);
    nodes = new ChosenNodes(request);
    run = new ImportRun(request);
    jobs = run.jobs();
    notes = run.notes();
  }

  private static Map<String, DateText.DateOrder> dateOrders() {
    Map<String, DateText.DateOrder> orders = new LinkedHashMap<>();
    orders.put("day-first", DateText.DateOrder.DAY_FIRST);
    orders.put("month-first", DateText.DateOrder.MONTH_FIRST);
    return orders;
  }

  /**
   * Imports the table.
   *
   * @throws DataException with all that is wrong with it
   */
  private ImportReport run() {
    TableMap map = map();
    readJobs(map);
    ClusterDescription cluster = cluster(map);
    AssignmentRule rule = map.has(TableColumn.USER) ? AssignmentRule.GROUP : AssignmentRule.JOB;
    return run.finish(table, run.name(), EPOCH, cluster, rule);
  }

  private TableMap map() {
    CsvHeader header =
        CsvHeader.read(table, run.problems())
            .orElseThrow(() -> new DataException(run.problems().list()));
    TableMap map = new TableMap(table, header, request.get(MAP).orElse(""));
    notes.add("Columns were read as by %s.".formatted(map.text()));
    if (!map.unread().isEmpty()) {
      notes.add("Not read: %s.".formatted(String.join(", ", map.unread())));
    }
    return map;
  }

  private void readJobs(TableMap map) {
    TableTimes times = new TableTimes(map, request.get(DATES).orElse(DateText.DateOrder.UNKNOWN));
    TableNotes filled = new TableNotes();
    TableJobs rows = new TableJobs(map, times, onlyVirtualCluster(), jobs, filled);
    CsvInput.read(table, map.separator(), map.schema(), run.problems(), rows::read);
    run.requireJobs(table, "");
    notes.addAll(absent(map));
    notes.addAll(filled.sentences());
    notes.addAll(times.sentences());
  }

  private String onlyVirtualCluster() {
    return nodes.onlyName().orElseGet(run::name);
  }

  /** What is filled in for columns that the table doesn't have. */
  private List<String> absent(TableMap map) {
    List<String> sentences = new ArrayList<>();
    if (!map.has(TableColumn.ID)) {
      sentences.add("The table has no ids: jobs are called by the numbers of their rows.");
    }
    if (!map.has(TableColumn.VC)) {
      sentences.add(
          "The table names no virtual clusters: all jobs belong to %s."
              .formatted(onlyVirtualCluster()));
    }
    if (!map.has(TableColumn.USER)) {
      sentences.add("The table names no users: each virtual cluster counts as one.");
    }
    String others =
        Stream.of(
                TableColumn.NAME,
                TableColumn.STATE,
                TableColumn.CPUS,
                TableColumn.MEMORY,
                TableColumn.NODES,
                TableColumn.TIME_LIMIT,
                TableColumn.PRIORITY)
            .filter(each -> !map.has(each))
            .map(TableColumn::word)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      sentences.add("Not in the table, and so unknown of all jobs: %s.".formatted(others));
    }
    return sentences;
  }

  private ClusterDescription cluster(TableMap map) {
    return nodes.isEmpty()
        ? machines.fromUse(table, jobs, notes)
        : nodes.cluster(run, table, machines, map.has(TableColumn.VC));
  }
}
