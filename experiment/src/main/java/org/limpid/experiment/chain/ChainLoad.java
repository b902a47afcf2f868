package org.limpid.experiment.chain;

import java.util.List;
import java.util.Locale;

/** Classes of windows by the gap that the reactive baseline leaves in them. */
public enum ChainLoad {
  /** All windows. */
  ALL(Long.MIN_VALUE, Long.MAX_VALUE),
  /** Up to 2 h. */
  LOW(Long.MIN_VALUE, 2 * 3600),
  /** Up to 12 h. */
  MEDIUM(2 * 3600, 12 * 3600),
  /** Above 12 h. */
  HEAVY(12 * 3600, Long.MAX_VALUE),
  /** Above 2 h. */
  MEDIUM_AND_HEAVY(2 * 3600, Long.MAX_VALUE);

  private final long above;
  private final long most;

  ChainLoad(long above, long most) {
    this.above = above;
    this.most = most;
  }

  /** As it is written: {@code medium and heavy}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether a window is of this class. */
  boolean holds(long reactiveSeconds) {
    return reactiveSeconds > above && reactiveSeconds <= most;
  }

  /** Those in which some window lies. */
  static List<ChainLoad> of(List<Long> reactiveSeconds) {
    return List.of(values()).stream()
        .filter(load -> reactiveSeconds.stream().anyMatch(load::holds))
        .toList();
  }
}
