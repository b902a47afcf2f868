package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.data.io.GpuNumberFile.Day;

class CapacityTest {
  private static final List<Day> DAYS =
      List.of(
          day(1, 64, 0),
          day(2, 64, 0),
          day(3, 64, 0),
          day(4, 40, 32),
          day(5, 40, 32),
          day(6, 80, 16),
          day(7, 8, 64));

  private static Day day(int dayOfMonth, int red, int blue) {
    return new Day(date(dayOfMonth), Map.of("red", red, "blue", blue));
  }

  private static LocalDate date(int dayOfMonth) {
    return LocalDate.of(2023, 5, dayOfMonth);
  }

  @Test
  void theStateThatLastedLongest() {
    Capacity capacity = Capacity.of(DAYS, date(1), date(7));
    assertEquals(new Capacity(DAYS.getFirst(), 3, 7, 64, 96), capacity);
    assertEquals(
        "The cluster is that of 2023-05-01 in cluster_gpu_number.csv: 64 GPUs, 8 nodes, as on 3 of"
            + " the 7 days from the first to the last submission; they had 64 to 96 GPUs.",
        capacity.text(8));
  }

  /** From the 3rd to the 5th it was 40 and 32 on two days of three. */
  @Test
  void onlyDaysOfThePeriodCount() {
    assertEquals(date(4), Capacity.of(DAYS, date(3), date(5)).day().date());
    assertEquals(72, Capacity.of(DAYS, date(3), date(5)).day().total());
  }

  /** On the 5th to 7th each state lasted a day: 72, 96 and 72 GPUs. */
  @Test
  void ofEqualOnesThatWithMostGpusThenTheEarliest() {
    assertEquals(date(6), Capacity.of(DAYS, date(5), date(7)).day().date());
    List<Day> equal = List.of(day(9, 32, 8), day(10, 8, 32));
    assertEquals(date(9), Capacity.of(equal, date(1), date(30)).day().date());
  }

  @Test
  void theNearestDayWhereNoneLiesInThePeriod() {
    Capacity after = Capacity.of(DAYS, date(20), date(25));
    assertEquals(date(7), after.day().date());
    assertEquals(
        "The cluster is that of 2023-05-07 in cluster_gpu_number.csv: 72 GPUs, 9 nodes.",
        after.text(9));
  }

  /** On the 6th red had most, on the 7th blue. */
  @Test
  void theMostOfEachMayBeTaken() {
    Capacity most = Capacity.most(DAYS);
    assertEquals(Map.of("red", 80, "blue", 64), most.day().gpus());
    assertEquals(
        "Each virtual cluster has the most GPUs that it had on any of the 7 days of"
            + " cluster_gpu_number.csv: 144 GPUs, 18 nodes in all; they had 64 to 96 GPUs.",
        most.text(18));
  }

  @Test
  void aDayMayBeTaken() {
    assertEquals(DAYS.get(5), Capacity.on(DAYS, date(6)).orElseThrow().day());
    assertEquals(Optional.empty(), Capacity.on(DAYS, date(9)));
  }

  /** Never the sum of the maxima, which is 80 + 64. */
  @Test
  void neverMoreThanOnAnyDay() {
    for (int first = 1; first <= 7; first++) {
      for (int last = first; last <= 7; last++) {
        long total = Capacity.of(DAYS, date(first), date(last)).day().total();
        assertEquals(Math.min(96, total), total);
      }
    }
  }
}
