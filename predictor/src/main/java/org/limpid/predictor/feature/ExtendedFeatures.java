package org.limpid.predictor.feature;

import java.util.List;
import org.limpid.predictor.feature.LoadFeatures.LoadFeature;

/**
 * Features that follow the level of the load and the habits of the hour. Nothing in them is newer
 * than x[t-6], and no calendar value in them is new in a later season.
 *
 * <p>Levels are means of log(1 + x), given as counts: exp(mean) - 1.
 */
final class ExtendedFeatures {
  private static final int GAP = 6;
  private static final int HOUR = 6;
  private static final int DAY = LoadHistory.SLOTS_PER_DAY;

  /** Middle of the three hours that end an hour before the slot. */
  private static final int MIDDLE = GAP + 8;

  private ExtendedFeatures() {}

  static List<LoadFeature> all() {
    return List.of(
        new LoadFeature(
            "time_of_day", "time of day", "hours since midnight", ExtendedFeatures::timeOfDay),
        new LoadFeature("day_of_week", "day of the week", "0 is Monday", LoadHistory::dayOfWeek),
        new LoadFeature(
            "usual_jobs",
            "jobs usual at this time",
            "usual level of the time of day: 28 days, decay 0.9, half an hour around",
            (h, t) -> usual(h, t, Usual.DAY)),
        new LoadFeature(
            "usual_slow_jobs",
            "jobs usual over 8 weeks",
            "usual level of the time of day: 56 days, decay 0.97, an hour around",
            (h, t) -> usual(h, t, Usual.SLOW_DAY)),
        new LoadFeature(
            "usual_week_jobs",
            "jobs usual on this weekday",
            "usual level of the time of the week: 12 weeks, decay 0.9, an hour around",
            (h, t) -> usual(h, t, Usual.WEEK)),
        new LoadFeature(
            "usual_mean_jobs",
            "mean jobs at this time",
            "usual mean of the time of day: 28 days, decay 0.9, half an hour around",
            (h, t) -> Usual.DAY.at(t, h, h.jobs()::mean)),
        new LoadFeature(
            "soft_1h_jobs",
            "jobs an hour ago",
            "0.5 x[t-7] + 0.25 (x[t-6] + x[t-8])",
            (h, t) -> h.jobs().soft(t - GAP - 1)),
        level("level_1h_jobs", "jobs 1 to 2 h ago", "level of the hour", LoadHistory::jobs, HOUR),
        level(
            "level_3h_jobs",
            "jobs 1 to 4 h ago",
            "level of the 3 hours",
            LoadHistory::jobs,
            3 * HOUR),
        level(
            "level_12h_jobs",
            "jobs 1 to 13 h ago",
            "level of the 12 hours",
            LoadHistory::jobs,
            12 * HOUR),
        median(
            "median_1h_jobs",
            "median jobs 1 to 2 h ago",
            "median of the hour",
            LoadHistory::jobs,
            HOUR),
        median(
            "median_6h_jobs",
            "median jobs 1 to 7 h ago",
            "median of the 6 hours",
            LoadHistory::jobs,
            6 * HOUR),
        daily("fading_day_jobs", "jobs of the last days", LoadHistory::jobs),
        weekly("fading_week_jobs", "jobs of the last weeks", LoadHistory::jobs),
        zeroShare(
            "idle_6h",
            "idle time 1 to 7 h ago",
            "share of slots without jobs in the 6 hours",
            6 * HOUR),
        zeroShare(
            "idle_1d", "idle time of the last day", "share of slots without jobs in the day", DAY),
        new LoadFeature(
            "surprise_3h_jobs",
            "last 3 h against usual",
            "log of (1 + level of the 3 hours) / (1 + what was usual then)",
            ExtendedFeatures::surpriseOfHours),
        new LoadFeature(
            "surprise_1d_jobs",
            "last day against usual",
            "log of (1 + level of the day) / (1 + fading_week_jobs)",
            (h, t) -> h.jobs().level(t - GAP - DAY + 1, t - GAP) - h.jobs().weeklyLevel(t - GAP)),
        new LoadFeature(
            "usual_gpus",
            "GPUs usual at this time",
            "usual level of the time of day: 28 days, decay 0.9, half an hour around",
            (h, t) -> count(Usual.DAY.at(t, h, h.gpus()::level))),
        level("level_1h_gpus", "GPUs 1 to 2 h ago", "level of the hour", LoadHistory::gpus, HOUR),
        level(
            "level_3h_gpus",
            "GPUs 1 to 4 h ago",
            "level of the 3 hours",
            LoadHistory::gpus,
            3 * HOUR),
        median(
            "median_1h_gpus",
            "median GPUs 1 to 2 h ago",
            "median of the hour",
            LoadHistory::gpus,
            HOUR),
        daily("fading_day_gpus", "GPUs of the last days", LoadHistory::gpus),
        weekly("fading_week_gpus", "GPUs of the last weeks", LoadHistory::gpus));
  }

