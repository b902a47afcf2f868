package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerChoice;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.generate.WorkloadModel;
import org.limpid.data.io.CsvHeader;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetWriter;
import org.limpid.data.io.TraceCollector;
import org.limpid.files.DataException;
import org.limpid.files.Problems;

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
  private static final ImportOption<String> NODES =
      ImportOption.of(
          "nodes",
          "VC=N,...",
          String.class,
          "Nodes of each virtual cluster, or N of the only one. Without it they follow from use.");
  private static final ImportOption<DateText.DateOrder> DATES =
      ImportOption.choice(
          "dates",
          "ORDER",
          DateText.DateOrder.class,
          dateOrders(),
          "How to read dates such as 3/2/2026: day-first or month-first.");
  private static final ImportOption<Long> SEED =
      ImportOption.of("seed", "S", Long.class, "Another seed, other workloads (1).");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "csv",
          "Import a table of your own with a row per job: fills in what it lacks, and says so.",
          "The table: a CSV file, or one with semicolons, tabs or vertical bars, plain or gzipped.",
          "jobs.csv --map id=JobID,gpus=GPUs,submit=Submitted --nodes prod=4,research=4 --out mine",
          List.of(MAP, NODES, UsedMachines.GPUS_PER_NODE, UsedMachines.CAPACITY, DATES, SEED),
          request -> new CsvImporter(request).run());

  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  private final ImportRequest request;
  private final Path table;
  private final long seed;
  private final UsedMachines machines;
  private final Optional<NodeSizes> sizes;
  private final Profiles profiles = WorkloadModel.profiles();
  private final Problems problems = new Problems();
  private final ImportedJobs jobs = new ImportedJobs();
  private final List<String> notes = new ArrayList<>();

  private CsvImporter(ImportRequest request) {
    this.request = request;
    table = request.path();
    seed = request.get(SEED).orElse(1L);
    machines = new UsedMachines(request);
    sizes = request.get(NODES).map(NodeSizes::parse);
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
    LocalDateTime origin =
        EPOCH.plusSeconds(jobs.firstSubmitSeconds()).toLocalDate().atStartOfDay();
    AssignmentRule rule = map.has(TableColumn.USER) ? AssignmentRule.GROUP : AssignmentRule.JOB;
    Trace trace = trace(cluster, rule, Duration.between(EPOCH, origin).toSeconds());
    Optional<ProfilerDescription> profiler = ProfilerChoice.of(cluster, trace);
    write(cluster, trace, new DatasetDescription.Time(origin, 0), profiler);
    tellWorkloads(rule, profiler.isPresent());
    return new ImportReport(request.out(), trace.size(), jobs.leftOut(), notes);
  }

  private TableMap map() {
    CsvHeader header =
        CsvHeader.read(table, problems).orElseThrow(() -> new DataException(problems.list()));
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
    CsvInput.read(table, map.separator(), map.schema(), problems, rows::read);
    jobs.refuseMost(table, problems);
    requireJobs("");
    notes.addAll(absent(map));
    notes.addAll(filled.sentences());
    notes.addAll(times.sentences());
  }

  private void requireJobs(String hint) {
    if (jobs.isEmpty() && problems.isEmpty()) {
      problems.add(table, "expected GPU jobs, found none; left out: " + jobs.leftOutText(), hint);
    }
    problems.throwIfAny();
  }

  private String onlyVirtualCluster() {
    return sizes.flatMap(NodeSizes::onlyName).orElseGet(this::name);
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

  /** The file's name without its endings: a short name, and that of the only virtual cluster. */
  private String name() {
    String file = table.getFileName().toString();
    String name = file.replaceFirst("(?i)(\\.(csv|tsv|txt))?(\\.gz)?$", "");
    return name.isEmpty() ? file : name;
  }

  private ClusterDescription cluster(TableMap map) {
    if (sizes.isEmpty()) {
      return machines.fromUse(table, jobs, notes);
    }
    TreeSet<String> names =
        jobs.all().map(Trace.Job::virtualCluster).collect(Collectors.toCollection(TreeSet::new));
    ClusterDescription cluster = machines.cluster(sizes.get().of(names, map.has(TableColumn.VC)));
    leaveOutHomeless(cluster);
    requireJobs("Maybe nodes have more GPUs: --gpus-per-node.");
    notes.add(
        "Nodes have %d GPUs of %,d MiB.".formatted(cluster.gpusPerNode(), cluster.gpuMemoryMib()));
    return cluster;
  }

  /** Jobs that the cluster has no place for. */
  private void leaveOutHomeless(ClusterDescription cluster) {
    Map<String, Integer> gpus =
        cluster.virtualClusters().stream()
            .collect(Collectors.toMap(each -> each.name(), cluster::gpuCount));
    jobs.leaveOutJobs(job -> {
      Integer most = gpus.get(job.virtualCluster());
      if (most == null) {
        return "of a virtual cluster that --nodes doesn't name";
      }
      return job.gpuCount() > most ? "larger than its virtual cluster" : null;
    });
  }

  private Trace trace(ClusterDescription cluster, AssignmentRule rule, long shift) {
    WorkloadAssignment assignment = new WorkloadAssignment(rule, profiles, seed);
    TraceCollector collector = new TraceCollector(table, problems, 0, cluster, null);
    jobs.sendSorted(job -> assignment.assign(job).submittedEarlierBy(shift), collector);
    problems.throwIfAny();
    return collector.trace();
  }

  private void tellWorkloads(AssignmentRule rule, boolean profiled) {
    notes.add(
        "Workloads were drawn per %s from those of the generator, whatever its duration."
            .formatted(rule == AssignmentRule.GROUP ? "user, GPU count and CPU count" : "job"));
    if (!profiled) {
      notes.add(
          "No virtual cluster can spare a node, so there is no profiler: 'limpid reproduce' does"
              + " without, and so does 'limpid simulate' with --profiler-nodes 0.");
    }
  }

  private void write(
      ClusterDescription cluster,
      Trace trace,
      DatasetDescription.Time time,
      Optional<ProfilerDescription> profiler) {
    DatasetDescription description =
        DatasetDescription.withUsualFiles(
            name(),
            "Jobs of %s, with workload types drawn whatever their durations, seed %d"
                .formatted(table.getFileName(), seed),
            time,
            cluster,
            null,
            Map.of(),
            profiler.orElse(null));
    try (DatasetWriter writer =
        DatasetWriter.create(request.out(), description, request.overwrite())) {
      writer.virtualClusters(cluster.virtualClusters());
      writer.jobs(trace);
      writer.profiles(profiles);
      writer.commit();
    }
  }
}
