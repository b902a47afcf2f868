package org.limpid.plots.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.limpid.plots.paper.Summaries;
import org.limpid.results.table.Numbers;
import org.limpid.results.table.TimeText;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;

/**
 * What the figures of policies say, in sentences. Each sentence has a number of its own, and none
 * is said where it would not hold.
 */
final class Story {
  private final List<PolicySummary> summaries;
  private final List<PolicySummary> policies;
  private final List<String> sentences = new ArrayList<>();

  private Story(List<PolicySummary> summaries) {
    this.summaries = summaries;
    policies = summaries.stream().filter(summary -> !isBound(summary)).toList();
  }

  private static boolean isBound(PolicySummary summary) {
    return Policies.standard().about(summary.policy()).role() == Role.BOUND;
  }

  private static boolean isSubject(PolicySummary summary) {
    return Policies.standard().about(summary.policy()).is(Role.SUBJECT);
  }

  /** Sentences on some policies; none without jobs. */
  static List<String> of(List<PolicySummary> summaries) {
    List<PolicySummary> withJobs =
        summaries.stream().filter(summary -> summary.all().jobs() > 0).toList();
    Story story = new Story(withJobs);
    story.tell();
    return story.sentences;
  }

  private void tell() {
    if (policies.isEmpty()) {
      return;
    }
    PolicySummary hero =
        policies.stream().filter(Story::isSubject).findFirst().orElseGet(() -> least(policies));
    sentences.add(meanJct(hero));
    extremes(hero);
    bound(hero);
    sentences.add(queue(hero));
    sizes(hero);
    preemptions();
  }

  private static double jct(PolicySummary summary) {
    return summary.all().jct().mean();
  }

  private static PolicySummary least(List<PolicySummary> among) {
    return among.stream().min(Comparator.comparingDouble(Story::jct)).orElseThrow();
  }

  private static String name(PolicySummary summary) {
    return Policies.standard().about(summary.policy()).words();
  }

  private static String jobs(int count) {
    return Numbers.whole(count) + (count == 1 ? " job" : " jobs");
  }

  private static String seconds(double value) {
    return Numbers.whole(Math.round(value)) + " s";
  }

  private static String times(double ratio) {
    return Numbers.fixed(ratio, ratio < 2 ? 2 : 1) + " times";
  }

  /** The mean of the hero, and those of the yardsticks as multiples of it. */
  private String meanJct(PolicySummary hero) {
    List<String> others = new ArrayList<>();
    for (String yardstick : Policies.standard().named(Role.YARDSTICK)) {
      Summaries.named(policies, yardstick)
          .filter(other -> other != hero && jct(hero) > 0)
          .ifPresent(other ->
              others.add(
                  "that of %s is %s as long"
                      .formatted(name(other), times(jct(other) / jct(hero)))));
    }
    String first =
        "Under %s the mean job completion time (JCT) of %s is %s"
            .formatted(name(hero), jobs(hero.all().jobs()), seconds(jct(hero)));
    return first + (others.isEmpty() ? "" : "; " + String.join(", ", others)) + ".";
  }

  private void extremes(PolicySummary hero) {
    PolicySummary best = least(policies);
    PolicySummary worst =
        policies.stream().max(Comparator.comparingDouble(Story::jct)).orElseThrow();
    if (jct(best) == jct(worst)) {
      return;
    }
    sentences.add(
        "Of %s policies %s has the shortest mean JCT, %s, and %s the longest, %s."
            .formatted(
                Numbers.whole(policies.size()),
                name(best),
                seconds(jct(best)),
                name(worst),
                seconds(jct(worst))));
  }

  /** How far the hero is from a cluster in which no job waits. */
  private void bound(PolicySummary hero) {
    Optional<PolicySummary> bound = summaries.stream().filter(Story::isBound).findFirst();
    bound
        .filter(ideal -> jct(ideal) > 0 && jct(hero) >= jct(ideal))
        .ifPresent(ideal ->
            sentences.add(
                "The ideal bound, under which no job waits, is %s: %s is %s above it."
                    .formatted(
                        seconds(jct(ideal)),
                        name(hero),
                        Numbers.percent(jct(hero) / jct(ideal) - 1))));
  }

  private String queue(PolicySummary hero) {
    double mean = hero.all().queue().mean();
    double longest = hero.all().queue().p999();
    if (longest == 0) {
      return "Under %s hardly any job waits.".formatted(name(hero));
    }
    return "Jobs wait %s on average under %s, one in a thousand more than %s."
        .formatted(seconds(mean), name(hero), TimeText.text(longest));
  }

  private void sizes(PolicySummary hero) {
    Optional<JobGroup> large = hero.bySize("large");
    Optional<JobGroup> small = hero.bySize("small");
    if (large.isPresent() && small.isPresent()) {
      sentences.add(
          "The %s of more than 8 GPUs complete after %s on average under %s, the others after %s."
              .formatted(
                  jobs(large.get().jobs()),
                  seconds(large.get().jct().mean()),
                  name(hero),
                  seconds(small.get().jct().mean())));
    }
  }

  private void preemptions() {
    List<String> counts =
        policies.stream()
            .filter(summary -> summary.preemptions() > 0)
            .map(summary ->
                "%s %s times".formatted(name(summary), Numbers.whole(summary.preemptions())))
            .toList();
    if (!counts.isEmpty()) {
      sentences.add("Jobs are preempted by %s.".formatted(String.join(", by ", counts)));
    }
  }
}
