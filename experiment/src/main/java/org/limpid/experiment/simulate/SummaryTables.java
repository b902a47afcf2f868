package org.limpid.experiment.simulate;

import java.util.List;
import java.util.function.Function;
import org.limpid.simulation.metrics.Distribution;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The small tables of a run. Times are in seconds, ratios 0..1. */
final class SummaryTables {
  private SummaryTables() {}

  /** One row per policy. */
  static Table summary(List<PolicySummary> summaries) {
    Table table = Table.create("summary", StringColumn.create("policy"));
    addJobColumns(table);
    table.addColumns(
        LongColumn.create("makespan"),
        LongColumn.create("preemptions"),
        DoubleColumn.create("utilisation"));
    for (PolicySummary summary : summaries) {
      table.stringColumn("policy").append(summary.policy());
      appendJobs(table, summary.all());
      table.longColumn("makespan").append(summary.makespanSeconds());
      table.longColumn("preemptions").append(summary.preemptions());
      table.doubleColumn("utilisation").append(summary.utilisation());
    }
    return table;
  }

  /** One row per policy and virtual cluster. */
  static Table byVirtualCluster(List<PolicySummary> summaries) {
    return groups("by_vc", "vc", summaries, PolicySummary::byVirtualCluster);
  }

  /** One row per policy and size class. */
  static Table bySize(List<PolicySummary> summaries) {
    return groups("by_size", "size", summaries, PolicySummary::bySize);
  }

  private static Table groups(
      String name,
      String key,
      List<PolicySummary> summaries,
      Function<PolicySummary, List<JobGroup>> groups) {
    Table table = Table.create(name, StringColumn.create("policy"), StringColumn.create(key));
    addJobColumns(table);
    for (PolicySummary summary : summaries) {
      for (JobGroup group : groups.apply(summary)) {
        table.stringColumn("policy").append(summary.policy());
        table.stringColumn(key).append(group.name());
        appendJobs(table, group);
      }
    }
    return table;
  }

  private static void addJobColumns(Table table) {
    table.addColumns(LongColumn.create("jobs"));
    for (String times : List.of("jct", "queue")) {
      for (String figure : List.of("mean", "median", "p99", "p999")) {
        table.addColumns(DoubleColumn.create(times + "_" + figure));
      }
    }
  }

  private static void appendJobs(Table table, JobGroup group) {
    table.longColumn("jobs").append(group.jobs());
    append(table, "jct", group.jct());
    append(table, "queue", group.queue());
  }

  private static void append(Table table, String times, Distribution distribution) {
    table.doubleColumn(times + "_mean").append(distribution.mean());
    table.doubleColumn(times + "_median").append(distribution.median());
    table.doubleColumn(times + "_p99").append(distribution.p99());
    table.doubleColumn(times + "_p999").append(distribution.p999());
  }
}
