package org.limpid.data.replicate;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.data.Forecast;
import org.limpid.data.Trace;
import org.limpid.data.generate.RandomStream;

/**
 * Which day each day of a trace is a copy of. Days are those of the calendar, numbered from the one
 * that the origin of the data set lies in.
 */
final class CopiedDays {
  /** Every day is itself. */
  static final CopiedDays NONE = new CopiedDays(0, 0, new int[0]);

  private static final int SECONDS_PER_DAY = 86_400;

  private final long secondsBeforeOrigin;
  private final int firstDay;
  private final int[] sources;

  private CopiedDays(long secondsBeforeOrigin, int firstDay, int[] sources) {
    this.secondsBeforeOrigin = secondsBeforeOrigin;
    this.firstDay = firstDay;
    this.sources = sources;
  }

  /** Draws for every day of the trace, from its first to its last submission, one of its class. */
  static CopiedDays drawn(Trace trace, LocalDateTime origin, RandomStream random) {
    long before = origin.toLocalTime().toSecondOfDay();
    CopiedDays identity = new CopiedDays(before, 0, new int[0]);
    int first = identity.day(trace.submitSeconds(0));
    int last = identity.day(trace.submitSeconds(trace.size() - 1));
    LocalDateTime midnight = origin.toLocalDate().atTime(LocalTime.MIN);
    int[] sources = new int[last - first + 1];
    for (int day = first; day <= last; day++) {
      boolean weekend = isWeekend(midnight, day);
      int[] candidates =
          IntStream.rangeClosed(first, last)
              .filter(other -> isWeekend(midnight, other) == weekend)
              .toArray();
      sources[day - first] = candidates[random.uniform(candidates.length)];
    }
    return new CopiedDays(before, first, sources);
  }

  private static boolean isWeekend(LocalDateTime midnight, int day) {
    DayOfWeek name = midnight.plusDays(day).getDayOfWeek();
    return List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(name);
  }

  /** The days that are copies, in order. */
  int[] days() {
    return IntStream.range(firstDay, firstDay + sources.length).toArray();
  }

  /** The day that this one is a copy of. */
  int source(int day) {
    int place = day - firstDay;
    return place >= 0 && place < sources.length ? sources[place] : day;
  }

  int day(long second) {
    return Math.toIntExact(Math.floorDiv(second + secondsBeforeOrigin, SECONDS_PER_DAY));
  }

  /** When something of a day happens in a copy of it. */
  static long moved(long second, int day, int copy) {
    return second + (long) (copy - day) * SECONDS_PER_DAY;
  }

  /** The forecast in which copied days have the rows of the days that they copy. */
  Forecast forecast(Forecast original) {
    if (sources.length == 0 || original.size() == 0) {
      return original;
    }
    int[] rowDays =
        IntStream.range(0, original.size()).map(r -> day(original.seconds(r))).toArray();
    int[] rows =
        IntStream.rangeClosed(rowDays[0], rowDays[rowDays.length - 1])
            .flatMap(day -> rowsOf(rowDays, source(day)))
            .toArray();
    int[] copies =
        IntStream.rangeClosed(rowDays[0], rowDays[rowDays.length - 1])
            .flatMap(day -> rowsOf(rowDays, source(day)).map(row -> day))
            .toArray();
    return new Forecast(
        IntStream.range(0, rows.length)
            .mapToLong(i -> moved(original.seconds(rows[i]), rowDays[rows[i]], copies[i]))
            .toArray(),
        Arrays.stream(rows).mapToDouble(original::jobs).toArray(),
        Arrays.stream(rows).mapToDouble(original::gpus).toArray());
  }

  private static IntStream rowsOf(int[] rowDays, int day) {
    return IntStream.range(0, rowDays.length).filter(row -> rowDays[row] == day);
  }
}
