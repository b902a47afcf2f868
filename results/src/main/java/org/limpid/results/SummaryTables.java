package org.limpid.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AtomicFiles;
import org.limpid.files.Problems;
import org.limpid.results.table.PageTable;
import org.limpid.results.table.TableFormat;
import org.limpid.simulation.metrics.DeadlineSummary;
import org.limpid.simulation.metrics.Distribution;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;

/**
 * The small tables of a run: {@code summary.csv}, {@code by_vc.csv}, {@code by_size.csv} and the
 * tables of the paper. Times are in seconds, ratios 0..1; a figure of no jobs is empty.
 */
final class SummaryTables {
  /** Names of the files that are read again. */
  static final List<String> FILES = List.of("summary.csv", "by_vc.csv", "by_size.csv");

  private static final List<Field> SUMMARY =
      columns(List.of(Field.POLICY), List.of(Field.MAKESPAN, Field.PREEMPTIONS, Field.UTILISATION));
  private static final List<Field> OF_DEADLINES =
      Stream.of(Field.values()).filter(each -> each.compareTo(Field.UTILISATION) > 0).toList();
  private static final List<Field> BY_CLUSTER = columns(List.of(Field.POLICY, Field.VC), List.of());
  private static final List<Field> BY_SIZE = columns(List.of(Field.POLICY, Field.SIZE), List.of());
  private static final long MOST = 1L << 53;
  private static final int DECIMALS = 6;

  private final Map<String, List<JobGroup>> byCluster = new HashMap<>();
  private final Map<String, List<JobGroup>> bySize = new HashMap<>();
  private final List<PolicySummary> summaries = new ArrayList<>();

  private enum Field {
    POLICY,
    VC,
    SIZE,
    JOBS,
    JCT_MEAN,
    JCT_MEDIAN,
    JCT_P99,
    JCT_P999,
    QUEUE_MEAN,
    QUEUE_MEDIAN,
    QUEUE_P99,
    QUEUE_P999,
    MAKESPAN,
    PREEMPTIONS,
    UTILISATION,
    ACCEPTED,
    DECLINED,
    BROKEN_PROMISES,
    DEADLINE_RATIO,
    GPU_EFFICIENCY
  }

  private SummaryTables() {}

  /** Some columns, those of a group of jobs, and some more. */
  private static List<Field> columns(List<Field> before, List<Field> behind) {
    List<Field> ofJobs =
        Stream.of(Field.values())
            .filter(each -> each.compareTo(Field.JOBS) >= 0 && each.compareTo(Field.MAKESPAN) < 0)
            .toList();
    return Stream.of(before, ofJobs, behind).flatMap(List::stream).toList();
  }

  /**
   * Writes the tables.
   *
   * @param figures further columns of the summary by policy, in their order
   */
  static void write(
      Path folder,
      List<PolicySummary> summaries,
      Map<String, Map<String, Double>> figures,
      CsvTexts texts) {
    List<Map<String, Double>> behind =
        summaries.stream()
            .map(each -> figures.getOrDefault(each.policy(), ofDeadlines(each)))
            .toList();
    List<String> more = behind.stream().flatMap(each -> each.keySet().stream()).distinct().toList();
    csv(
        folder.resolve(FILES.get(0)),
        SUMMARY,
        more,
        texts,
        csv -> {
          for (int i = 0; i < summaries.size(); i++) {
            write(csv, summaries.get(i));
            Map<String, Double> own = behind.get(i);
            more.forEach(name -> figure(csv, own.getOrDefault(name, Double.NaN)));
            csv.endRow();
          }
        });
    csv(
        folder.resolve(FILES.get(1)),
        BY_CLUSTER,
        List.of(),
        texts,
        csv -> write(csv, summaries, PolicySummary::byVirtualCluster));
    csv(
        folder.resolve(FILES.get(2)),
        BY_SIZE,
        List.of(),
        texts,
        csv -> write(csv, summaries, PolicySummary::bySize));
    markdown(folder, PaperTables.table4(summaries));
    markdown(folder, PaperTables.table5(summaries));
  }

  /** What is counted where jobs have deadlines, by column. */
  private static Map<String, Double> ofDeadlines(PolicySummary summary) {
    Map<String, Double> figures = new LinkedHashMap<>();
    summary
        .deadlines()
        .ifPresent(deadlines -> {
          figures.put(CsvSchema.nameOf(Field.ACCEPTED), (double) deadlines.accepted());
          figures.put(CsvSchema.nameOf(Field.DECLINED), (double) deadlines.declined());
          figures.put(CsvSchema.nameOf(Field.BROKEN_PROMISES), (double) deadlines.brokenPromises());
          figures.put(CsvSchema.nameOf(Field.DEADLINE_RATIO), deadlines.ratio());
          figures.put(CsvSchema.nameOf(Field.GPU_EFFICIENCY), deadlines.gpuEfficiency());
        });
    return figures;
  }

