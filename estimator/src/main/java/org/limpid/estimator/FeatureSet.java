package org.limpid.estimator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limpid.estimator.history.Grouping;

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
