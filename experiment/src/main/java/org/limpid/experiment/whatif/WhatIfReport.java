package org.limpid.experiment.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.limpid.experiment.simulate.ReplicaTables;
import org.limpid.experiment.simulate.TableText;
import org.limpid.simulation.run.Rerun.Redone;
import org.limpid.simulation.run.Simulator;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tools.jackson.databind.json.JsonMapper;

/** What is different after a change. Times are in seconds. */
public final class WhatIfReport {
  /** Jobs in each table of winners and losers. */
  private static final int SHOWN = 10;

  private final WhatIfRequest request;
  private final Simulator.Task before;
  private final Simulator.Task after;
  private final List<Redone> redone;
  private final List<JobChange> jobs;
  private final ChangeOnCopies copies;
  private final FormerRun run;

  WhatIfReport(
      WhatIfRequest request,
      Simulator.Task before,
      Simulator.Task after,
      List<Redone> redone,
      List<JobChange> jobs,
      ChangeOnCopies copies,
      FormerRun run) {
    this.request = request;
    this.before = before;
    this.after = after;
    this.redone = redone;
    this.jobs = jobs;
    this.copies = copies;
    this.run = run;
  }

  /** What should be known beside the figures, one sentence each. */
  public List<String> notices() {
    return run.notices(request.policy(), after);
  }

  /** The jobs that are different, in the order of the trace. */
  List<JobChange> changed() {
    return jobs.stream().filter(JobChange::isChange).toList();
  }

  /** The tables for people. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append("%s, %s%n".formatted(policies(), String.join(", ", request.changes())));
    text.append(simulated()).append('\n');
    text.append("%,d of %,d jobs change.%n%n".formatted(changed().size(), jobs.size()));
    text.append(TableText.aligned(means()));
    append(text, "Who gains most", gains());
    append(text, "Who loses most", losses());
    return text.toString();
  }

  private static void append(StringBuilder text, String title, List<JobChange> shown) {
    if (!shown.isEmpty()) {
      text.append('\n').append(title).append(":\n\n").append(TableText.aligned(table(shown)));
    }
  }

  private String policies() {
    String former = before.policy().name();
    String now = after.policy().name();
    return former.equals(now) ? former : "%s becomes %s".formatted(former, now);
  }

  private String simulated() {
    int count = after.inputs().cluster().virtualClusters().size();
    if (redone.isEmpty()) {
      return "Nothing that the policy looks at has changed.";
    }
    OptionalLong first =
        redone.stream().mapToLong(each -> each.resumedFrom().orElse(Long.MIN_VALUE)).min();
    String from =
        first.getAsLong() == Long.MIN_VALUE
            ? "from the start"
            : "from the snapshot of " + run.data().reader().origin().plusSeconds(first.getAsLong());
    return "Simulated again %s: %d of %d virtual clusters.".formatted(from, redone.size(), count);
  }

  private Table means() {
    Table table =
        Table.create(
            "means",
            StringColumn.create("jobs of"),
            LongColumn.create("jobs"),
            DoubleColumn.create("mean JCT s"),
            DoubleColumn.create("after"),
            DoubleColumn.create("difference"),
            DoubleColumn.create("mean queue s"),
            DoubleColumn.create("queue after"),
            DoubleColumn.create("queue difference"));
    if (copies.count() > 0) {
      table.addColumns(
          StringColumn.create("difference, 95 %"), StringColumn.create("queue difference, 95 %"));
    }
    for (GroupChange group : groups()) {
      table.stringColumn(0).append(group.name());
      table.longColumn(1).append(group.jobs());
      table.doubleColumn(2).append(group.jctBefore());
      table.doubleColumn(3).append(group.jctAfter());
      table.doubleColumn(4).append(group.jctAfter() - group.jctBefore());
      table.doubleColumn(5).append(group.queueBefore());
      table.doubleColumn(6).append(group.queueAfter());
      table.doubleColumn(7).append(group.queueAfter() - group.queueBefore());
      if (copies.count() > 0) {
        table.stringColumn(8).append(ReplicaTables.interval(copies.jct(group.name())));
        table.stringColumn(9).append(ReplicaTables.interval(copies.queue(group.name())));
      }
    }
    return table;
  }

  /** All jobs, and those of each virtual cluster in which a job is different. */
  private List<GroupChange> groups() {
    List<String> affected =
        changed().stream()
            .flatMap(job -> Stream.of(job.before().virtualCluster(), job.after().virtualCluster()))
            .distinct()
            .toList();
    List<GroupChange> groups = new ArrayList<>(List.of(GroupChange.ofAll(jobs)));
    after.inputs().cluster().virtualClusters().stream()
        .filter(vc -> affected.contains(vc.name()))
        .map(vc -> GroupChange.in(vc.name(), jobs))
        .forEach(groups::add);
    return groups;
  }

