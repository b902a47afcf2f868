package org.limpid.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.limpid.estimator.UpdateSettings.UpdateSchedule;

final class UpdateScheduleTest {
  private static final long DAY = 86_400;

  /** 1 September 2020 is a Tuesday: the next Monday is the 7th. */
  @Test
  void mondaysAtMidnight() {
    UpdateSchedule schedule = UpdateSchedule.mondays(LocalDateTime.of(2020, 9, 1, 6, 0));
    long monday = 6 * DAY - 6 * 3_600;
    assertEquals(monday, schedule.after(0));
    assertEquals(monday - 7 * DAY, schedule.last(monday - 1));
    assertEquals(monday, schedule.last(monday));
    assertEquals(monday + 7 * DAY, schedule.after(monday));
    assertEquals(monday - 21 * DAY, schedule.after(monday - 25 * DAY), "also before the origin");
  }

  @Test
  void aMondayIsItsOwnBoundary() {
    assertEquals(0, UpdateSchedule.mondays(LocalDateTime.of(2020, 9, 7, 0, 0)).last(5));
  }

  @Test
  void aPeriodIsPositive() {
    assertThrows(IllegalArgumentException.class, () -> new UpdateSchedule(0, 0));
  }
}
