package org.limpid.explain.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.limpid.explain.text.Page;
import org.limpid.files.Words;
import org.limpid.simulation.waiting.WaitCause;

/** Differences of policies as sentences and tables. */
public final class DifferenceText {
  private static final double NOTHING = 0.5;

  private DifferenceText() {}

  public static String text(PolicyDifference difference) {
    Page page = new Page();
    page.headline("From %s to %s".formatted(difference.first(), difference.second()));
    page.sentences(summary(difference)).sentences(reasons(difference.all()));
    page.headline("By size, GPUs").table(1, means("GPUs", difference.bySize()));
    page.headline("By virtual cluster").table(1, means("name", difference.byVirtualCluster()));
    addJobs(page, "The jobs that gain most", difference.gainers());
    addJobs(page, "The jobs that lose most", difference.losers());
    return page.toString();
  }

  private static String summary(PolicyDifference difference) {
    PolicyDifference.Means all = difference.all();
    int same = all.jobs() - difference.sooner() - difference.later();
    return "Under %s %s complete on average %s than under %s: after %s instead of %s. %s sooner, %s later, %s at the same time."
        .formatted(
            difference.second(),
            Words.count(all.jobs(), "job"),
            changed(all.jctDifference(), "sooner", "later"),
            difference.first(),
            Words.roughly(all.secondJct()),
            Words.roughly(all.firstJct()),
            complete(difference.sooner()),
            Words.number(difference.later()),
            Words.number(same));
  }

  private static String complete(int jobs) {
    return Words.count(jobs, "job") + (jobs == 1 ? " completes" : " complete");
  }

  private static String changed(double difference, String less, String more) {
    return Words.roughly(Math.abs(difference)) + " " + (difference < 0 ? less : more);
  }

  private static String reasons(PolicyDifference.Means all) {
    List<String> parts = new ArrayList<>();
    all.byCause().entrySet().stream()
        .filter(entry -> Math.abs(entry.getValue()) >= NOTHING)
        .sorted(
            Map.Entry.<WaitCause, Double>comparingByValue(
                (a, b) -> Double.compare(Math.abs(b), Math.abs(a))))
        .forEach(entry ->
            parts.add(
                "%s (%s)"
                    .formatted(changed(entry.getValue(), "less", "more"), entry.getKey().words())));
    return "They wait %s%s, and are on GPUs for %s."
        .formatted(
            changed(all.waitDifference(), "less", "more"),
            parts.isEmpty() ? "" : ": " + Words.list(parts),
            changed(all.restDifference(), "less", "more"));
  }

  private static List<List<String>> means(String head, List<PolicyDifference.Means> groups) {
    List<List<String>> rows = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of(head, "jobs", "completion", "wait", "on GPUs"));
    List<WaitCause> causes =
        Arrays.stream(WaitCause.values()).filter(cause -> matters(cause, groups)).toList();
    causes.forEach(cause -> names.add(cause.words().replace(" jobs", "")));
    rows.add(names);
    for (PolicyDifference.Means group : groups) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  group.group(),
                  Words.number(group.jobs()),
                  signed(group.jctDifference()),
                  signed(group.waitDifference()),
                  signed(group.restDifference())));
      causes.forEach(cause -> row.add(signed(group.byCause().get(cause))));
      rows.add(row);
    }
    return rows;
  }

  private static boolean matters(WaitCause cause, List<PolicyDifference.Means> groups) {
    return groups.stream().anyMatch(group -> Math.abs(group.byCause().get(cause)) >= NOTHING);
  }

  private static String signed(double seconds) {
    if (Math.abs(seconds) < NOTHING) {
      return "0 s";
    }
    return seconds < 0 ? Words.roughly(seconds) : "+" + Words.roughly(seconds);
  }

  private static void addJobs(Page page, String headline, List<PolicyDifference.Changed> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("job", "user", "VC", "mostly by", "GPUs", "completion", "wait", "on GPUs"));
    for (PolicyDifference.Changed job : jobs) {
      rows.add(
          List.of(
              job.job().id().toString(),
              job.job().user(),
              job.virtualCluster(),
              job.cause().words(),
              Words.number(job.job().gpus()),
              signed(job.jctDifference()),
              signed(job.waitDifference()),
              signed(job.restDifference())));
    }
    page.headline(headline).table(4, rows);
  }
}
