package org.limpid.plots.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.results.table.Numbers;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;

/**
 * What the figures of policies say, in sentences. Each sentence has a number of its own, and none
 * is said where it would not hold.
 */
final class PolicySentences {
  private final List<PolicySummary> summaries;
  private final List<PolicySummary> policies;
  private final List<String> sentences = new ArrayList<>();

  private PolicySentences(List<PolicySummary> summaries) {
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
    PolicySentences told = new PolicySentences(withJobs);
    told.tell();
    return told.sentences;
  }

  private void tell() {
    if (policies.isEmpty()) {
      return;
    }
    PolicySummary subject =
        policies.stream()
            .filter(PolicySentences::isSubject)
            .findFirst()
            .orElseGet(() -> least(policies));
    sentences.add(meanJct(subject));
    extremes(subject);
    bound(subject);
    sentences.add(queue(subject));
    sizes(subject);
    preemptions();
  }

  private static double jct(PolicySummary summary) {
    return summary.all().jct().mean();
  }

  private static PolicySummary least(List<PolicySummary> among) {
    return among.stream().min(Comparator.comparingDouble(PolicySentences::jct)).orElseThrow();
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

  /** The mean of the subject, and those of the yardsticks as multiples of it. */
  private String meanJct(PolicySummary subject) {
    List<String> others = new ArrayList<>();
    for (String yardstick : Policies.standard().named(Role.YARDSTICK)) {
      policies.stream()
          .filter(other -> other.policy().equals(yardstick) && other != subject && jct(subject) > 0)
          .findFirst()
          .ifPresent(other ->
              others.add(
                  "that of %s is %s as long"
                      .formatted(name(other), times(jct(other) / jct(subject)))));
    }
    String first =
        "Under %s the mean job completion time (JCT) of %s is %s"
            .formatted(name(subject), jobs(subject.all().jobs()), seconds(jct(subject)));
    return first + (others.isEmpty() ? "" : "; " + String.join(", ", others)) + ".";
  }

  private void extremes(PolicySummary subject) {
    PolicySummary best = least(policies);
    PolicySummary worst =
        policies.stream().max(Comparator.comparingDouble(PolicySentences::jct)).orElseThrow();
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

  /** How far the subject is from a cluster in which no job waits. */
  private void bound(PolicySummary subject) {
    Optional<PolicySummary> bound = summaries.stream().filter(PolicySentences::isBound).findFirst();
    bound
        .filter(ideal -> jct(ideal) > 0 && jct(subject) >= jct(ideal))
        .ifPresent(ideal ->
            sentences.add(
                "The ideal bound, under which no job waits, is %s: %s is %s above it."
                    .formatted(
                        seconds(jct(ideal)),
                        name(subject),
                        Numbers.percent(jct(subject) / jct(ideal) - 1))));
  }

  private String queue(PolicySummary subject) {
    double mean = subject.all().queue().mean();
    double longest = subject.all().queue().p999();
    if (longest == 0) {
      return "Under %s hardly any job waits.".formatted(name(subject));
    }
    return "Jobs wait %s on average under %s, one in a thousand more than %s."
        .formatted(seconds(mean), name(subject), Words.roughly(longest));
  }

  private void sizes(PolicySummary subject) {
    Optional<JobGroup> large = subject.bySize("large");
    Optional<JobGroup> small = subject.bySize("small");
    if (large.isPresent() && small.isPresent()) {
      sentences.add(
          "The %s of more than 8 GPUs complete after %s on average under %s, the others after %s."
              .formatted(
                  jobs(large.get().jobs()),
                  seconds(large.get().jct().mean()),
                  name(subject),
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
