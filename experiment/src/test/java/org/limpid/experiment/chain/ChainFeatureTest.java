package org.limpid.experiment.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.table.Table;
import org.limpid.reference.mirage.ChainMoment;

final class ChainFeatureTest {
  /** Second 0 is the start of a Sunday; the moment is the next day at 3:30. */
  @Test
  void featuresOfAMoment() {
    ChainMoment moment =
        new ChainMoment(27 * 3600 + 1800, 5400, 8, 3, 20, 7200, 1800, 90, 4, 36_000);
    Table table = ChainFeature.table(List.of(moment), LocalDateTime.parse("2023-01-01T00:00:00"));
    assertEquals(
        List.of("1.5", "8", "3", "20", "2", "0.5", "1.5", "4", "10", "3"),
        table.columns().stream().map(column -> column.text(0)).toList());
    assertEquals(ChainFeature.names(), table.names());
    assertEquals("hour_of_week", table.names().getLast());
  }

  @Test
  void loadsByTheGapUnderReactive() {
    assertEquals(
        List.of(ChainLoad.ALL, ChainLoad.LOW, ChainLoad.HEAVY, ChainLoad.MEDIUM_AND_HEAVY),
        ChainLoad.of(List.of(7200L, 43_201L)));
    assertEquals(
        List.of(ChainLoad.ALL, ChainLoad.MEDIUM, ChainLoad.MEDIUM_AND_HEAVY),
        ChainLoad.of(List.of(7201L, 43_200L)));
  }
}