  private static void csv(
      Path file, List<Field> columns, List<String> more, CsvTexts texts, Consumer<CsvOutput> rows) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out, texts)) {
            csv.row(
                Stream.concat(columns.stream().map(CsvSchema::nameOf), more.stream())
                    .toArray(String[]::new));
            rows.accept(csv);
          }
        });
  }

  private static void write(CsvOutput csv, PolicySummary summary) {
    csv.field(summary.policy());
    write(csv, summary.all());
    csv.field(summary.makespanSeconds()).field(summary.preemptions());
    number(csv, summary.utilisation());
  }

  private static void write(
      CsvOutput csv,
      List<PolicySummary> summaries,
      Function<PolicySummary, List<JobGroup>> groups) {
    for (PolicySummary summary : summaries) {
      for (JobGroup group : groups.apply(summary)) {
        csv.field(summary.policy()).field(group.name());
        write(csv, group);
        csv.endRow();
      }
    }
  }

  private static void write(CsvOutput csv, JobGroup group) {
    csv.field(group.jobs());
    for (Distribution times : List.of(group.jct(), group.queue())) {
      number(csv, times.mean());
      number(csv, times.median());
      number(csv, times.p99());
      number(csv, times.p999());
    }
  }

  private static void number(CsvOutput csv, double value) {
    if (Double.isNaN(value)) {
      csv.emptyField();
    } else {
      csv.field(value, DECIMALS);
    }
  }

  /** Counts without a decimal point. */
  private static void figure(CsvOutput csv, double value) {
    if (value == Math.rint(value) && Math.abs(value) < MOST) {
      csv.field((long) value);
    } else {
      number(csv, value);
    }
  }

  private static void markdown(Path folder, PageTable table) {
    byte[] text = TableFormat.MD.render(table);
    AtomicFiles.write(folder.resolve(table.name() + ".md"), out -> out.write(text));
  }

  /** Reads what the tables were written from. */
  static List<PolicySummary> read(Path folder) {
    SummaryTables tables = new SummaryTables();
    Problems problems = new Problems();
    CsvInput.read(
        folder.resolve(FILES.get(1)),
        schema(BY_CLUSTER),
        problems,
        row -> group(row, Field.VC, tables.byCluster));
    CsvInput.read(
        folder.resolve(FILES.get(2)),
        schema(BY_SIZE),
        problems,
        row -> group(row, Field.SIZE, tables.bySize));
    CsvInput.read(
        folder.resolve(FILES.get(0)),
        CsvSchema.of(SUMMARY, OF_DEADLINES).ignoringOthers().ownFiles(),
        problems,
        tables::policy);
    problems.throwIfAny();
    return List.copyOf(tables.summaries);
  }

  private static CsvSchema schema(List<Field> columns) {
    return CsvSchema.of(columns, List.of()).ignoringOthers().ownFiles();
  }

  private static void group(CsvRow row, Field name, Map<String, List<JobGroup>> groups) {
    groups
        .computeIfAbsent(row.text(Field.POLICY), _ -> new ArrayList<>())
        .add(jobs(row, row.restoredText(name)));
  }

  private static JobGroup jobs(CsvRow row, String name) {
    return new JobGroup(
        name,
        (int) row.wholeNumber(Field.JOBS, 0, Integer.MAX_VALUE, RunFolder.CHANGED),
        new Distribution(
            number(row, Field.JCT_MEAN),
            number(row, Field.JCT_MEDIAN),
            number(row, Field.JCT_P99),
            number(row, Field.JCT_P999)),
        new Distribution(
            number(row, Field.QUEUE_MEAN),
            number(row, Field.QUEUE_MEDIAN),
            number(row, Field.QUEUE_P99),
            number(row, Field.QUEUE_P999)));
  }

  private static double number(CsvRow row, Field field) {
    return row.isEmpty(field)
        ? Double.NaN
        : row.number(field, 0, Double.MAX_VALUE, RunFolder.CHANGED);
  }

  private void policy(CsvRow row) {
    String policy = row.text(Field.POLICY);
    summaries.add(
        new PolicySummary(
            policy,
            jobs(row, "all"),
            byCluster.getOrDefault(policy, List.of()),
            bySize.getOrDefault(policy, List.of()),
            row.wholeNumber(Field.MAKESPAN, 0, MOST, RunFolder.CHANGED),
            row.wholeNumber(Field.PREEMPTIONS, 0, MOST, RunFolder.CHANGED),
            number(row, Field.UTILISATION),
            hasDeadlines(row) ? Optional.of(deadlines(row)) : Optional.empty()));
  }

  /** Simulators of published artifacts count deadlines in their own way, without promises. */
  private static boolean hasDeadlines(CsvRow row) {
    return OF_DEADLINES.stream().allMatch(row::has) && !row.isEmpty(Field.BROKEN_PROMISES);
  }

  private static DeadlineSummary deadlines(CsvRow row) {
    long accepted = row.wholeNumber(Field.ACCEPTED, 0, MOST, RunFolder.CHANGED);
    return new DeadlineSummary(
        accepted,
        row.wholeNumber(Field.DECLINED, 0, MOST, RunFolder.CHANGED),
        accepted - row.wholeNumber(Field.BROKEN_PROMISES, 0, accepted, RunFolder.CHANGED),
        number(row, Field.GPU_EFFICIENCY));
  }
}