  /** The signal of a history. */
  @FunctionalInterface
  private interface Choice {
    LoadSignal of(LoadHistory history);
  }

  private static double timeOfDay(LoadHistory history, int slot) {
    return history.time(slot).toLocalTime().toSecondOfDay() / 3600.0;
  }

  private static double usual(LoadHistory history, int slot, Usual usual) {
    return count(usual.at(slot, history, history.jobs()::level));
  }

  private static double surpriseOfHours(LoadHistory history, int slot) {
    LoadSignal jobs = history.jobs();
    double usual = Usual.BROAD_DAY.at(slot - MIDDLE, history, jobs::level);
    return jobs.level(slot - GAP - 3 * HOUR + 1, slot - GAP) - usual;
  }

  private static LoadFeature level(
      String name, String words, String formula, Choice signal, int slots) {
    return new LoadFeature(
        name,
        words,
        formula + upToGap(slots),
        (h, t) -> count(signal.of(h).level(t - GAP - slots + 1, t - GAP)));
  }

  private static LoadFeature median(
      String name, String words, String formula, Choice signal, int slots) {
    return new LoadFeature(
        name,
        words,
        formula + upToGap(slots),
        (h, t) -> signal.of(h).median(t - GAP - slots + 1, t - GAP));
  }

  private static LoadFeature zeroShare(String name, String words, String formula, int slots) {
    return new LoadFeature(
        name,
        words,
        formula + upToGap(slots),
        (h, t) -> h.jobs().zeroShare(t - GAP - slots + 1, t - GAP));
  }

  private static LoadFeature daily(String name, String words, Choice signal) {
    return new LoadFeature(
        name,
        words,
        "level up to x[t-6], weights halve every day",
        (h, t) -> count(signal.of(h).dailyLevel(t - GAP)));
  }

  private static LoadFeature weekly(String name, String words, Choice signal) {
    return new LoadFeature(
        name,
        words,
        "level up to x[t-6], weights halve every week",
        (h, t) -> count(signal.of(h).weeklyLevel(t - GAP)));
  }

  private static String upToGap(int slots) {
    return ", x[t-%d] .. x[t-%d]".formatted(GAP + slots - 1, GAP);
  }

  private static double count(double level) {
    return StrictMath.expm1(level);
  }

  /**
   * What is usual at a slot's time of day: a mean over the same time on earlier days, in which
   * recent days and days of the same kind count more.
   *
   * <pre>
   * usual(t) = sum over j = 1..periods of w_j M_j / sum of w_j
   * M_j = statistic of the slots u-reach .. u+reach around u = t - j period
   * w_j = decay^j, x 0.2 where one of t and u lies in a weekend and the other does not
   * </pre>
   *
   * Days that reach beyond the first slot are left out; NaN if none is left.
   *
   * @param periodSlots a day or a week
   * @param periods how many are looked back
   * @param decay weight of a period relative to the one after it
   * @param reachSlots slots on either side that count, too
   */
  record Usual(int periodSlots, int periods, double decay, int reachSlots) {
    private static final double OTHER_KIND_OF_DAY = 0.2;

    static final Usual DAY = new Usual(LoadHistory.SLOTS_PER_DAY, 28, 0.9, 3);
    static final Usual BROAD_DAY = new Usual(LoadHistory.SLOTS_PER_DAY, 28, 0.9, 6);
    static final Usual SLOW_DAY = new Usual(LoadHistory.SLOTS_PER_DAY, 56, 0.97, 6);
    static final Usual WEEK = new Usual(7 * LoadHistory.SLOTS_PER_DAY, 12, 0.9, 6);

    /** A statistic of the slots from the first to the last, both inclusive. */
    @FunctionalInterface
    interface Statistic {
      double of(int first, int last);
    }

    double at(int slot, LoadHistory history, Statistic statistic) {
      double sum = 0;
      double weights = 0;
      double weight = 1;
      for (int j = 1; j <= periods && slot - j * periodSlots >= reachSlots; j++) {
        int then = slot - j * periodSlots;
        weight *= decay;
        boolean alike = history.isWeekend(slot) == history.isWeekend(then);
        double counted = alike ? weight : OTHER_KIND_OF_DAY * weight;
        sum += counted * statistic.of(then - reachSlots, then + reachSlots);
        weights += counted;
      }
      return weights == 0 ? Double.NaN : sum / weights;
    }
  }
}
