package org.limpid.estimator;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.estimator.history.Grouping;
import org.limpid.estimator.history.HistoryScale;
import org.limpid.estimator.history.JobHistory;

/**
 * The features of jobs of one trace: what they ask for, when, their profile where the set allows
 * it, and their {@link JobHistory}. All are numbers; {@code NaN} means unknown. Not safe for
 * several threads.
 */
final class JobFeatures {
  private static final long SECONDS_PER_DAY = 86_400;
  private static final double SECONDS_PER_HOUR = 3_600;

  /** Name of the feature that is the time of day of a submission, in hours. */
  static final String HOUR = "hour of the day";

  static final String GPUS = "GPUs";
  static final String CPUS = "CPUs";
  static final String MEMORY_UTILISATION = "memory utilisation (%)";

  private static final List<String> REQUEST = List.of(GPUS, CPUS, HOUR);
  private static final List<String> PROFILE =
      List.of("GPU utilisation (%)", MEMORY_UTILISATION, "GPU memory (MiB)", "mixed precision");

  private final Trace trace;
  private final FeatureSet set;
  private final boolean hasNames;
  private final boolean hasProfiles;
  private final long secondOfDay;
  private final JobHistory history;
  private final List<String> names;
  private final Grouping narrowest;

  /**
   * Features before anything has happened.
   *
   * @param origin the time of second 0 of the trace
   */
  JobFeatures(Trace trace, LocalDateTime origin, FeatureSet set) {
    this.trace = trace;
    this.set = set;
    hasNames = IntStream.range(0, trace.size()).anyMatch(row -> !trace.jobName(row).isBlank());
    hasProfiles = !trace.workloadProfiles().isEmpty();
    secondOfDay = origin.toLocalTime().toSecondOfDay();
    history = new JobHistory(trace, groupings());
    names = new ArrayList<>(REQUEST);
    if (readsProfiles()) {
      names.addAll(PROFILE);
    }
    names.addAll(history.featureNames());
    narrowest = narrowestGrouping();
  }

  /** Names of all features that any trace and set may have. */
  static List<String> allNames() {
    List<String> names = new ArrayList<>(REQUEST);
    names.addAll(PROFILE);
    names.addAll(JobHistory.featureNames(List.of(Grouping.values())));
    return names;
  }

  private List<Grouping> groupings() {
    return set.groupings(hasNames).stream()
        .filter(grouping -> hasProfiles || !grouping.needsProfile())
        .toList();
  }

  private boolean readsProfiles() {
    return set.readsProfiles() && hasProfiles;
  }

  /** The grouping that tells most of a job without a model. */
  private Grouping narrowestGrouping() {
    if (readsProfiles()) {
      return Grouping.USER_GPUS_WORKLOAD;
    }
    return hasNames ? Grouping.USER_NAME : Grouping.USER_GPUS_CPUS;
  }

  /** The estimate that needs no model: the recent duration of the narrowest group, at least 1 s. */
  double recentSeconds(int row, long now) {
    return Math.max(1, history.recentSeconds(narrowest, row, now));
  }

  /** Whether a feature is how long former jobs took. */
  static boolean isFormerDuration(String feature) {
    return HistoryScale.of(feature).filter(HistoryScale.DURATION::equals).isPresent();
  }

  /** What the trace lacks, as sentences. */
  List<String> leftOut() {
    List<String> sentences = new ArrayList<>();
    if (!hasNames) {
      sentences.add("The trace has no job names: the history of similar names was left out.");
    }
    if (set.readsProfiles() && !hasProfiles) {
      sentences.add("The trace has no profiles: profile features were left out.");
    }
    return sentences;
  }

  /** Names of the features, in the order of {@link #fill}. */
  List<String> names() {
    return names;
  }

  /** The history, to be told of events. */
  JobHistory history() {
    return history;
  }

  /**
   * The features of a job from what is known now.
   *
   * @param features receives one value per name
   */
  void fill(int row, long now, double[] features) {
    features[0] = trace.gpuCount(row);
    features[1] = trace.cpuCount(row);
    features[2] = hourOfDay(trace.submitSeconds(row));
    int position = REQUEST.size();
    if (readsProfiles()) {
      fillProfile(trace.workloadProfile(row), features, position);
      position += PROFILE.size();
    }
    history.features(row, now, features, position);
  }

  private double hourOfDay(long seconds) {
    return Math.floorMod(secondOfDay + seconds, SECONDS_PER_DAY) / SECONDS_PER_HOUR;
  }

  private static void fillProfile(WorkloadProfile profile, double[] features, int position) {
    boolean known = profile != null;
    features[position] = known ? profile.gpuUtilPercent() : Double.NaN;
    features[position + 1] = known ? profile.memoryUtilPercent() : Double.NaN;
    features[position + 2] = known ? profile.memoryMib() : Double.NaN;
    features[position + 3] = known ? (profile.workload().mixedPrecision() ? 1 : 0) : Double.NaN;
  }
}
