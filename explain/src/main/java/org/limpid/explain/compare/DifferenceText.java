package org.limpid.explain.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.limpid.files.Page;
import org.limpid.files.Words;
import org.limpid.simulation.waiting.WaitCause;

/** Differences of policies as sentences and tables. */
public final class DifferenceText {
  private static final double NOTHING = 0.5;

  private DifferenceText() {}

  /** The differences as a page: the answer, then means by size and virtual cluster, then jobs. */
  public static Page page(PolicyDifference difference) {
    Page page = new Page();
    sentences(difference).forEach(page::sentences);
    page.headline("By size, GPUs").table(1, means("GPUs", difference.bySize()));
    page.headline("By virtual cluster").table(1, means("name", difference.byVirtualCluster()));
    addJobs(page, "The jobs that gain most", difference.gainers());
    addJobs(page, "The jobs that lose most", difference.losers());
    return page;
  }

  /** The answer, a sentence a line. */
  public static List<String> sentences(PolicyDifference difference) {
    return List.of(means(difference), reasons(difference.all()), jobs(difference));
  }

  private static String means(PolicyDifference difference) {
    PolicyDifference.Means all = difference.all();
    return "From %s to %s the mean completion time of %s %s: %s instead of %s."
        .formatted(
            difference.first(),
            difference.second(),
            Words.count(all.jobs(), "job"),
            Math.abs(all.jctDifference()) < NOTHING
                ? "stays the same"
                : (all.jctDifference() < 0 ? "falls by " : "rises by ")
                    + Words.roughly(Math.abs(all.jctDifference())),
            Words.roughly(all.secondJct()),
            Words.roughly(all.firstJct()));
  }

  private static String jobs(PolicyDifference difference) {
    int same = difference.all().jobs() - difference.sooner() - difference.later();
    String text =
        "%s sooner, %s later, %s at the same time"
            .formatted(
                complete(difference.sooner()),
                Words.number(difference.later()),
                Words.number(same));
    return text
        + extreme("; job %s gains most, %s", difference.gainers())
        + extreme("; job %s loses most, %s", difference.losers())
        + ".";
  }

  private static String extreme(String words, List<PolicyDifference.Changed> jobs) {
    return jobs.isEmpty()
        ? ""
        : words.formatted(
            jobs.getFirst().job().id(), Words.roughly(Math.abs(jobs.getFirst().jctDifference())));
  }

  private static String complete(int jobs) {
    return Words.count(jobs, "job") + (jobs == 1 ? " completes" : " complete");
  }

  private static String changed(double difference, String less, String more) {
    return Words.roughly(Math.abs(difference)) + " " + (difference < 0 ? less : more);
  }

  private static String reasons(PolicyDifference.Means all) {
    double wait = all.waitDifference();
    String mostly =
        all.byCause().entrySet().stream()
            .filter(entry -> entry.getValue() * wait > 0 && Math.abs(entry.getValue()) >= NOTHING)
            .max(Comparator.comparingDouble(entry -> Math.abs(entry.getValue())))
            .map(entry ->
                " (%s: %s)"
                    .formatted(entry.getKey().words(), changed(entry.getValue(), "less", "more")))
            .orElse("");
    return "They wait %s%s and are on GPUs for %s."
        .formatted(
            changed(wait, "less", "more"), mostly, changed(all.restDifference(), "less", "more"));
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
