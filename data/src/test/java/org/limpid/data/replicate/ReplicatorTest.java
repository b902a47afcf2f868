package org.limpid.data.replicate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.Trace;

class ReplicatorTest {
  /** A Wednesday, 06:00. */
  private static final LocalDateTime ORIGIN = LocalDateTime.of(2020, 4, 1, 6, 0);

  private static final int DAY = 86_400;
  private static final int DAYS = 14;
  private static final Trace TRACE = trace();

  /** Five bursts of three jobs on each of 14 days, the first day cut off before the origin. */
  private static Trace trace() {
    Trace.Builder jobs = new Trace.Builder();
    for (int day = 0; day < DAYS; day++) {
      for (int burst = 0; burst < 5; burst++) {
        for (int i = 0; i < 3; i++) {
          long second = (long) day * DAY + 3600L * burst + 7L * day;
          int id = 100 + jobs.size();
          jobs.add(
              new Trace.Job(id, "user" + i, "vc", "", 1 + i, 0, "COMPLETED", second, 1 + id, null));
        }
      }
    }
    return jobs.build();
  }

  private static Replica replica(int number, long seed, ReplicaKind... kinds) {
    return new Replicator(TRACE, ORIGIN, 0, Set.of(kinds), seed).replica(number);
  }

  private static List<Trace.Job> jobs(Trace trace) {
    return IntStream.range(0, trace.size()).mapToObj(trace::job).toList();
  }

  @Test
  void numberZeroIsTheTraceItself() {
    Replica unchanged = replica(0, 1, ReplicaKind.values());
    assertSame(TRACE, unchanged.trace());
    assertEquals(5, unchanged.originalRow(5));
  }

  @ParameterizedTest
  @EnumSource
  void copiesDependOnSeedAndNumberOnly(ReplicaKind kind) {
    List<Trace.Job> copy = jobs(replica(2, 1, kind).trace());
    assertEquals(copy, jobs(replica(2, 1, kind).trace()));
    assertNotEquals(copy, jobs(replica(3, 1, kind).trace()));
    assertNotEquals(copy, jobs(replica(2, 2, kind).trace()));
    assertNotEquals(copy, jobs(TRACE));
  }

  @Test
  void copiesAreInOrderAndEveryRowKnowsItsOriginal() {
    for (int number = 1; number < 20; number++) {
      Replica copy = replica(number, 1, ReplicaKind.values());
      Set<Long> ids = new TreeSet<>();
      for (int row = 0; row < copy.trace().size(); row++) {
        Trace.Job job = copy.trace().job(row);
        Trace.Job original = TRACE.job(copy.originalRow(row));
        assertEquals(original.copiedTo(job.id(), job.submitSeconds()), job);
        assertTrue(ids.add(job.id().number()));
        assertTrue(job.submitSeconds() >= 0);
        assertTrue(row == 0 || copy.trace().submitSeconds(row - 1) <= job.submitSeconds());
      }
    }
  }

  @Test
  void jitterMovesTheJobsOfASecondTogetherByAMinuteAtMost() {
    Replica copy = replica(1, 1, ReplicaKind.JITTER);
    assertEquals(TRACE.size(), copy.trace().size());
    Map<Long, Long> moves = new HashMap<>();
    for (int row = 0; row < TRACE.size(); row++) {
      assertEquals(row, copy.originalRow(row));
      long old = TRACE.submitSeconds(row);
      long move = copy.trace().submitSeconds(row) - old;
      assertTrue(Math.abs(move) <= 60);
      assertEquals(move, moves.computeIfAbsent(old, any -> move));
    }
    assertTrue(Set.copyOf(moves.values()).size() > 30);
  }

  @Test
  void nothingMovesBeforeTheStart() {
    Replicator replicator = new Replicator(TRACE, ORIGIN, 0, Set.of(ReplicaKind.JITTER), 1);
    long earliest =
        IntStream.range(1, 50)
            .mapToLong(number -> replicator.replica(number).trace().submitSeconds(0))
            .min()
            .getAsLong();
    assertEquals(0, earliest);
  }

  @Test
  void tiesChangePlacesWithinTheirSecond() {
    Set<List<Integer>> orders = new HashSet<>();
    for (int number = 1; number < 50; number++) {
      Replica copy = replica(number, 1, ReplicaKind.TIES);
      for (int row = 0; row < TRACE.size(); row++) {
        assertEquals(TRACE.submitSeconds(row), copy.trace().submitSeconds(row));
        assertEquals(row / 3, copy.originalRow(row) / 3);
      }
      orders.add(List.of(copy.originalRow(0), copy.originalRow(1), copy.originalRow(2)));
    }
    assertEquals(6, orders.size());
  }

  private static boolean isWeekend(int day) {
    DayOfWeek name = ORIGIN.plusDays(day).getDayOfWeek();
    return EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(name);
  }

  /** All jobs are submitted between 06:00 and 10:02 of a day. */
  @Test
  void daysAreCopiedWholeFromDaysOfTheirClass() {
    Set<Integer> sources = new TreeSet<>();
    for (int number = 1; number < 20; number++) {
      Trace copy = replica(number, 1, ReplicaKind.DAYS).trace();
      assertEquals(TRACE.size(), copy.size());
      for (int day = 0; day < DAYS; day++) {
        int source = (int) ((copy.durationSeconds(15 * day) - 101) / 15);
        sources.add(source - day);
        assertEquals(isWeekend(day), isWeekend(source));
        for (int i = 0; i < 15; i++) {
          int row = 15 * day + i;
          int original = 15 * source + i;
          assertEquals(TRACE.durationSeconds(original), copy.durationSeconds(row));
          assertEquals(
              TRACE.submitSeconds(original) - (long) source * DAY,
              copy.submitSeconds(row) - (long) day * DAY);
        }
      }
    }
    assertTrue(sources.size() > 10);
  }

