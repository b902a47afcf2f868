package org.limpid.experiment.whatif;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.limpid.experiment.simulate.ReplicaTables;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.run.Rerun.Resumption;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is different after a change. Times are in seconds.
 *
 * @param request what was asked
 * @param policy its name before the change
 * @param policyAfter its name after the change
 * @param origin second 0 of times
 * @param virtualClusters all of them, by name
 * @param simulatedAgain the virtual clusters that were simulated again
 * @param jobs all jobs that count, those that stay the same among them
 * @param copies the same change on copies of the trace, if there are any
 * @param notices what should be known beside the figures, one sentence each
 */
public record WhatIfReport(
    WhatIfRequest request,
    String policy,
    String policyAfter,
    LocalDateTime origin,
    List<String> virtualClusters,
    List<Resumption> simulatedAgain,
    List<JobChange> jobs,
    ReplicaChange copies,
    List<String> notices) {
  /** Jobs in each table of winners and losers. */
  private static final int SHOWN = 10;

  public WhatIfReport {
    virtualClusters = List.copyOf(virtualClusters);
    simulatedAgain = List.copyOf(simulatedAgain);
    jobs = List.copyOf(jobs);
    notices = List.copyOf(notices);
  }

  /** The jobs that are different, in the order of the trace. */
  public List<JobChange> changed() {
    return jobs.stream().filter(JobChange::isChange).toList();
  }

  /** The tables for people. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append("%s, %s%n".formatted(policies(), String.join(", ", request.changes())));
    text.append(simulated()).append('\n');
    text.append("%,d of %,d jobs change.%n%n".formatted(changed().size(), jobs.size()));
    text.append(means().aligned());
    append(text, "Who gains most", gains());
    append(text, "Who loses most", losses());
    return text.toString();
  }

  private static void append(StringBuilder text, String title, List<JobChange> shown) {
    if (!shown.isEmpty()) {
      text.append('\n').append(title).append(":\n\n").append(table(shown).aligned());
    }
  }

  private String policies() {
    return policy.equals(policyAfter) ? policy : "%s becomes %s".formatted(policy, policyAfter);
  }

  private String simulated() {
    if (simulatedAgain.isEmpty()) {
      return "Nothing that the policy looks at has changed.";
    }
    OptionalLong first =
        simulatedAgain.stream().mapToLong(each -> each.resumedFrom().orElse(Long.MIN_VALUE)).min();
    String from =
        first.getAsLong() == Long.MIN_VALUE
            ? "from the start"
            : "from the snapshot of " + origin.plusSeconds(first.getAsLong());
    return "Simulated again %s: %d of %d virtual clusters."
        .formatted(from, simulatedAgain.size(), virtualClusters.size());
  }

  private ReportTable means() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "jobs of",
                "jobs",
                "mean JCT s",
                "after",
                "difference",
                "mean queue s",
                "queue after",
                "queue difference"));
    if (copies.count() > 0) {
      columns.addAll(List.of("difference, 95 %", "queue difference, 95 %"));
    }
    ReportTable table = new ReportTable("means", columns);
    for (GroupChange group : groups()) {
      List<Object> row = new ArrayList<>(List.of(group.name(), group.jobs()));
      row.addAll(
          List.of(
              group.jctBefore(),
              group.jctAfter(),
              group.jctAfter() - group.jctBefore(),
              group.queueBefore(),
              group.queueAfter(),
              group.queueAfter() - group.queueBefore()));
      if (copies.count() > 0) {
        row.add(ReplicaTables.interval(copies.jct(group.name())));
        row.add(ReplicaTables.interval(copies.queue(group.name())));
      }
      table.row(row);
    }
    return table;
  }

  /** All jobs, and those of each virtual cluster in which a job is different. */
  public List<GroupChange> groups() {
    List<String> affected =
        changed().stream()
            .flatMap(job -> Stream.of(job.before().virtualCluster(), job.after().virtualCluster()))
            .distinct()
            .toList();
    List<GroupChange> groups = new ArrayList<>(List.of(GroupChange.ofAll(jobs)));
    virtualClusters.stream()
        .filter(affected::contains)
        .map(name -> GroupChange.in(name, jobs))
        .forEach(groups::add);
    return groups;
  }

  private List<JobChange> gains() {
    return most(job -> -job.jctDifference());
  }

  private List<JobChange> losses() {
    return most(JobChange::jctDifference);
  }

  /** Those that change most, in one direction. */
  private List<JobChange> most(ToLongFunction<JobChange> change) {
    return jobs.stream()
        .filter(job -> change.applyAsLong(job) > 0)
        .sorted(Comparator.comparingLong(change).reversed())
        .limit(SHOWN)
        .toList();
  }

  private static ReportTable table(List<JobChange> shown) {
    ReportTable table =
        new ReportTable(
            "jobs",
            "job",
            "user",
            "VC",
            "GPUs",
            "queue s",
            "after",
            "JCT s",
            "JCT after",
            "difference");
    for (JobChange job : shown) {
      table.row(
          job.job().id().toString(),
          job.job().user(),
          job.after().virtualCluster(),
          job.after().gpuCount(),
          job.before().queueSeconds(),
          job.after().queueSeconds(),
          job.before().jctSeconds(),
          job.after().jctSeconds(),
          job.jctDifference());
    }
    return table;
  }

  /** All of it as JSON. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("run", request.run().run().toString());
    report.put("policy", policy);
    report.put("policyAfter", policyAfter);
    report.put("changes", request.changes());
    report.put("notices", notices);
    report.put("relearnt", request.relearn().isPresent());
    report.put("replicas", copies.count());
    report.put("virtualClusters", virtualClusters.size());
    report.put("simulated", simulatedAgain.stream().map(WhatIfReport::json).toList());
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

  private static Map<String, Object> json(Resumption again) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("virtualCluster", again.virtualCluster());
    map.put("changeSeconds", again.changeSecond());
    map.put(
        "resumedFromSeconds",
        again.resumedFrom().isPresent() ? again.resumedFrom().getAsLong() : null);
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

  private static Map<String, Object> json(JobChange.Outcome job) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("virtualCluster", job.virtualCluster());
    map.put("gpus", job.gpuCount());
    map.put("submitSeconds", job.submitSeconds());
    map.put("startSeconds", job.startSeconds());
    map.put("endSeconds", job.endSeconds());
    map.put("queueSeconds", job.queueSeconds());
    map.put("jctSeconds", job.jctSeconds());
    map.put("preemptions", job.preemptions());
    return map;
  }
}
