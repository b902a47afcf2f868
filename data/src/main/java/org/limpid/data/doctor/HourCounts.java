package org.limpid.data.doctor;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Submissions per hour of the wall clock, and the hours in which clocks are changed. */
final class HourCounts {
  /** An hour is compared with the same hour of so many days before and after it. */
  private static final int DAYS_AROUND = 14;

  private final LocalDateTime first;
  private final int[] counts;

  HourCounts(Subject subject) {
    first = subject.time(subject.firstSubmit()).truncatedTo(ChronoUnit.HOURS);
    counts = new int[index(subject.time(subject.lastSubmit())) + 1];
    long offset = ChronoUnit.SECONDS.between(first, subject.time(0));
    for (int row = 0; row < subject.size(); row++) {
      counts[(int) ((subject.trace().submitSeconds(row) + offset) / 3600)]++;
    }
  }

  private int index(LocalDateTime time) {
    return (int) ChronoUnit.HOURS.between(first, time);
  }

  /** Jobs submitted in the hour. */
  int of(LocalDateTime hour) {
    return counts[index(hour)];
  }

  /** Mean of the same hour on the days around it that the trace has. */
  double usual(LocalDateTime hour) {
    int days = 0;
    int jobs = 0;
    for (int day = -DAYS_AROUND; day <= DAYS_AROUND; day++) {
      int index = index(hour.plusDays(day));
      if (day != 0 && index >= 0 && index < counts.length) {
        days++;
        jobs += counts[index];
      }
    }
    return days == 0 ? 0 : (double) jobs / days;
  }

  /** The hours that clocks skip in spring, in Europe and in North America. */
  List<LocalDateTime> skipped() {
    return within(List.of(new Change(Month.MARCH, -1, 2), new Change(Month.MARCH, 2, 2)));
  }

  /** The hours that clocks show twice in autumn, there. */
  List<LocalDateTime> doubled() {
    return within(List.of(new Change(Month.OCTOBER, -1, 2), new Change(Month.NOVEMBER, 1, 1)));
  }

  /**
   * When clocks are changed.
   *
   * @param sunday which of the month, -1 for the last
   */
  private record Change(Month month, int sunday, int hour) {
    LocalDateTime of(int year) {
      return LocalDate.of(year, month, 1)
          .with(TemporalAdjusters.dayOfWeekInMonth(sunday, DayOfWeek.SUNDAY))
          .atTime(hour, 0);
    }
  }

  /** Those hours that lie between the first and the last one of the trace. */
  private List<LocalDateTime> within(List<Change> changes) {
    LocalDateTime last = first.plusHours(counts.length - 1L);
    List<LocalDateTime> hours = new ArrayList<>();
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      for (Change change : changes) {
        LocalDateTime hour = change.of(year);
        if (hour.isAfter(first) && hour.isBefore(last)) {
          hours.add(hour);
        }
      }
    }
    return hours;
  }
}
