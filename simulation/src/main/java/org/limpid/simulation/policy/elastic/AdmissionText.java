package org.limpid.simulation.policy.elastic;

import java.util.ArrayList;
import java.util.List;
import org.limpid.files.Words;

/** Admission decisions as sentences. Times are told as spans from the decision on. */
final class AdmissionText {
  private AdmissionText() {}

  static String of(AdmissionDecision decision) {
    return switch (decision.verdict()) {
      case ADMITTED -> "Admitted: " + kept(decision);
      case DECLINED -> declined(decision);
      case TAKEN_LATE ->
          "Taken, though no share of the GPUs keeps its deadline, which is in %s."
              .formatted(span(decision, decision.deadline()));
      case NOT_PLANNED ->
          "Taken without a promise: it names no curve or no iterations, so nobody knows how long it"
              + " will run.";
    };
  }

  private static String span(AdmissionDecision decision, long second) {
    return Words.roughly(second - decision.second());
  }

  private static String kept(AdmissionDecision decision) {
    AdmissionDecision.PromisedShare share = decision.share().orElseThrow();
    String from =
        share.raisedAt() == decision.second()
            ? "from now on"
            : "from in %s on, and %s before"
                .formatted(
                    span(decision, share.raisedAt()),
                    share.gpusBefore() == 0 ? "none" : Words.number(share.gpusBefore()));
    return "its deadline is in %s, and the smallest share that keeps it is %s %s. By that it is done in %s at the latest."
        .formatted(
            span(decision, decision.deadline()),
            Words.count(share.gpus(), "GPU"),
            from,
            span(decision, share.end()));
  }

  private static String declined(AdmissionDecision decision) {
    AdmissionDecision.Needed needed = decision.needed().orElseThrow();
    String text = "Declined: %s%s".formatted(why(decision, needed), deadline(decision, needed));
    List<String> others = new ArrayList<>();
    needed
        .moreGpus()
        .ifPresent(gpus -> others.add("with %s more".formatted(Words.count(gpus, "GPU"))));
    needed
        .fewerJobs()
        .ifPresent(jobs ->
            others.add(
                jobs == 1
                    ? "without the job admitted last"
                    : "without the %s admitted last".formatted(Words.count(jobs, "job"))));
    return others.isEmpty()
        ? text
        : text + " As well it would have been admitted %s.".formatted(Words.list(others, "or"));
  }

  private static String why(AdmissionDecision decision, AdmissionDecision.Needed needed) {
    if (decision.deadline() <= decision.second()) {
      return "its deadline is past.";
    }
    String left = span(decision, decision.deadline());
    return needed.moreGpus().isEmpty() && needed.fewerJobs().isEmpty()
        ? "even alone it would miss its deadline, which is in %s.".formatted(left)
        : "no share of the GPUs keeps its deadline, which is in %s, beside what is promised to others."
            .formatted(left);
  }

  private static String deadline(AdmissionDecision decision, AdmissionDecision.Needed needed) {
    if (needed.deadline().isEmpty()) {
      return " No deadline would have been accepted.";
    }
    long earliest = needed.deadline().getAsLong();
    return " The earliest deadline that would have been accepted is %s later, in %s."
        .formatted(Words.roughly(earliest - decision.deadline()), span(decision, earliest));
  }
}
