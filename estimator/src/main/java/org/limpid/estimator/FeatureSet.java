package org.limpid.estimator;

import static org.limpid.estimator.history.Grouping.CLUSTER_MODEL;
import static org.limpid.estimator.history.Grouping.MODEL;
import static org.limpid.estimator.history.Grouping.USER;
import static org.limpid.estimator.history.Grouping.USER_CPUS;
import static org.limpid.estimator.history.Grouping.USER_GPUS_CPUS;
import static org.limpid.estimator.history.Grouping.USER_GPUS_WORKLOAD;
import static org.limpid.estimator.history.Grouping.USER_MODEL;
import static org.limpid.estimator.history.Grouping.USER_NAME;
import static org.limpid.estimator.history.Grouping.USER_NAME_CLUSTER;
import static org.limpid.estimator.history.Grouping.USER_WORKLOAD;
import static org.limpid.estimator.history.HistoryStatistic.COUNT;
import static org.limpid.estimator.history.HistoryStatistic.LAST;
import static org.limpid.estimator.history.HistoryStatistic.MEAN;
import static org.limpid.estimator.history.HistoryStatistic.RECENT;
import static org.limpid.estimator.history.HistoryStatistic.SINCE_END;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limpid.estimator.history.Grouping;
import org.limpid.estimator.history.JobHistory;

/** What a workload estimate may look at. */
public enum FeatureSet {
  /** What is known of every job at its submission: who, where, how large, when, and the history. */
  WITHOUT_PROFILE,

  /**
   * The profile of the job as well: utilisation, memory, precision, and the history of the same
   * model and workload.
   *
   * <p><b>In the Venus trace this leaks the answer:</b> the artifact's authors assigned models, and
   * with them all profile columns, by true duration (at most 3 h, at most 10 h, longer). Results
   * there say nothing about real profiles.
   */
  WITH_PROFILE;

  private static final String WARNING =
      "The model reads profile columns. In the Venus trace of Lucid they were assigned by the true"
          + " duration and give the duration class away: no fair estimate there.";

  private static final List<String> READABLE_WITHOUT_PROFILE =
      List.of(
          RECENT.featureName(USER_GPUS_CPUS),
          JobFeatures.GPUS,
          LAST.featureName(USER_CPUS),
          LAST.featureName(USER_NAME),
          RECENT.featureName(USER_CPUS),
          LAST.featureName(USER_NAME_CLUSTER),
          JobFeatures.HOUR,
          COUNT.featureName(USER),
          SINCE_END.featureName(USER_CPUS),
          MEAN.featureName(USER),
          JobHistory.SUBMISSIONS_IN_AN_HOUR,
          RECENT.featureName(USER));

  private static final List<String> READABLE_WITH_PROFILE =
      List.of(
          LAST.featureName(USER_MODEL),
          RECENT.featureName(USER_GPUS_CPUS),
          LAST.featureName(CLUSTER_MODEL),
          JobFeatures.GPUS,
          MEAN.featureName(MODEL),
          JobFeatures.MEMORY_UTILISATION,
          JobHistory.SUBMISSIONS_IN_AN_HOUR,
          LAST.featureName(USER_GPUS_WORKLOAD),
          RECENT.featureName(CLUSTER_MODEL),
          LAST.featureName(USER_WORKLOAD),
          JobFeatures.CPUS,
          JobFeatures.HOUR);

  /**
   * The features of the readable model; {@code docs/workload-estimate.md} tells how they were
   * chosen.
   */
  public List<String> readable() {
    return readsProfiles() ? READABLE_WITH_PROFILE : READABLE_WITHOUT_PROFILE;
  }

  /** The name on the command line, in files and tables: {@code without-profile}. */
  public String setName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The set of this name. */
  public static Optional<FeatureSet> named(String name) {
    return Arrays.stream(values()).filter(set -> set.setName().equals(name)).findFirst();
  }

  /** Whether it reads profiles. */
  public boolean readsProfiles() {
    return this == WITH_PROFILE;
  }

  /** What to say beside every result; empty when there is nothing to warn of. */
  public Optional<String> warning() {
    return readsProfiles() ? Optional.of(WARNING) : Optional.empty();
  }

  /**
   * The groupings of its history.
   *
   * @param names whether the trace has job names
   */
  List<Grouping> groupings(boolean names) {
    return Arrays.stream(Grouping.values())
        .filter(grouping -> names || !grouping.needsName())
        .filter(grouping -> readsProfiles() || !grouping.needsProfile())
        .toList();
  }
}
