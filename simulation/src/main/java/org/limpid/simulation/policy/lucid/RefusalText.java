package org.limpid.simulation.policy.lucid;

import java.util.ArrayList;
import java.util.List;
import org.limpid.files.Words;

/** Refused partners as sentences. */
final class RefusalText {
  private static final int SHOWN = 3;

  private RefusalText() {}

  static String of(SharingRefused refused) {
    Refusals counts = refused.counts();
    if (counts.candidates() == 0) {
      return "Could not share: no job of its size ran.";
    }
    String ran =
        counts.candidates() == 1
            ? "1 job of its size ran, and it "
            : Words.number(counts.candidates()) + " jobs of its size ran: ";
    return "Could not share. " + ran + Words.list(reasons(counts)) + "." + candidates(refused);
  }

  private static List<String> reasons(Refusals counts) {
    List<String> reasons = new ArrayList<>();
    add(counts, reasons, counts.shares(), "shares already", "share already");
    add(
        counts,
        reasons,
        counts.memory(),
        "leaves too little GPU memory",
        "leave too little GPU memory");
    add(counts, reasons, counts.disturbance(), "would disturb too much", "would disturb too much");
    add(counts, reasons, counts.priority(), "is much more urgent", "are much more urgent");
    add(counts, reasons, counts.reserved(), "is on reserved nodes", "are on reserved nodes");
    return reasons;
  }

  private static void add(
      Refusals counts, List<String> reasons, int count, String one, String several) {
    if (count > 0) {
      String number = counts.candidates() == 1 ? "" : Words.number(count) + " ";
      reasons.add(number + (count == 1 ? one : several));
    }
  }

  private static String candidates(SharingRefused refused) {
    List<String> parts =
        refused.candidates().stream()
            .filter(candidate -> candidate.rule() != Candidate.Rule.SHARES)
            .limit(SHOWN)
            .map(candidate -> text(candidate, refused))
            .toList();
    return parts.isEmpty() ? "" : " For example " + String.join("; ", parts) + ".";
  }

  private static String text(Candidate candidate, SharingRefused refused) {
    return "with job %s %s".formatted(candidate.job().inWords(), numbers(candidate, refused));
  }

  private static String numbers(Candidate candidate, SharingRefused refused) {
    return switch (candidate.rule()) {
      case SHARES -> "nobody else may share";
      case MEMORY ->
          "it would need %s MiB of each GPU, and less than %s MiB are allowed"
              .formatted(
                  Words.number(candidate.memoryMib().orElse(Double.NaN), 0),
                  Words.number(refused.memoryLimitMib().orElse(0)));
      case DISTURBANCE -> scores(candidate, refused);
      case PRIORITY ->
          "its estimated GPU time would be %s times that of the other one, and at most %d are allowed"
              .formatted(Words.number(candidate.priorityRatio(), 1), SharingRule.PRIORITY_FACTOR);
      case RESERVED -> "it would be on nodes that are reserved";
      case MEMORY_OR_LATER ->
          "share scores sum to %d, but memory may have forbidden it before (--data tells)"
              .formatted(candidate.shareScoreSum());
    };
  }

  private static String scores(Candidate candidate, SharingRefused refused) {
    return "share scores sum to %d, and at most %d are allowed"
        .formatted(candidate.shareScoreSum(), refused.scoreLimit());
  }
}
