package org.limpid.results;

import static org.limpid.results.SummaryField.JCT_MEAN;
import static org.limpid.results.SummaryField.JCT_MEDIAN;
import static org.limpid.results.SummaryField.JCT_P99;
import static org.limpid.results.SummaryField.JCT_P999;
import static org.limpid.results.SummaryField.JOBS;
import static org.limpid.results.SummaryField.MAKESPAN;
import static org.limpid.results.SummaryField.POLICY;
import static org.limpid.results.SummaryField.PREEMPTIONS;
import static org.limpid.results.SummaryField.QUEUE_MEAN;
import static org.limpid.results.SummaryField.QUEUE_MEDIAN;
import static org.limpid.results.SummaryField.QUEUE_P99;
import static org.limpid.results.SummaryField.QUEUE_P999;
import static org.limpid.results.SummaryField.SIZE;
import static org.limpid.results.SummaryField.UTILISATION;
import static org.limpid.results.SummaryField.VC;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Problems;
import org.limpid.simulation.metrics.Distribution;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;

/** Reads the small tables of a run back into what they were written from. */
final class SummaryReader {
  private static final List<SummaryField> FIGURES =
      List.of(
          JOBS,
          JCT_MEAN,
          JCT_MEDIAN,
          JCT_P99,
          JCT_P999,
          QUEUE_MEAN,
          QUEUE_MEDIAN,
          QUEUE_P99,
          QUEUE_P999);
  private static final CsvSchema SUMMARY = schema(POLICY, MAKESPAN, PREEMPTIONS, UTILISATION);
  private static final CsvSchema BY_CLUSTER = schema(POLICY, VC);
  private static final CsvSchema BY_SIZE = schema(POLICY, SIZE);
  private static final long MOST = 1L << 53;
  private static final String HINT = "Maybe the file was changed after the run.";

  private final Problems problems = new Problems();
  private final Map<String, List<JobGroup>> byCluster = new HashMap<>();
  private final Map<String, List<JobGroup>> bySize = new HashMap<>();
  private final List<PolicySummary> summaries = new ArrayList<>();

  private SummaryReader() {}

  private static CsvSchema schema(SummaryField... others) {
    List<SummaryField> columns = new ArrayList<>(FIGURES);
    columns.addAll(List.of(others));
    return CsvSchema.of(columns, List.of()).ignoringOthers().ownFiles();
  }

  /**
   * Reads all tables.
   *
   * @throws org.limpid.files.DataException if one can't be read or is wrong
   */
  static List<PolicySummary> read(Path folder) {
    SummaryReader reader = new SummaryReader();
    Problems problems = reader.problems;
    CsvInput.read(
        folder.resolve("by_vc.csv"), BY_CLUSTER, problems, row -> group(row, VC, reader.byCluster));
    CsvInput.read(
        folder.resolve("by_size.csv"), BY_SIZE, problems, row -> group(row, SIZE, reader.bySize));
    CsvInput.read(folder.resolve("summary.csv"), SUMMARY, problems, reader::policy);
    problems.throwIfAny();
    return List.copyOf(reader.summaries);
  }

  private static void group(CsvRow row, SummaryField name, Map<String, List<JobGroup>> groups) {
    groups
        .computeIfAbsent(row.text(POLICY), _ -> new ArrayList<>())
        .add(jobs(row, row.restoredText(name)));
  }

  private static JobGroup jobs(CsvRow row, String name) {
    return new JobGroup(
        name,
        (int) row.wholeNumber(JOBS, 0, Integer.MAX_VALUE, HINT),
        new Distribution(
            number(row, JCT_MEAN),
            number(row, JCT_MEDIAN),
            number(row, JCT_P99),
            number(row, JCT_P999)),
        new Distribution(
            number(row, QUEUE_MEAN),
            number(row, QUEUE_MEDIAN),
            number(row, QUEUE_P99),
            number(row, QUEUE_P999)));
  }

  private static double number(CsvRow row, SummaryField field) {
    return row.isEmpty(field) ? Double.NaN : row.number(field, 0, Double.MAX_VALUE, HINT);
  }

  private void policy(CsvRow row) {
    String policy = row.text(POLICY);
    summaries.add(
        new PolicySummary(
            policy,
            jobs(row, "all"),
            byCluster.getOrDefault(policy, List.of()),
            bySize.getOrDefault(policy, List.of()),
            row.wholeNumber(MAKESPAN, 0, MOST, HINT),
            row.wholeNumber(PREEMPTIONS, 0, MOST, HINT),
            number(row, UTILISATION)));
  }
}
