package org.limpid.data.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetWarnings;
import org.limpid.files.Problem;

/** What {@code limpid data check} warns of: durations of years, years without a job. */
final class UnlikelyValues extends Check {
  UnlikelyValues() {
    super(
        "unlikely-values",
        Severity.HIGH,
        "One such value decides the means and how long the simulation takes.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    List<Problem> warnings = DatasetWarnings.of(subject.reader());
    return warnings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                List.of(),
                warnings.size(),
                warnings.stream()
                    .map(each ->
                        "%s: %s, found %s.".formatted(each.column(), each.message(), each.value()))
                    .collect(Collectors.joining(" ")),
                mended(
                    subject,
                    "It leaves out jobs that last unlikely long, and moves times behind a pause of"
                        + " years earlier by whole days.")));
  }

  @Override
  void mend(Subject subject, Mending mending) {
    Trace trace = subject.trace();
    long longest = DatasetWarnings.longestLikelySeconds(trace);
    long before = subject.reader().startSeconds();
    for (int row = 0; row < trace.size(); row++) {
      if (trace.durationSeconds(row) > longest) {
        mending.leaveOut(row);
      }
      if (DatasetWarnings.isUnlikelyPause(trace.submitSeconds(row) - before)) {
        mending.closeGap(row);
      }
      before = trace.submitSeconds(row);
    }
  }
}
