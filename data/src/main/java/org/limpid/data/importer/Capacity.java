package org.limpid.data.importer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.io.GpuNumberFile.Day;

/**
 * What a cluster was in a period in which GPUs moved between its virtual clusters: what it was on
 * most days of the period. Of states that lasted equally long it is the one with the most GPUs,
 * then the earliest. Where no day of the file lies in the period, it is the nearest day. Or a day
 * is given, or what is wanted is the most that each virtual cluster ever had.
 *
 * @param day the first of the days on which the cluster was so; of the most that there was, the
 *     first of all days
 * @param lasted on how many days of the period it was so; 0: it is the most of all days
 * @param days days of the period that the file has, at least 1
 * @param fewest fewest GPUs of all virtual clusters on any of these days
 * @param most most GPUs of all virtual clusters on any of these days
 */
record Capacity(Day day, int lasted, int days, long fewest, long most) {
  /**
   * The capacity for jobs.
   *
   * @param known at least one day
   * @param first day of the first submission
   * @param last day of the last submission
   */
  static Capacity of(List<Day> known, LocalDate first, LocalDate last) {
    List<Day> inPeriod =
        known.stream()
            .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last))
            .toList();
    return inPeriod.isEmpty() ? of(List.of(nearest(known, first))) : of(inPeriod);
  }

  /** The cluster of a day; empty where the file doesn't have it. */
  static Optional<Capacity> on(List<Day> known, LocalDate date) {
    return known.stream()
        .filter(day -> day.date().equals(date))
        .findFirst()
        .map(day -> of(List.of(day)));
  }

  /** The most GPUs that each virtual cluster had on any of the days, at least one. */
  static Capacity most(List<Day> known) {
    Map<String, Integer> most = new LinkedHashMap<>();
    known.forEach(day -> day.gpus().forEach((name, gpus) -> most.merge(name, gpus, Math::max)));
    Capacity any = of(known);
    return new Capacity(
        new Day(known.getFirst().date(), most), 0, any.days(), any.fewest(), any.most());
  }

  private static Day nearest(List<Day> known, LocalDate date) {
    return known.stream()
        .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(day.date(), date))))
        .orElseThrow();
  }

  private static Capacity of(List<Day> days) {
    Map<Map<String, Integer>, Day> firsts = new LinkedHashMap<>();
    Map<Map<String, Integer>, Integer> lasted = new LinkedHashMap<>();
    for (Day day : days) {
      firsts.putIfAbsent(day.gpus(), day);
      lasted.merge(day.gpus(), 1, Integer::sum);
    }
    Comparator<Day> longest = Comparator.comparingInt(day -> lasted.get(day.gpus()));
    Day chosen =
        firsts.values().stream()
            .min(longest.thenComparingLong(Day::total).reversed().thenComparing(Day::date))
            .orElseThrow();
    return new Capacity(
        chosen,
        lasted.get(chosen.gpus()),
        days.size(),
        days.stream().mapToLong(Day::total).min().orElseThrow(),
        days.stream().mapToLong(Day::total).max().orElseThrow());
  }

  /** What was chosen, in one sentence. */
  String text(int nodes) {
    if (lasted == 0) {
      return "Each virtual cluster has the most GPUs that it had on any of the %,d days of cluster_gpu_number.csv: %,d GPUs, %,d nodes in all; %s."
          .formatted(days, day.total(), nodes, totals());
    }
    String period =
        days == 1
            ? ""
            : ", as on %,d of the %,d days from the first to the last submission; %s"
                .formatted(lasted, days, totals());
    return "The cluster is that of %s in cluster_gpu_number.csv: %,d GPUs, %,d nodes%s."
        .formatted(day.date(), day.total(), nodes, period);
  }

  private String totals() {
    return fewest == most
        ? "all had as many GPUs"
        : "they had %,d to %,d GPUs".formatted(fewest, most);
  }
}
