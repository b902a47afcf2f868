package org.limpid.simulation.policy.slurm;

import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.queue.PeriodicBackfill;

/** What may be chosen about {@link SlurmLike}; by default it is as in the artifact of Mirage. */
public final class SlurmSettings {
  /** {@code PriorityWeightAge}: what a job gains in a week of waiting; there is no cap. */
  public static final Setting<Integer> AGE_WEIGHT =
      Setting.wholeNumber("priorityAge", 1, Integer.MAX_VALUE)
          .option(
              "priority-age",
              "POINTS",
              "Priority that a job gains under slurm-like in a week of waiting (7000).")
          .byDefault(7000)
          .build();

  /** {@code PriorityWeightJobSize}: priority of a job as large as its virtual cluster. */
  public static final Setting<Integer> SIZE_WEIGHT =
      Setting.wholeNumber("prioritySize", 0, Integer.MAX_VALUE)
          .option(
              "priority-size",
              "POINTS",
              "Priority under slurm-like of a job as large as its virtual cluster; of a smaller one"
                  + " its share (100).")
          .byDefault(100)
          .build();

  /** {@code bf_interval}. */
  public static final Setting<Integer> INTERVAL =
      Setting.wholeNumber("backfillInterval", 1, Integer.MAX_VALUE)
          .option(
              "backfill-interval",
              "SECONDS",
              "Time between two backfill passes of slurm-like (600).")
          .byDefault(600)
          .build();

  /** {@code bf_resolution}. */
  public static final Setting<Integer> SLOT =
      Setting.wholeNumber("backfillSlot", 1, Integer.MAX_VALUE)
          .option(
              "backfill-slot",
              "SECONDS",
              "Length of a slot in the plan of a backfill pass of slurm-like (600).")
          .byDefault(600)
          .build();

  /** {@code bf_window} in slots, by default two days. */
  public static final Setting<Integer> SLOTS =
      Setting.wholeNumber("backfillSlots", 1, 1_000_000)
          .option(
              "backfill-slots",
              "SLOTS",
              "How many slots a backfill pass of slurm-like plans; 288 are two days (288).")
          .byDefault(288)
          .build();

  /** {@code bf_max_job_test}. */
  public static final Setting<Integer> DEPTH =
      Setting.wholeNumber("backfillDepth", 1, Integer.MAX_VALUE)
          .option(
              "backfill-depth",
              "JOBS",
              "How many jobs of the queue a backfill pass of slurm-like looks at, from the head on"
                  + " (3000).")
          .byDefault(3000)
          .build();

  private static final double WEEK_SECONDS = 7 * 24 * 60 * 60;

  private SlurmSettings() {}

  /**
   * What a whole virtual cluster is worth in seconds of waiting.
   *
   * @param chosen what was chosen
   */
  static double sizeSeconds(Settings chosen) {
    return chosen.get(SIZE_WEIGHT) * (WEEK_SECONDS / chosen.get(AGE_WEIGHT));
  }

  static PeriodicBackfill.Times times(Settings chosen, long firstSecond) {
    return new PeriodicBackfill.Times(
        firstSecond, chosen.get(INTERVAL), chosen.get(SLOTS), chosen.get(SLOT), chosen.get(DEPTH));
  }
}
