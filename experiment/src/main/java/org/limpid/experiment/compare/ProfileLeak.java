package org.limpid.experiment.compare;

import java.util.HashMap;
import java.util.Map;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;

/**
 * Whether profiles give durations away, as in the traces of Lucid: there every deep-learning model
 * stands for one class of durations, at most 3 h, at most 10 h, or longer.
 */
final class ProfileLeak {
  private static final long SHORT_SECONDS = 3 * 3_600;
  private static final long MEDIUM_SECONDS = 10 * 3_600;

  private ProfileLeak() {}

  /** Whether no model has jobs of two classes, and there are two classes or more. */
  static boolean isIn(Trace trace) {
    Map<String, Integer> classes = new HashMap<>();
    for (int row = 0; row < trace.size(); row++) {
      WorkloadProfile profile = trace.workloadProfile(row);
      if (profile != null) {
        int own = durationClass(trace.durationSeconds(row));
        Integer before = classes.put(profile.workload().model(), own);
        if (before != null && before != own) {
          return false;
        }
      }
    }
    return classes.values().stream().distinct().count() > 1;
  }

  private static int durationClass(long seconds) {
    return seconds <= SHORT_SECONDS ? 0 : seconds <= MEDIUM_SECONDS ? 1 : 2;
  }
}
