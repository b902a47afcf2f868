package org.limpid.data.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A table whose header is not that of the file that was expected, but of something else: one
 * message for all of it says what it looks like and what its columns are called here.
 */
final class ForeignTable {
  /** So many problems of a header say less than one message about the whole. */
  private static final int MOST_PROBLEMS = 4;

  private static final String PAGE = "docs/data-format.md has the tables that Limpid reads";

  private static final String SAYS = "%s is called %s here";
  private static final String SAYS_TOO = "%s is %s";

  private static final String TABS = "a table with tabs between its fields";
  private static final String BARS = "a table with | between its fields";
  private static final String SEMICOLONS = "a table with semicolons between its fields";
  private static final Set<String> SEPARATED = Set.of(TABS, BARS, SEMICOLONS);

  /** Tables that are known, the most particular ones first. */
  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "JSON, such as the job log of Philly", "philly", first -> first.matches("[\\[{].*")),
          new Known(
              "a trace in the Standard Workload Format", "swf", first -> first.startsWith(";")),
          Known.withAll("output of sacct", "sacct", "jobid", "alloctres"),
          Known.withAll("output of sacct", "sacct", "jobid", "elapsed"),
          Known.withAll("output of sacct", "sacct", "jobidraw"),
          Known.withAll("the job table of a Slurm database", "", "id_job", "time_submit"),
          new Known("a trace of Gavel", "tiresias", first -> first.contains("\tpython")),
          Known.withAll("a pod list of openb (Alibaba 2023)", "openb", "gpu_milli", "pod_phase"),
          Known.withAll("a node list of openb (Alibaba 2023)", "openb", "sn", "cpu_milli"),
          Known.withAll("a trace of Tiresias", "tiresias", "num_gpu", "iterations"),
          Known.withAll("a trace of ElasticFlow", "elasticflow", "submission_time", "num_gpu"),
          Known.withAll("a trace of Acme", "acme", "node_num", "gpu_num", "gpu_time"),
          Known.withAll("a job table of PAI (Alibaba 2020)", "pai", "inst_id"),
          Known.withAll("a task table of PAI (Alibaba 2020)", "pai", "task_name", "plan_gpu"),
          Known.withAll(
              "jobs of the spot GPU trace (Alibaba 2026)", "spot-gpu", "gpu_request", "worker_num"),
          Known.withAll("jobs of Kestrel or Eagle (NREL)", "", "nodes_req", "queue_wait"),
          Known.withAll("a job list of Philly", "", "jobid", "submitted_time"),
          new Known(TABS, "", first -> first.contains("\t")),
          new Known(BARS, "", first -> first.contains("|")),
          new Known(SEMICOLONS, "", first -> first.contains(";")),
          new Known(
              "a table with blanks between its fields",
              "",
              first -> first.indexOf(',') < 0 && first.strip().split("\\s+").length > 3),
          new Known("a table without a header line", "", first -> first.matches("[-\\d.,:\\s]+")));

  private final List<String> names;
  private final Optional<Known> known;

  /**
   * A kind of table.
   *
   * @param importer name of the one that reads it; empty if there is none
   */
  private record Known(String what, String importer, Predicate<String> firstLine) {
    static Known withAll(String what, String importer, String... columns) {
      return new Known(what, importer, line -> fields(line).containsAll(Set.of(columns)));
    }
  }

  ForeignTable(List<String> header) {
    String firstLine = String.join(",", header);
    names = split(firstLine);
    known = KNOWN.stream().filter(each -> each.firstLine().test(firstLine)).findFirst();
  }

  /** Whether the whole is wrong and not one column or another. */
  boolean isMeant(int required, int missing, int unknown) {
    return missing > 0
        && (known.isPresent() || 2 * missing > required || missing + unknown > MOST_PROBLEMS);
  }

  /** What it is, if it is known. */
  Optional<String> look() {
    return known.map(Known::what);
  }

  /** What it is beside a table with another sign between its fields, if it is known. */
  static Optional<String> look(String firstLine) {
    return new ForeignTable(List.of(firstLine)).look().filter(what -> !SEPARATED.contains(what));
  }

  /** What was expected, and what it looks like. */
  String message(List<String> missing) {
    return "expected the columns %s; %s"
        .formatted(
            String.join(", ", missing),
            look().map("this looks like "::concat).orElse("these are others"));
  }

  /** The importer that reads it, or else other names of the missing columns. */
  String hint(List<String> missing) {
    return known
        .map(Known::importer)
        .filter(importer -> !importer.isEmpty())
        .map("Maybe 'limpid data import %s' reads it: see docs/formats.md."::formatted)
        .orElseGet(() -> otherNames(missing));
  }

  private String otherNames(List<String> missing) {
    List<String> others = new ArrayList<>();
    for (String column : missing) {
      ColumnSynonyms.find(column, names)
          .filter(name -> !name.equals(column))
          .ifPresent(
              name -> others.add((others.isEmpty() ? SAYS : SAYS_TOO).formatted(name, column)));
    }
    return others.isEmpty()
        ? "Maybe convert it: %s.".formatted(PAGE)
        : "Maybe convert it: %s; %s.".formatted(String.join(", ", others), PAGE);
  }

  /** The header as it was, for tables that are not known. */
  String value() {
    return known.isPresent() ? "" : String.join(",", names);
  }

  private static Set<String> fields(String line) {
    return split(line).stream()
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** The names, whatever stands between them. */
  private static List<String> split(String line) {
    for (String mark : List.of("\t", "\\|", ";")) {
      if (line.matches(".*\\S" + mark + ".*")) {
        return Arrays.asList(line.split(mark));
      }
    }
    return Arrays.asList(line.contains(",") ? line.split(",") : line.strip().split("\\s+"));
  }
}
