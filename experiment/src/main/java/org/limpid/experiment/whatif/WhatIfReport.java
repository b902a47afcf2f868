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
import org.limpid.files.Page;
import org.limpid.files.Words;
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

  /** Smaller differences of means are none, seconds. */
  private static final double LEAST = 0.05;

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

  /**
   * The report for people: the answer, then means, then the jobs that change most.
   *
   * @param all whether all jobs that gain or lose are shown
   */
  public Page toPage(boolean all) {
    Page page = new Page();
    sentences().forEach(page::sentences);
    page.headline("Means of the jobs of").table(1, means());
    int shown = all ? jobs.size() : SHOWN;
    addJobs(page, "Who gains most", gains(shown));
    addJobs(page, "Who loses most", losses(shown));
    page.headline(simulated());
    return page;
  }

  private static void addJobs(Page page, String title, List<JobChange> shown) {
    if (!shown.isEmpty()) {
      page.headline(title).table(3, table(shown));
    }
  }

  /** The answer, a sentence a line. */
  private List<String> sentences() {
    String change =
        "With %s under %s".formatted(String.join(" and ", quoted(request.changes())), policies());
    if (changed().isEmpty()) {
      return List.of(change + " no job changes.");
    }
    return List.of(change + " " + completion(), changes(), extremes());
  }

  private static List<String> quoted(List<String> changes) {
    return changes.stream().map("'%s'"::formatted).toList();
  }

  private String completion() {
    GroupChange all = groups().getFirst();
    String before = Words.roughly(all.jctBefore());
    String after = Words.roughly(all.jctAfter());
    boolean isChance = copies.count() > 0 && copies.jct(all.name()).isWithinNoise();
    return "the mean completion time %s, from %s%s%s."
        .formatted(
            moved(all.jctAfter() - all.jctBefore()),
            before,
            before.equals(after) ? "" : " to " + after,
            isChance ? ", which may be chance" : "");
  }

  private String changes() {
    GroupChange all = groups().getFirst();
    return "%s of %s change%s; the mean wait %s."
        .formatted(
            Words.number(changed().size()),
            Words.count(jobs.size(), "job"),
            jobs.size() == 1 ? "s" : "",
            moved(all.queueAfter() - all.queueBefore()));
  }

  private static String moved(double difference) {
    if (Math.abs(difference) < LEAST) {
      return "stays the same";
    }
    return (difference < 0 ? "falls by " : "rises by ") + Words.roughly(Math.abs(difference));
  }

  private String extremes() {
    List<JobChange> gains = gains(1);
    List<JobChange> losses = losses(1);
    String gain =
        gains.isEmpty()
            ? "No job gains"
            : "Job %s gains most, %s"
                .formatted(
                    gains.getFirst().job().id(), Words.roughly(-gains.getFirst().jctDifference()));
    return losses.isEmpty()
        ? gain + ", and none loses."
        : "%s; job %s loses most, %s."
            .formatted(
                gain,
                losses.getFirst().job().id(),
                Words.roughly(losses.getFirst().jctDifference()));
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

  private List<List<String>> means() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head =
        new ArrayList<>(
            List.of("", "jobs", "mean JCT", "after", "change", "mean wait", "after", "change"));
    if (copies.count() > 0) {
      head.addAll(List.of("JCT, 95 %, s", "wait, 95 %, s"));
    }
    rows.add(head);
    for (GroupChange group : groups()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  group.name(),
                  Words.number(group.jobs()),
                  time(group.jctBefore()),
                  time(group.jctAfter()),
                  signed(group.jctAfter() - group.jctBefore()),
                  time(group.queueBefore()),
                  time(group.queueAfter()),
                  signed(group.queueAfter() - group.queueBefore())));
      if (copies.count() > 0) {
        row.add(ReplicaTables.interval(copies.jct(group.name())));
        row.add(ReplicaTables.interval(copies.queue(group.name())));
      }
      rows.add(row);
    }
    return rows;
  }

  /** A dash where there are no jobs. */
  private static String time(double seconds) {
    return Double.isNaN(seconds) ? "-" : Words.roughly(seconds);
  }

  private static String signed(double seconds) {
    return seconds > 0 ? "+" + time(seconds) : time(seconds);
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

  private List<JobChange> gains(int shown) {
    return most(job -> -job.jctDifference(), shown);
  }

  private List<JobChange> losses(int shown) {
    return most(JobChange::jctDifference, shown);
  }

  /** Those that change most, in one direction. */
  private List<JobChange> most(ToLongFunction<JobChange> change, int shown) {
    return jobs.stream()
        .filter(job -> change.applyAsLong(job) > 0)
        .sorted(Comparator.comparingLong(change).reversed())
        .limit(shown)
        .toList();
  }

  private static List<List<String>> table(List<JobChange> shown) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("job", "user", "VC", "GPUs", "wait", "after", "JCT", "after", "change"));
    for (JobChange job : shown) {
      rows.add(
          List.of(
              job.job().id().toString(),
              job.job().user(),
              job.after().virtualCluster(),
              Words.number(job.after().gpuCount()),
              Words.roughly(job.before().queueSeconds()),
              Words.roughly(job.after().queueSeconds()),
              Words.roughly(job.before().jctSeconds()),
              Words.roughly(job.after().jctSeconds()),
              signed(job.jctDifference())));
    }
    return rows;
  }

  /** All of it as JSON. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("answer", sentences());
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
    report.put("gains", gains(SHOWN).stream().map(WhatIfReport::json).toList());
    report.put("losses", losses(SHOWN).stream().map(WhatIfReport::json).toList());
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
