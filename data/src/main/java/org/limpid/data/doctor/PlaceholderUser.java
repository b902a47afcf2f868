package org.limpid.data.doctor;

import java.util.Locale;
import java.util.Set;
import org.limpid.data.NoValue;
import org.limpid.data.Trace;
import org.limpid.files.Words;

/** A name that stands for a missing one is the user of many jobs. */
final class PlaceholderUser extends RowCheck {
  private static final double SHARE = 0.01;

  /** Beside those of {@link NoValue}. */
  private static final Set<String> NAMES =
      Set.of("0", "-1", "nobody", "user", "default", "anonymous", "undefined", "missing");

  PlaceholderUser() {
    super(
        "placeholder-user",
        Severity.LOW,
        "Policies and models that learn by user take many people for one.",
        "It gives each of these jobs a user of its own.");
  }

  @Override
  boolean shows(Subject subject, int row) {
    String user = subject.trace().user(row);
    return NoValue.isToldBy(user) || NAMES.contains(user.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  double fewest(Subject subject) {
    return SHARE * subject.size();
  }

  @Override
  String message(Subject subject, long rows) {
    return "Of users whose name stands for a missing one: %s.".formatted(Words.count(rows, "job"));
  }

  @Override
  Trace.Job mended(Subject subject, int row, Trace.Job job) {
    return new Trace.Job(
        job.id(),
        job.user() + "-" + job.id(),
        job.virtualCluster(),
        job.name(),
        job.gpuCount(),
        job.cpuCount(),
        job.state(),
        job.submitSeconds(),
        job.durationSeconds(),
        job.profile(),
        job.attributes());
  }
}
