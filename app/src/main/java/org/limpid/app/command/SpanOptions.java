package org.limpid.app.command;

import java.util.Optional;
import org.limpid.results.SubmissionSpan;
import picocli.CommandLine.Option;

/** The options that say which jobs are simulated and which of them count. */
final class SpanOptions {
  @Option(
      names = "--from",
      paramLabel = "T",
      description =
          "Leave out jobs submitted before T: seconds since the data set's origin, or"
              + " 2020-09-05 or 2020-09-05T13:30.")
  private Optional<String> from;

  @Option(names = "--to", paramLabel = "T", description = "Leave out jobs submitted at T or later.")
  private Optional<String> to;

  @Option(
      names = "--count-from",
      paramLabel = "T",
      description =
          "Simulate jobs submitted before T, too, but leave them out of all figures: a warm-up."
              + " In replicas what counts is the submission in the replica.")
  private Optional<String> countFrom;

  SubmissionSpan value() {
    return new SubmissionSpan(from, to, countFrom);
  }

  /**
   * Says that not all jobs count, if so.
   *
   * @param but a clause with what all jobs count in; may be empty
   */
  void tell(Session session, String but) {
    countFrom.ifPresent(text ->
        session.notice(
            "All figures are of jobs submitted at --count-from %s or later%s."
                .formatted(text, but)));
  }
}