  private List<JobChange> gains() {
    return jobs.stream()
        .filter(job -> job.jctDifference() < 0)
        .sorted(Comparator.comparingLong(JobChange::jctDifference))
        .limit(SHOWN)
        .toList();
  }

  private List<JobChange> losses() {
    return jobs.stream()
        .filter(job -> job.jctDifference() > 0)
        .sorted(Comparator.comparingLong(JobChange::jctDifference).reversed())
        .limit(SHOWN)
        .toList();
  }

  private static Table table(List<JobChange> shown) {
    Table table =
        Table.create(
            "jobs",
            StringColumn.create("job"),
            StringColumn.create("user"),
            StringColumn.create("VC"),
            LongColumn.create("GPUs"),
            LongColumn.create("queue s"),
            LongColumn.create("after"),
            LongColumn.create("JCT s"),
            LongColumn.create("JCT after"),
            LongColumn.create("difference"));
    for (JobChange job : shown) {
      table.stringColumn(0).append(Long.toString(job.job().id()));
      table.stringColumn(1).append(job.job().user());
      table.stringColumn(2).append(job.after().virtualCluster());
      table.longColumn(3).append(job.after().gpuCount());
      table.longColumn(4).append(job.before().queueSeconds());
      table.longColumn(5).append(job.after().queueSeconds());
      table.longColumn(6).append(job.before().jctSeconds());
      table.longColumn(7).append(job.after().jctSeconds());
      table.longColumn(8).append(job.jctDifference());
    }
    return table;
  }

  /** All of it as JSON. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("run", request.run().toString());
    report.put("policy", before.policy().name());
    report.put("policyAfter", after.policy().name());
    report.put("changes", request.changes());
    report.put("notices", notices());
    report.put("relearnt", run.isRelearning());
    report.put("replicas", copies.count());
    report.put("virtualClusters", after.inputs().cluster().virtualClusters().size());
    report.put("simulated", redone.stream().map(WhatIfReport::json).toList());
    report.put("jobs", jobs.size());
    report.put("changedJobs", changed().size());
    report.put("means", groups().stream().map(this::json).toList());
    report.put("gains", gains().stream().map(WhatIfReport::json).toList());
    report.put("losses", losses().stream().map(WhatIfReport::json).toList());
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private Map<String, Object> json(GroupChange group) {
    Map<String, Object> map = group.toMap();
    if (copies.count() > 0) {
      map.put("jctInterval", ReplicaTables.difference(copies.jct(group.name())));
      map.put("queueInterval", ReplicaTables.difference(copies.queue(group.name())));
    }
    return map;
  }

  private static Map<String, Object> json(Redone redone) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("virtualCluster", redone.virtualCluster());
    map.put("changeSeconds", redone.changeSecond());
    map.put(
        "resumedFromSeconds",
        redone.resumedFrom().isPresent() ? redone.resumedFrom().getAsLong() : null);
    return map;
  }

  private static Map<String, Object> json(JobChange job) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("job", job.job().id());
    map.put("user", job.job().user());
    map.put("before", json(job.before()));
    map.put("after", json(job.after()));
    map.put("jctDifference", job.jctDifference());
    return map;
  }

  private static Map<String, Object> json(JobChange.Fate fate) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("virtualCluster", fate.virtualCluster());
    map.put("gpus", fate.gpuCount());
    map.put("submitSeconds", fate.submitSeconds());
    map.put("startSeconds", fate.startSeconds());
    map.put("endSeconds", fate.endSeconds());
    map.put("queueSeconds", fate.queueSeconds());
    map.put("jctSeconds", fate.jctSeconds());
    map.put("preemptions", fate.preemptions());
    return map;
  }
}