  @Test
  void estimatesFollowTheJobs() {
    Estimates estimates =
        new Estimates(
            "e", IntStream.range(0, TRACE.size()).mapToDouble(TRACE::durationSeconds).toArray());
    Replica copy = replica(1, 1, ReplicaKind.values());
    Estimates copied = copy.estimates(estimates);
    for (int row = 0; row < copy.trace().size(); row++) {
      assertEquals(copy.trace().durationSeconds(row), copied.seconds(row));
    }
  }

  /** A row for every six hours: how many jobs were submitted in them, and the number of the day. */
  @Test
  void forecastFollowsTheDays() {
    int rows = 4 * DAYS;
    Forecast forecast =
        new Forecast(
            IntStream.range(0, rows).mapToLong(row -> row * (DAY / 4L)).toArray(),
            IntStream.range(0, rows).mapToDouble(row -> row % 4 == 0 ? 15 : 0).toArray(),
            IntStream.range(0, rows).mapToDouble(row -> row / 4).toArray());
    Replica copy = replica(1, 1, ReplicaKind.DAYS);
    Forecast copied = copy.forecast(forecast);
    for (int row = 0; row < copied.size(); row++) {
      boolean morning = copied.seconds(row) % DAY == 0;
      assertEquals(morning ? 15 : 0, copied.jobs(row));
      if (morning) {
        int day = (int) (copied.seconds(row) / DAY);
        assertEquals(copy.originalRow(15 * day) / 15, copied.gpus(row));
      }
    }
    assertSame(forecast, replica(1, 1, ReplicaKind.JITTER).forecast(forecast));
    assertSame(Forecast.EMPTY, copy.forecast(Forecast.EMPTY));
  }

  /** Of two jobs on a Friday and a Sunday neither day has another of its class but an empty one. */
  @Test
  void copiesAreNeverEmpty() {
    Trace.Builder jobs = new Trace.Builder();
    for (int day : new int[] {2, 4}) {
      jobs.add(new Trace.Job(day, "user", "vc", "", 1, 0, "COMPLETED", (long) day * DAY, 10, null));
    }
    Replicator replicator = new Replicator(jobs.build(), ORIGIN, 0, Set.of(ReplicaKind.DAYS), 1);
    Set<Integer> sizes = new TreeSet<>();
    IntStream.range(1, 30).forEach(number -> sizes.add(replicator.replica(number).trace().size()));
    assertEquals(Set.of(1, 2, 3), sizes);
  }

  @Test
  void somethingMustChange() {
    assertThrows(
        IllegalArgumentException.class, () -> new Replicator(TRACE, ORIGIN, 0, Set.of(), 1));
    Trace none = new Trace.Builder().build();
    Set<ReplicaKind> kinds = Set.of(ReplicaKind.TIES);
    assertThrows(IllegalArgumentException.class, () -> new Replicator(none, ORIGIN, 0, kinds, 1));
    assertArrayEquals(
        new ReplicaKind[] {ReplicaKind.JITTER, ReplicaKind.TIES}, ReplicaKind.DEFAULT.toArray());
    assertEquals("days", ReplicaKind.DAYS.label());
  }

  private static Replica loaded(int number, double load, ReplicaKind... kinds) {
    return new Replicator(TRACE, ORIGIN, 0, Set.of(kinds), 1).replica(number, load);
  }

  @Test
  void aLoadIsAShareOfTheJobsOrSomeOfThemSeveralTimes() {
    for (double load : new double[] {0.5, 1.5, 2, 3.25}) {
      Replica copy = loaded(0, load, ReplicaKind.JITTER);
      int[] times = new int[TRACE.size()];
      for (int row = 0; row < copy.trace().size(); row++) {
        int original = copy.originalRow(row);
        times[original]++;
        long later = copy.trace().submitSeconds(row) - TRACE.submitSeconds(original);
        assertTrue(later >= 0 && later <= 3600, "later by " + later);
      }
      for (int each : times) {
        assertTrue(each == Math.floor(load) || each == Math.ceil(load), "%d times".formatted(each));
      }
      // Three deviations of a binomial variable of 210 jobs.
      assertEquals(load * TRACE.size(), copy.trace().size(), 3 * Math.sqrt(TRACE.size() / 4.0));
    }
  }

  @Test
  void replicasUnderALoadDifferAndAreMadeAgainFromTheirNumbers() {
    List<Trace.Job> copy = jobs(loaded(1, 0.5, ReplicaKind.JITTER).trace());
    assertEquals(copy, jobs(loaded(1, 0.5, ReplicaKind.JITTER).trace()));
    assertNotEquals(copy.size(), loaded(2, 0.5, ReplicaKind.JITTER).trace().size());
    assertEquals(
        jobs(replica(1, 1, ReplicaKind.JITTER).trace()),
        jobs(loaded(1, 1, ReplicaKind.JITTER).trace()));
  }

  @Test
  void theForecastGrowsWithTheLoad() {
    Forecast forecast = new Forecast(new long[] {0}, new double[] {10}, new double[] {40});
    Forecast more = loaded(0, 1.5, ReplicaKind.DAYS).forecast(forecast);
    assertEquals(15, more.jobs(0));
    assertEquals(60, more.gpus(0));
  }
}
