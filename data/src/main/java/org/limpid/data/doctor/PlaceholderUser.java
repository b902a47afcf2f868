package org.limpid.data.doctor;

import java.util.Locale;
import java.util.Set;
import org.limpid.data.NoValue;
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
        "Policies and models that learn by user take many people for one.");
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
  String remedy(Subject subject, int first) {
    return "Import again with the column of users: limpid data import csv FILE --map user=COLUMN"
        + " --out DIR";
  }
}
